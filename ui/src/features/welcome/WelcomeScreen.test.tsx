import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { currentRoute } from '../../app/route';
import type { Preflight, Recording, Settings, Welcome } from '../../bridge';
import { freshSetup, useDraft } from '../../draft';
import { fakeBackend } from '../../testing/fakeBackend';
import { renderScreen, violations } from '../../testing/renderScreen';
import { appInfo, failure, preflight, recording } from '../../testing/samples';
import WelcomeScreen from './WelcomeScreen';

type Fake = Parameters<typeof fakeBackend>[0];

function show(welcome: Partial<Welcome> = {}, change: Fake = {}, accountId = 'practice') {
  const settings = {
    ...appInfo.settings,
    accountId,
    welcome: { step: 'start' as const, recordingId: null, ...welcome },
  };
  const backend = fakeBackend({ app_info: () => ({ ...appInfo, settings }), ...change });
  return { backend, ...renderScreen(WelcomeScreen, backend, { screen: 'welcome' }) };
}

const kept = (backend: ReturnType<typeof show>['backend']): Settings | undefined =>
  backend.asked('settings_save').at(-1);
const step = () => screen.getByTestId('welcome').dataset.step;

beforeEach(() => useDraft.setState({ setup: freshSetup, isLoaded: true }));

describe('a first recording', () => {
  it('goes from the welcome to the red button with practice, and keeps each step', async () => {
    const { backend, user, container } = show();
    await screen.findByText('Try it now');
    expect(await violations(container)).toEqual([]);
    await user.click(screen.getByTestId('welcome-try'));
    await waitFor(() => expect(step()).toBe('check'));
    expect(kept(backend)?.accountId).toBe('practice');
    for (const subject of ['account', 'recording', 'storage']) {
      await waitFor(() =>
        expect(screen.getByTestId(`welcome-check-${subject}`).dataset.level).toBe('ok'),
      );
    }
    await user.click(screen.getByTestId('welcome-next'));
    await user.click(await screen.findByTestId('welcome-layout-grid2x2'));
    await user.click(screen.getByTestId('welcome-next'));
    await user.click(await screen.findByTestId('welcome-record'));
    await screen.findByTestId('welcome-progress');
    const [sent] = backend.asked('recording_start');
    expect([sent?.layoutId, sent?.stop.afterMinutes]).toEqual(['grid2x2', 1]);
    await waitFor(() => expect(kept(backend)?.welcome.recordingId).toBe('rec-100'));
  });

  it('does not go on over a red check', async () => {
    const red: Preflight = {
      ...preflight,
      lines: preflight.lines.map((line) =>
        line.subject === 'account' ? { ...line, level: 'bad', failure: failure() } : line,
      ),
    };
    const { user } = show({ step: 'check' }, { preflight_run: () => red });
    const line = await screen.findByTestId('welcome-check-account');
    await waitFor(() => expect(line.textContent).toContain('is refused'));
    await user.click(screen.getByTestId('welcome-next'));
    expect(step()).toBe('check');
  });

  it('asks for a project and a storage before it goes on with one’s own', async () => {
    const { backend, user } = show(
      { step: 'connect' },
      { account_list: () => [], storage_list: () => [] },
    );
    await user.click(await screen.findByTestId('welcome-accounts'));
    expect(currentRoute().screen).toBe('accounts');
    expect(screen.getByTestId('welcome-next').hasAttribute('disabled')).toBe(true);
    expect(backend.asked('settings_save')).toEqual([]);
  });

  const at = (change: Partial<Recording>) => ({
    recording_list: () => [recording({ id: 'mine', startedAt: Date.now() - 31_000, ...change })],
  });

  it('stops after half a minute, once', async () => {
    const { backend } = show({ step: 'record', recordingId: 'mine' }, at({}));
    await waitFor(() => expect(backend.asked('recording_stop')).toEqual([{ id: 'mine' }]));
  });

  it('does not stop before', async () => {
    const begun = at({ startedAt: Date.now() - 5_000 });
    const { backend } = show({ step: 'record', recordingId: 'mine' }, begun);
    expect((await screen.findByTestId('welcome-progress')).textContent).toContain('seconds left');
    expect(backend.asked('recording_stop')).toEqual([]);
  });

  it('goes on to play what was saved, and can be tried again where nothing was', async () => {
    const { unmount } = show({ step: 'record', recordingId: 'mine' }, at({ state: 'empty' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Nobody sent');
    expect(screen.getByTestId('welcome-record')).toBeTruthy();
    unmount();
    const { backend } = show({ step: 'record', recordingId: 'mine' }, at({ state: 'saved' }));
    await waitFor(() => expect(kept(backend)?.welcome.step).toBe('play'));
  });

  it('is over when it was played, and leads to the Record screen', async () => {
    const { backend, user } = show({ step: 'play', recordingId: 'mine' }, at({ state: 'saved' }));
    await user.click(await screen.findByTestId('welcome-done'));
    expect(currentRoute().screen).toBe('record');
    await waitFor(() => expect(kept(backend)?.welcome.step).toBe('done'));
  });

  it('keeps its place when it is left on the way, and is not asked about when not wanted', async () => {
    const { backend, user, unmount } = show({ step: 'layout' });
    await user.click(await screen.findByTestId('welcome-leave'));
    expect(currentRoute().screen).toBe('record');
    expect(backend.asked('settings_save'), 'the step stays').toEqual([]);
    unmount();
    const other = show();
    await other.user.click(await screen.findByTestId('welcome-leave'));
    await waitFor(() => expect(kept(other.backend)?.welcome.step).toBe('done'));
  });
});
