import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callEntry } from '../../../testing/calls';
import { realStorage } from '../../../testing/samples';
import { diff } from './diff';
import { resent } from './resend';
import { nothing, only, toggled, upTo } from './selection';

describe('what differs', () => {
  it('is told by pointer: added, removed, changed', () => {
    const before = { a: 1, gone: { x: 1 }, 'od/d~': 'same', list: [1, 2, 3] };
    const after = { a: 2, new: null, 'od/d~': 'same', list: [1, 5] };
    expect(diff(before, after)).toEqual([
      { kind: 'changed', pointer: '/a', from: 1, to: 2 },
      { kind: 'removed', pointer: '/gone', from: { x: 1 } },
      { kind: 'changed', pointer: '/list/1', from: 2, to: 5 },
      { kind: 'removed', pointer: '/list/2', from: 3 },
      { kind: 'added', pointer: '/new', to: null },
    ]);
    expect(diff({ 'a/b': { '~': 1 } }, { 'a/b': { '~': 2 } })[0]?.pointer).toBe('/a~1b/~0');
  });

  it('follows regions by their user, wherever they moved', () => {
    const a = { uid: '1', x_axis: 0 };
    const b = { uid: '2', x_axis: 0.5 };
    const c = { uid: '3', x_axis: 0.7 };
    expect(diff([a, b], [b, a]), 'the same regions in another order').toEqual([]);
    expect(diff([a, b], [c, { ...b, x_axis: 0.6 }])).toEqual([
      { kind: 'added', pointer: '/0', to: c },
      { kind: 'changed', pointer: '/1/x_axis', from: 0.5, to: 0.6 },
      { kind: 'removed', pointer: '/0', from: a },
    ]);
  });

  it('goes by the place where regions have no user of their own', () => {
    const open = (x_axis: number) => ({ uid: '', x_axis });
    expect(diff([open(0), open(1)], [open(1), open(1)])).toEqual([
      { kind: 'changed', pointer: '/0/x_axis', from: 0, to: 1 },
    ]);
    expect(diff([1], ['1']), 'a number is not its text').toHaveLength(1);
    expect(diff(null, {}), 'nothing is not an empty group').toHaveLength(1);
  });

  it('of a value and itself is nothing, and the way back has as many', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const copy: unknown = JSON.parse(JSON.stringify(one));
        expect(diff(JSON.parse(JSON.stringify(one)), copy)).toEqual([]);
        const kinds = (from: unknown, to: unknown) => diff(from, to).map(({ kind }) => kind);
        const there = kinds(one, other);
        const back = kinds(other, one);
        const count = (list: string[], kind: string) => list.filter((one) => one === kind).length;
        expect(count(back, 'changed')).toBe(count(there, 'changed'));
        expect(count(back, 'removed')).toBe(count(there, 'added'));
      }),
    );
  });
});

describe('a call that is sent again', () => {
  const request = {
    cname: 'board-sync',
    uid: '5',
    clientRequest: {
      token: '•••',
      storageConfig: {
        vendor: 1,
        region: 7,
        bucket: 'acme-recordings',
        accessKey: '•••',
        secretKey: '•••',
      },
      recordingConfig: { secret: '•••', maxIdleTime: 30 },
    },
  };

  it('refers to the secrets that the app has, and names those that it has not', () => {
    const entry = callEntry({
      summary: { call: 'start', accountId: 'acme' },
      address: 'https://api.agora.io/v1/apps/A/cloud_recording/resourceid/R%2F1/mode/mix/start',
      request: JSON.stringify(request),
    });
    const { call, left } = resent(entry, 'practice', [realStorage]);
    expect(call).toMatchObject({ accountId: 'acme', call: 'start', resourceId: 'R/1', sid: '' });
    const { clientRequest } = call.body as typeof request;
    expect(clientRequest.token).toBe('$' + '{token}');
    expect(clientRequest.storageConfig.accessKey).toBe('$' + '{storage:team/accessKey}');
    expect(clientRequest.recordingConfig).toEqual({ maxIdleTime: 30 });
    expect(left).toEqual(['/clientRequest/recordingConfig/secret']);
    expect(JSON.stringify(call), 'no mask is sent as a secret').not.toContain('•••');
  });

  it('leaves the keys of a bucket out that is not known', () => {
    const entry = callEntry({ request: JSON.stringify(request), summary: { accountId: null } });
    const { call, left } = resent(entry, 'practice', []);
    expect(call.accountId, 'who asks now').toBe('practice');
    expect(call).toMatchObject({ sid: '38f8e3cfdc474cd56fc1ceba380d7e1a', mode: 'mix' });
    expect(left).toHaveLength(3);
  });

  it('has no body where there was none', () => {
    const address = 'https://api.agora.io/dev/v1/channel/user/A/board-sync?hosts_only=true';
    const entry = callEntry({ summary: { call: 'channelUsers', mode: null }, address });
    expect(resent(entry, 'practice', []).call).toEqual({
      accountId: 'practice',
      call: 'channelUsers',
      mode: 'mix',
      resourceId: '',
      sid: '',
      channel: 'board-sync',
      hostsOnly: true,
      body: null,
    });
  });
});

it('chooses one, several, or a range', () => {
  const ids = [9, 8, 7, 6];
  expect([...only(8).chosen]).toEqual([8]);
  const two = toggled(only(8), 6);
  expect([...two.chosen]).toEqual([8, 6]);
  expect([...toggled(two, 8).chosen]).toEqual([6]);
  const range = upTo(only(9), 7, ids);
  expect([...range.chosen]).toEqual([9, 8, 7]);
  expect([...upTo(range, 8, ids).chosen], 'the range shrinks again').toEqual([9, 8]);
  expect([...upTo(nothing, 6, ids).chosen]).toEqual([6]);
});
