import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { currentRoute } from '../../app/route';
import type { PreflightLine } from '../../bridge';
import { freshSetup, useDraft } from '../../draft';
import { fakeBackend } from '../../testing/fakeBackend';
import { renderScreen, violations } from '../../testing/renderScreen';
import { failure, preflight } from '../../testing/samples';
import { putProgressAway } from './latest';
import RecordScreen from './RecordScreen';

/** Everything fine, except for these lines. */
function except(...lines: Partial<PreflightLine>[]) {
  return {
    ...preflight,
    lines: preflight.lines.map((line) => ({
      ...line,
      ...lines.find(({ subject }) => subject === line.subject),
    })),
  };
}

const taken: Partial<PreflightLine> = {
  subject: 'recorderId',
  level: 'bad',
  code: 'idTaken',
  params: { id: '12' },
  fix: 'freeId',
};
const empty: Partial<PreflightLine> = {
  subject: 'channel',
  level: 'warn',
  code: 'channelEmpty',
  params: {},
  fix: 'checkAgain',
};

function show(change: Parameters<typeof fakeBackend>[0] = {}) {
  const backend = fakeBackend(change);
  return { backend, ...renderScreen(RecordScreen, backend, { screen: 'record' }) };
}

async function type(user: ReturnType<typeof show>['user'], name = 'town hall') {
  await screen.findByTestId('layout-thumb-speakerRight3');
  await user.type(screen.getByTestId('channel-input'), name);
}

const summary = () => screen.getByTestId('preflight-summary').textContent;
const press = (user: ReturnType<typeof show>['user']) =>
  user.click(screen.getByTestId('start-button'));

beforeEach(() => {
  putProgressAway();
  useDraft.setState({
    setup: { ...freshSetup, more: { ...freshSetup.more, recorderId: '12', channelType: 'live' } },
    isLoaded: true,
  });
});

describe('before the red button', () => {
  it('asks nobody before there is a name, and once when it rests', async () => {
    const { backend, user } = show();
    await screen.findByTestId('layout-thumb-speakerRight3');
    expect(summary()).toContain('Name a channel');
    await type(user);
    await waitFor(() => expect(summary()).toBe('All 10 checks are fine'));
    expect(backend.asked('preflight_run').map(({ setup }) => setup.channel)).toEqual(['town hall']);
  });

  it('looks before a press that comes before the answer, and only then starts', async () => {
    const { backend, user } = show();
    await type(user);
    await press(user);
    await screen.findByTestId('progress');
    const names = backend.calls.map(({ name }) => name);
    expect(names.indexOf('preflight_run')).toBeGreaterThan(-1);
    expect(names.indexOf('preflight_run')).toBeLessThan(names.indexOf('recording_start'));
  });

  it('does not start over a red line, and offers what puts it right', async () => {
    const { backend, user } = show({
      preflight_run: ({ setup }) =>
        setup.more.recorderId === null ? preflight : except(taken, empty),
    });
    await type(user);
    await press(user);
    await waitFor(() => expect(summary()).toBe('1 thing stands in the way'));
    expect(backend.asked('recording_start'), 'red blocks').toEqual([]);
    const fix = screen.getByTestId('preflight-fix-recorderId');
    await waitFor(() => expect(document.activeElement).toBe(fix));
    await user.click(fix);
    expect(useDraft.getState().setup.more.recorderId).toBeNull();
    await press(user);
    await waitFor(() => expect(backend.asked('recording_start')).toHaveLength(1));
  });

  it('starts over an amber line', async () => {
    const { backend, user } = show({ preflight_run: () => except(empty) });
    await type(user);
    await waitFor(() => expect(summary()).toBe('1 thing to know'));
    await press(user);
    await waitFor(() => expect(backend.asked('recording_start')).toHaveLength(1));
  });

  it('starts where the looking itself fails', async () => {
    const { backend, user } = show({
      preflight_run: () => {
        throw failure({ code: 'internal' });
      },
    });
    await type(user);
    await press(user);
    await waitFor(() => expect(backend.asked('recording_start')).toHaveLength(1));
  });

  it.each([
    ['followChannel', () => useDraft.getState().setup.more.channelType, null],
    ['endWithinDay', () => useDraft.getState().setup.stop.afterMinutes, 1440],
    ['smallStreams', () => useDraft.getState().setup.more.videoStreamType, 1],
    ['openAccount', () => currentRoute(), { screen: 'accounts', id: 'practice' }],
    ['openStorage', () => currentRoute(), { screen: 'accounts', id: 'practice' }],
    ['openLayout', () => currentRoute(), { screen: 'layouts', id: 'speakerRight3' }],
  ] as const)('“%s” is one press', async (fix, seen, wanted) => {
    const { user } = show({ preflight_run: () => except({ ...empty, fix }) });
    await type(user);
    await user.click(await screen.findByTestId('preflight-fix-channel', {}, { timeout: 3000 }));
    expect(seen()).toEqual(wanted);
  });

  it('asks everybody again on request', async () => {
    const { backend, user } = show({ preflight_run: () => except(empty) });
    await type(user);
    await user.click(await screen.findByTestId('preflight-fix-channel', {}, { timeout: 3000 }));
    await waitFor(() =>
      expect(backend.asked('preflight_run').map(({ again }) => again)).toEqual([false, true]),
    );
  });

  it('says what was answered in the failure’s words, and keeps what is fine folded away', async () => {
    const refused = failure({ code: 'unauthorized' });
    const { user, container } = show({
      preflight_run: () =>
        except({
          subject: 'account',
          level: 'bad',
          code: 'failed',
          failure: refused,
          fix: 'openAccount',
        }),
    });
    await type(user);
    const line = await screen.findByTestId('preflight-account', {}, { timeout: 3000 });
    expect(line.textContent).toContain('Customer ID or secret is refused.');
    expect(screen.queryByTestId('preflight-price')).toBeNull();
    await user.click(screen.getByTestId('preflight-all'));
    expect(
      within(screen.getByTestId('preflight-price')).getByText(/\$0\.36 to \$1\.44/),
    ).toBeTruthy();
    expect(await violations(container)).toEqual([]);
  });
});
