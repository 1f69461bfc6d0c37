import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SavedSetup } from '../../bridge';
import { freshSetup, useDraft } from '../../draft';
import { fakeBackend } from '../../testing/fakeBackend';
import { renderScreen, violations } from '../../testing/renderScreen';
import { preflight } from '../../testing/samples';
import { putProgressAway } from './latest';
import RecordScreen from './RecordScreen';

const weekly: SavedSetup = {
  id: 'weekly',
  name: 'Weekly town hall',
  createdAt: 5,
  setup: {
    ...freshSetup,
    channel: 'town-hall',
    layoutId: 'grid2x2',
    storageId: 'practice',
    stop: { afterMinutes: 30, idleSeconds: 60 },
  },
};

function show(change: Parameters<typeof fakeBackend>[0] = {}, saved: SavedSetup[] = [weekly]) {
  const backend = fakeBackend(change);
  for (const one of saved) void backend.call('setup_save', one);
  return { backend, ...renderScreen(RecordScreen, backend, { screen: 'record' }) };
}

async function open(user: ReturnType<typeof show>['user']) {
  await screen.findByTestId('layout-thumb-speakerRight3');
  await user.click(screen.getByTestId('setups-open'));
  return screen.findByTestId('setups-dialog');
}

async function choose(user: ReturnType<typeof show>['user'], words: string) {
  await user.click(await screen.findByTestId('setup-more'));
  await user.click(await screen.findByRole('menuitem', { name: words }));
}

beforeEach(() => {
  putProgressAway();
  useDraft.setState({ setup: freshSetup, isLoaded: true });
});

describe('set-ups', () => {
  it('start in two presses, with everything that was kept', async () => {
    const { backend, user } = show();
    await open(user);
    await user.click(await screen.findByTestId('setup-start'));
    await screen.findByTestId('progress');
    expect(backend.asked('recording_start')).toEqual([weekly.setup]);
    expect(useDraft.getState().setup.channel, 'the form shows what was started').toBe('town-hall');
  });

  it('do not start over a red line', async () => {
    const [first, ...rest] = preflight.lines;
    if (first === undefined) throw new Error('there are lines');
    const red = { ...preflight, lines: [{ ...first, level: 'bad' as const }, ...rest] };
    const { backend, user } = show({ preflight_run: () => red });
    await open(user);
    await user.click(await screen.findByTestId('setup-start'));
    await waitFor(() =>
      expect(screen.getByTestId('preflight-summary').textContent).toContain('in the way'),
    );
    expect(backend.asked('recording_start')).toEqual([]);
  });

  it('fill in the form without starting', async () => {
    const { backend, user } = show();
    await open(user);
    await user.click(await screen.findByTestId('setup-fill'));
    await waitFor(() =>
      expect(screen.getByTestId<HTMLInputElement>('channel-input').value).toBe('town-hall'),
    );
    expect(useDraft.getState().setup.stop.afterMinutes).toBe(30);
    expect(backend.asked('recording_start')).toEqual([]);
  });

  it('keep the form under a name, and need one', async () => {
    const { backend, user } = show({}, []);
    await screen.findByTestId('layout-thumb-speakerRight3');
    await user.click(screen.getByTestId('setup-save'));
    await user.click(await screen.findByTestId('setup-name-save'));
    expect(await screen.findByText('Give it a name.')).toBeTruthy();
    await user.type(screen.getByTestId('setup-name'), 'Lessons');
    await user.click(screen.getByTestId('setup-name-save'));
    await waitFor(() => expect(screen.queryByTestId('setup-name-dialog')).toBeNull());
    expect(backend.asked('setup_save').map(({ id, name }) => [id, name])).toEqual([
      ['', 'Lessons'],
    ]);
    expect(screen.getByTestId('setups-open').textContent).toBe('Set-ups (1)');
  });

  it('are renamed and duplicated', async () => {
    const { backend, user } = show();
    const dialog = await open(user);
    await choose(user, 'Duplicate');
    expect(await within(dialog).findByText('Weekly town hall (copy)')).toBeTruthy();
    const copy = backend.asked('setup_save').at(-1);
    expect([copy?.id, copy?.setup]).toEqual(['', weekly.setup]);
  });

  it('come back when a delete is undone', async () => {
    const { backend, user } = show();
    const dialog = await open(user);
    await choose(user, 'Delete');
    expect(await within(dialog).findByText('No set-up yet')).toBeTruthy();
    expect(backend.asked('setup_delete')).toEqual([{ id: 'weekly' }]);
    await user.click(await within(dialog).findByTestId('setup-undo'));
    await waitFor(() => expect(backend.asked('setup_save').at(-1)).toEqual(weekly));
    expect(await within(dialog).findByText('Weekly town hall')).toBeTruthy();
  });

  it('say what is gone, and take what is there', async () => {
    const lost = {
      ...weekly,
      setup: { ...weekly.setup, accountId: 'gone', layoutId: 'gone', storageId: 'gone' },
    };
    const { backend, user } = show({}, [lost]);
    const dialog = await open(user);
    expect(await within(dialog).findByText(/Its layout is gone/)).toBeTruthy();
    expect(within(dialog).getByText(/Its account is gone/)).toBeTruthy();
    expect(await violations(dialog)).toEqual([]);
    await user.click(screen.getByTestId('setup-start'));
    await screen.findByTestId('progress');
    const [sent] = backend.asked('recording_start');
    expect([sent?.accountId, sent?.layoutId, sent?.storageId]).toEqual([
      'practice',
      'speakerRight3',
      'practice',
    ]);
  });
});
