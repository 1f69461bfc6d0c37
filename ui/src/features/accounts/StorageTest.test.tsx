import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Level, Storage, StorageCheck, StorageStep, StorageTrouble } from '../../bridge';
import { backendWith } from '../../testing/more';
import { renderScreen, violations } from '../../testing/renderScreen';
import { failure, practiceStorage, realStorage } from '../../testing/samples';
import AccountsScreen from './AccountsScreen';

type Change = NonNullable<Parameters<typeof backendWith>[1]>;
type Line = [
  step: StorageStep,
  level: Level,
  trouble?: StorageTrouble,
  params?: Record<string, string>,
];

function check(lines: Line[], change: Partial<StorageCheck> = {}): StorageCheck {
  return {
    at: Date.now(),
    canRecord: true,
    canPlay: true,
    region: null,
    lines: lines.map(([step, level, trouble, params]) => ({
      step,
      level,
      trouble: trouble ?? null,
      failure:
        trouble === undefined
          ? null
          : failure({ code: 'storage', reason: null, params: { trouble, ...params } }),
    })),
    ...change,
  };
}

const good: Line[] = [
  ['keychain', 'ok'],
  ['reach', 'ok'],
  ['sign', 'ok'],
  ['bucket', 'ok'],
  ['write', 'ok'],
];

function open(storage: Storage, change: Change = {}, tongue: 'en' | 'zh' = 'en') {
  const backend = backendWith([], { storage_list: () => [practiceStorage, storage], ...change });
  return { backend, ...renderScreen(AccountsScreen, backend, { screen: 'accounts' }, tongue) };
}

describe('the test of a storage', () => {
  it('is made by a press, and its lines stay on the card', async () => {
    const found = check([...good, ['read', 'ok'], ['remove', 'ok'], ['list', 'ok']]);
    const { backend, user } = open(realStorage, {
      storage_check: () => ({ ...realStorage, check: found }),
    });
    const card = await screen.findByTestId('storage-card');
    expect(card.textContent, 'nothing is claimed before').toContain('not tested');
    await user.click(within(card).getByTestId('storage-test'));
    await screen.findByTestId('check-line-list');
    expect(backend.asked('storage_check')).toEqual([{ id: 'team' }]);
    expect(within(card).getAllByRole('listitem')).toHaveLength(8);
    expect(card.textContent).toContain('working');
    expect(within(card).getByTestId('storage-test').textContent).toBe('Test again');
  });

  it('follows by itself when keys were put in', async () => {
    const { backend, user } = open(realStorage);
    await user.click(await screen.findByTestId('storage-edit'));
    await user.click(screen.getByTestId('storage-save'));
    await waitFor(() => expect(backend.asked('storage_check')).toEqual([{ id: 'team' }]));
  });

  const cases: [StorageTrouble, Line, string, string][] = [
    [
      'signature',
      ['sign', 'bad'],
      'does not belong to the access key',
      'Copy the secret key again',
    ],
    ['keyUnknown', ['sign', 'bad'], 'knows no such access key', 'Copy the access key again'],
    ['clockSkew', ['sign', 'bad'], 'clock is too far off', 'set date and time by itself'],
    ['denied', ['write', 'bad'], 'a policy forbids this', 'What the key must be allowed'],
    ['noBucket', ['bucket', 'bad'], 'There is no such bucket', 'make the bucket first'],
    ['tls', ['reach', 'bad'], 'certificate is not trusted', 'public certificate'],
    ['proxy', ['reach', 'bad'], 'A proxy in between', 'Sign in to the proxy'],
    ['nameUnknown', ['reach', 'bad'], 'host name is not known', 'spelling of the endpoint'],
    ['timeout', ['reach', 'bad'], 'did not answer in time', 'test again'],
  ];
  it.each(cases)('says why, and what to do about it: %s', async (trouble, [step], why, fix) => {
    const found = check([[step, 'bad', trouble]], { canRecord: false, canPlay: false });
    open({ ...realStorage, check: found });
    const line = await screen.findByTestId(`check-line-${step}`);
    expect(line.textContent).toContain(why);
    expect(line.textContent).toContain(fix);
    expect(screen.getByTestId('storage-card').textContent).toContain('not working');
  });

  it('names the region that the bucket is in', async () => {
    const line: Line = ['bucket', 'bad', 'wrongRegion', { region: 'eu-west-1' }];
    open({ ...realStorage, check: check([line], { canRecord: false }) });
    const shown = await screen.findByTestId('check-line-bucket');
    expect(shown.textContent).toContain('The bucket is in eu-west-1.');
    expect(shown.textContent).toContain('Choose eu-west-1 as the region.');
  });

  it('tells a key that may only write from one that is wrong, and names what stayed behind', async () => {
    const lines: Line[] = [
      ...good,
      ['read', 'warn', 'denied'],
      ['remove', 'warn', 'denied', { file: 'roomreelcheck/1.txt' }],
    ];
    open({ ...realStorage, check: check(lines, { canPlay: false }) });
    const card = await screen.findByTestId('storage-card');
    expect(card.textContent).toContain('records; can’t play here');
    expect(screen.getByTestId('check-line-remove').textContent).toContain('roomreelcheck/1.txt');
  });

  it('reads in Chinese, and by a screen reader', async () => {
    const lines: Line[] = [...good, ['read', 'warn', 'denied']];
    const { user } = open({ ...realStorage, check: check(lines, { canPlay: false }) }, {}, 'zh');
    const card = await screen.findByTestId('storage-card');
    expect(card.textContent).toContain('可录制，无法在此播放');
    expect(screen.getByTestId('check-line-read').textContent).toContain('策略不允许此操作');
    await user.click(screen.getByTestId('storage-rights'));
    expect(card.textContent).toContain('任何内容都不会公开');
    expect(await violations(card)).toEqual([]);
  });
});

describe('what the key must be allowed', () => {
  it('stands on the card for its bucket, to copy', async () => {
    const { user } = open(realStorage);
    await user.click(await screen.findByTestId('storage-rights'));
    const policy = screen.getByRole('region', { name: 'Policy' });
    expect(policy.textContent).toContain('arn:aws:s3:::acme-recordings/*');
    await user.click(screen.getByRole('button', { name: 'Copy Policy' }));
    expect(await navigator.clipboard.readText()).toBe(policy.textContent);
  });
});
