import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { currentRoute } from '../../app/route';
import type { SetupCheck } from '../../bridge';
import { freshSetup, useDraft } from '../../draft';
import { fakeBackend } from '../../testing/fakeBackend';
import { renderScreen, violations } from '../../testing/renderScreen';
import { appInfo, failure, recording, setup } from '../../testing/samples';
import { putProgressAway } from './latest';
import RecordScreen from './RecordScreen';

type Fake = Parameters<typeof fakeBackend>[0];

const good: SetupCheck = { issues: [], prefix: 'a/20261124…', bitrate: 1710, defaults: 8 };

function show(change: Fake = {}, tongue: 'en' | 'zh' = 'en') {
  const backend = fakeBackend(change);
  const shown = renderScreen(RecordScreen, backend, { screen: 'record' }, tongue);
  return { backend, ...shown };
}

const channel = () => screen.getByTestId<HTMLInputElement>('channel-input');
const startButton = () => screen.getByTestId('start-button');
const ready = () => screen.findByTestId('layout-thumb-speakerRight3');

beforeEach(() => {
  putProgressAway();
  useDraft.setState({ setup: freshSetup, isLoaded: true });
});

describe('the red button', () => {
  it('sends the whole set-up with a layout and a storage that exist', async () => {
    const { backend, user } = show();
    await ready();
    await user.type(channel(), 'town hall');
    await user.click(startButton());
    await screen.findByTestId('progress');
    expect(backend.asked('recording_start')).toEqual([
      {
        ...freshSetup,
        channel: 'town hall',
        layoutId: 'speakerRight3',
        storageId: 'practice',
      },
    ]);
  });

  it('asks for a name first, and sends nothing without one', async () => {
    const { backend, user } = show({
      recording_check: () => ({
        ...good,
        issues: [{ code: 'empty', path: '/cname', severity: 'error', params: {} }],
      }),
    });
    await ready();
    await waitFor(() => expect(backend.asked('recording_check').length).toBeGreaterThan(0));
    expect(screen.queryByTestId('issue-channel'), 'nobody has typed yet').toBeNull();
    await user.click(startButton());
    expect((await screen.findByTestId('issue-channel')).textContent).toContain('Type the name');
    await waitFor(() => expect(document.activeElement, 'typing can go on at once').toBe(channel()));
    expect(backend.asked('recording_start')).toEqual([]);
  });

  it('starts one recording for two presses in one go, and another once that has settled', async () => {
    const { backend, user } = show();
    await ready();
    await user.type(channel(), 'town hall');
    act(() => {
      startButton().click();
      startButton().click();
    });
    await screen.findByTestId('progress');
    expect(backend.asked('recording_start')).toHaveLength(1);
    await user.click(startButton());
    await waitFor(() => expect(backend.asked('recording_start')).toHaveLength(2));
  });

  it('keeps everything typed when the start is refused, and says why', async () => {
    const { user } = show({
      recording_start: () => {
        throw failure({ code: 'tooManyRecordings' });
      },
    });
    await ready();
    await user.type(channel(), 'town hall');
    await user.click(startButton());
    const note = await screen.findByTestId('failure');
    expect(note.textContent).toContain('Too many recordings run at once');
    expect(channel().value).toBe('town hall');
  });

  it('leads to the accounts when they are what is wrong', async () => {
    const { user } = show({
      recording_start: () => {
        throw failure({ code: 'unauthorized' });
      },
    });
    await ready();
    await user.type(channel(), 'town hall');
    await user.click(startButton());
    await user.click(await screen.findByTestId('failure-action'));
    expect(currentRoute().screen).toBe('accounts');
  });

  it('looks again, and does not start again, when something is no longer there', async () => {
    const { backend, user } = show({
      recording_start: () => {
        throw failure({ code: 'notFound' });
      },
    });
    await ready();
    await user.type(channel(), 'town hall');
    await user.click(startButton());
    const button = await screen.findByTestId('failure-action');
    expect(button.textContent).toBe('Look again');
    await user.click(button);
    await waitFor(() => expect(backend.asked('storage_list')).toHaveLength(2));
    expect(screen.queryByTestId('failure')).toBeNull();
    expect(backend.asked('recording_start'), 'looking starts nothing').toHaveLength(1);
  });

  it('draws a free ID, and starts only when asked to', async () => {
    useDraft.setState({
      setup: { ...freshSetup, more: { ...freshSetup.more, recorderId: '7' } },
      isLoaded: true,
    });
    const { backend, user } = show({
      recording_start: () => {
        throw failure({ code: 'taskConflict' });
      },
    });
    await ready();
    await user.type(channel(), 'town hall');
    await user.click(startButton());
    await user.click(await screen.findByTestId('failure-action'));
    expect(useDraft.getState().setup.more.recorderId).toBeNull();
    expect(backend.asked('recording_start')).toHaveLength(1);
  });

  it('puts the issues of a refused start at their fields', async () => {
    const { user } = show({
      recording_start: () => {
        throw failure({
          code: 'invalid',
          issues: [
            {
              code: 'regionUnlisted',
              path: '/clientRequest/storageConfig/region',
              severity: 'error',
              params: {},
            },
          ],
        });
      },
    });
    await ready();
    await user.type(channel(), 'town hall');
    await user.click(startButton());
    expect((await screen.findByTestId('issue-saveTo')).textContent).toContain('storage region');
  });
});

describe('the check as one types', () => {
  it('rests, and takes only the answer about what stands there now', async () => {
    const answers = new Map<string, (check: SetupCheck) => void>();
    const { backend } = show({
      recording_check: ({ channel: name }) =>
        name === ''
          ? good
          : new Promise((resolve) => {
              answers.set(name, resolve);
            }),
    });
    await ready();
    fireEvent.change(channel(), { target: { value: 'é' } });
    await waitFor(() => expect(answers.has('é')).toBe(true));
    fireEvent.change(channel(), { target: { value: 'fine' } });
    await waitFor(() => expect(answers.has('fine')).toBe(true));
    answers.get('fine')?.(good);
    answers.get('é')?.({
      ...good,
      issues: [{ code: 'badFormat', path: '/cname', severity: 'error', params: {} }],
    });
    await screen.findByText('Nothing stands in the way', {}, { timeout: 3000 });
    expect(screen.queryByTestId('issue-channel'), 'the late answer is about “é”').toBeNull();
    const names = backend.asked('recording_check').map((asked) => asked.channel);
    expect(names).toEqual(expect.arrayContaining(['é', 'fine']));
  });

  it.each([
    ['/cname', 'channel'],
    ['/clientRequest/recordingConfig/transcodingConfig/width', 'picture'],
    ['/clientRequest/recordingConfig/transcodingConfig/layoutConfig/0', 'layout'],
    ['/clientRequest/storageConfig/bucket', 'saveTo'],
    ['/clientRequest/recordingConfig/maxIdleTime', 'stop'],
    ['/clientRequest/somethingNew', 'other'],
  ])('puts what is wrong with %s at the field “%s”', async (path, field) => {
    const { user } = show({
      recording_check: () => ({
        ...good,
        issues: [{ code: 'outOfRange', path, severity: 'error', params: { min: '5', max: '9' } }],
      }),
    });
    await ready();
    await user.type(channel(), 'a');
    await user.tab();
    expect((await screen.findByTestId(`issue-${field}`)).textContent).toContain('between 5 and 9');
  });

  it('says quietly who is in the channel', async () => {
    const { user } = show();
    await ready();
    await user.type(channel(), 'town hall');
    await waitFor(
      () =>
        expect(screen.getByTestId('channel-hint').textContent).toBe(
          '3 people are in the channel now.',
        ),
      { timeout: 3000 },
    );
  });
});

describe('the progress', () => {
  it('names each step until the first piece is saved, then leads to Live', async () => {
    const { backend, user } = show();
    await ready();
    await user.type(channel(), 'town hall');
    await user.click(startButton());
    const panel = await screen.findByTestId('progress');
    const states = () =>
      [...panel.querySelectorAll('li')].map((step) => step.getAttribute('data-state'));
    expect(states()).toEqual(['now', 'next', 'next']);
    const at = { id: 'rec-100', channel: 'town hall', firstPieceAt: null };
    backend.emit({ type: 'recording', recording: recording({ ...at, state: 'confirming' }) });
    await waitFor(() => expect(states()).toEqual(['done', 'now', 'next']));
    backend.emit({ type: 'recording', recording: recording({ ...at, state: 'recording' }) });
    await waitFor(() => expect(states()).toEqual(['done', 'done', 'now']));
    expect(within(panel).queryByTestId('progress-live'), 'nothing is safe yet').toBeNull();
    backend.emit({ type: 'recording', recording: recording({ ...at, firstPieceAt: 1 }) });
    await user.click(await within(panel).findByTestId('progress-live'));
    expect(currentRoute()).toEqual({ screen: 'live', id: 'rec-100' });
  });

  it('says why a recording failed to start', async () => {
    const { backend, user } = show();
    await ready();
    await user.type(channel(), 'town hall');
    await user.click(startButton());
    await screen.findByTestId('progress');
    backend.emit({
      type: 'recording',
      recording: recording({
        id: 'rec-100',
        state: 'failed',
        firstPieceAt: null,
        problem: failure({ code: 'serviceTrouble' }),
      }),
    });
    expect((await screen.findByTestId('failure')).getAttribute('data-code')).toBe('serviceTrouble');
  });
});

describe('what records now', () => {
  const two = [recording(), recording({ id: 'rec-2', channel: 'support', people: 1 })];

  it('shows a row for each, and none for those that are over', async () => {
    show({ recording_list: () => [...two, recording({ id: 'rec-3', state: 'saved' })] });
    const rows = await screen.findAllByTestId('recording-row');
    expect(rows.map((row) => row.getAttribute('data-channel'))).toEqual(['board-sync', 'support']);
    expect(rows[1]?.textContent).toContain('1 person');
  });

  it('stops only on a second press', async () => {
    const { backend } = show({ recording_list: () => two });
    const [button] = await screen.findAllByTestId('stop-button');
    if (button === undefined) throw new Error('there is no stop button');
    const press = () => {
      fireEvent.pointerDown(button, { button: 0 });
      fireEvent.pointerUp(button);
    };
    press();
    expect(backend.asked('recording_stop')).toEqual([]);
    press();
    await waitFor(() => expect(backend.asked('recording_stop')).toEqual([{ id: 'rec-1' }]));
  });
});

it('a stop that comes too late looks again instead of stopping again', async () => {
  const { backend, user } = show({
    recording_list: () => [recording()],
    recording_stop: () => {
      throw failure({ code: 'notNow' });
    },
  });
  const stop = await screen.findByTestId('stop-button');
  await user.click(stop);
  await user.click(stop);
  const button = await screen.findByTestId('failure-action');
  expect(button.textContent).toBe('Look again');
  await user.click(button);
  await waitFor(() => expect(backend.asked('recording_list')).toHaveLength(2));
  expect(backend.asked('recording_stop')).toHaveLength(1);
});

describe('the choices', () => {
  it('offer layouts of the picture’s shape', async () => {
    useDraft.setState({
      setup: { ...setup, picture: { width: 720, height: 1280, fps: 30, bitrate: null } },
    });
    show();
    expect(await screen.findByTestId('layout-thumb-stacked2')).toBeTruthy();
    expect(screen.queryByTestId('layout-thumb-speakerRight3'), 'it is 16:9').toBeNull();
  });

  it('offer only the account’s kind of storage', async () => {
    const info = { ...appInfo, settings: { ...appInfo.settings, accountId: 'acme' } };
    const { backend, user } = show({ app_info: () => info });
    await ready();
    await user.type(channel(), 'a');
    await user.click(startButton());
    await waitFor(() => expect(backend.asked('recording_start')[0]?.storageId).toBe('team'));
  });

  it('ask for a storage where an account has none', async () => {
    const info = { ...appInfo, settings: { ...appInfo.settings, accountId: 'acme' } };
    const { user } = show({ app_info: () => info, storage_list: () => [] });
    await user.click(await screen.findByTestId('add-storage'));
    expect(currentRoute().screen).toBe('accounts');
  });
});

describe.each(['dark', 'light'])('in the %s theme', (theme) => {
  it('has nothing that axe finds wrong', async () => {
    document.documentElement.dataset.theme = theme;
    const { container, user } = show({ recording_list: () => [recording()] });
    await ready();
    await user.click(screen.getByTestId('more-settings'));
    await screen.findByTestId('recorder-id');
    expect(await violations(container)).toEqual([]);
  });
});
