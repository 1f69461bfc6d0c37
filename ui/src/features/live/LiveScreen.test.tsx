import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { currentRoute, go } from '../../app/route';
import type { Recording } from '../../bridge';
import { layouts } from '../../testing/layouts';
import { backendWith, entry, everyState, LONG_NAME, story } from '../../testing/more';
import { renderScreen, violations } from '../../testing/renderScreen';
import { failure, recording } from '../../testing/samples';
import LiveScreen from './LiveScreen';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

function running(change: Partial<Recording> = {}): Recording {
  const now = Date.now();
  return recording({
    createdAt: now - 42 * MINUTE,
    startedAt: now - 42 * MINUTE,
    firstPieceAt: now - 41 * MINUTE,
    checkedAt: now - 3 * SECOND,
    nextCheckAt: now + 7 * SECOND,
    plannedEnd: now + 60 * MINUTE,
    controlUntil: now + 71 * 60 * MINUTE,
    ...change,
  });
}

function open(one: Recording, change: Parameters<typeof backendWith>[1] = {}) {
  const backend = backendWith([one], change);
  return { backend, ...renderScreen(LiveScreen, backend, { screen: 'live', id: one.id }) };
}

describe('the board', () => {
  it('shows what runs and nothing that is over', async () => {
    renderScreen(LiveScreen, backendWith(everyState(Date.now())), { screen: 'live' });
    const cards = await screen.findAllByTestId('live-card');
    expect(
      cards.map((card) => card.dataset.id).sort(),
      'files still on their way keep a card on the board',
    ).toEqual(['confirming', 'long', 'lost', 'preparing', 'running', 'unconfirmed', 'uploading']);
    const lost = cards.find((card) => card.dataset.id === 'lost');
    expect(lost?.textContent).toContain('out of touch');
  });

  it('opens a recording by a press', async () => {
    const { user } = renderScreen(LiveScreen, backendWith([running({ id: 'a' })]), {
      screen: 'live',
    });
    await user.click(await screen.findByTestId('live-card'));
    expect(currentRoute()).toEqual({ screen: 'live', id: 'a' });
    expect(screen.getByTestId('live-opened')).toBeTruthy();
  });

  it('becomes a table when there are more than eight, and opens by keyboard', async () => {
    const many = Array.from({ length: 9 }, (_, i) =>
      running({ id: `r${i}`, channel: `room-${i}` }),
    );
    const { user } = renderScreen(LiveScreen, backendWith(many), { screen: 'live' });
    const table = await screen.findByRole('grid', { name: 'Running recordings' });
    expect(within(table).getAllByTestId('live-card')).toHaveLength(9);
    await user.tab();
    await user.keyboard('{Enter}');
    expect(currentRoute(), 'Enter on the focused row opens it').toMatchObject({ screen: 'live' });
    expect('id' in currentRoute()).toBe(true);
  });

  it('teaches and offers Record when nothing runs', async () => {
    const { user } = renderScreen(LiveScreen, backendWith([]), { screen: 'live' });
    await user.click(await screen.findByRole('button', { name: 'Start a recording' }));
    expect(currentRoute()).toEqual({ screen: 'record' });
  });

  it('says what is wrong when the list cannot be read, and asks again', async () => {
    let isBroken = true;
    const backend = backendWith([], {
      recording_list: () => {
        if (isBroken) throw failure({ code: 'store' });
        return [running()];
      },
    });
    const { user } = renderScreen(LiveScreen, backend, { screen: 'live' });
    const note = await screen.findByTestId('failure');
    isBroken = false;
    await user.click(within(note).getByTestId('failure-action'));
    expect(await screen.findByTestId('live-card')).toBeTruthy();
  });
});

describe('stop', () => {
  it('takes two presses', async () => {
    const { backend, user } = open(running());
    const button = await screen.findByTestId('stop-button');
    await user.click(button);
    expect(backend.asked('recording_stop'), 'one press must not end a recording').toEqual([]);
    await user.click(button);
    expect(backend.asked('recording_stop')).toEqual([{ id: 'rec-1' }]);
  });

  it('or one of 0.8 s', async () => {
    const { backend } = open(running());
    const button = await screen.findByTestId('stop-button');
    vi.useFakeTimers();
    try {
      fireEvent.pointerDown(button, { button: 0 });
      act(() => void vi.advanceTimersByTime(790));
      expect(backend.asked('recording_stop')).toEqual([]);
      act(() => void vi.advanceTimersByTime(20));
      expect(backend.asked('recording_stop')).toEqual([{ id: 'rec-1' }]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('shows why it did not work and keeps the button', async () => {
    const { user } = open(running(), {
      recording_stop: () => {
        throw failure({ code: 'serviceTrouble', status: 500 });
      },
    });
    const button = await screen.findByTestId('stop-button');
    await user.click(button);
    await user.click(button);
    expect((await screen.findByTestId('failure')).dataset.code).toBe('serviceTrouble');
    expect(screen.getByTestId('stop-button')).toBeTruthy();
  });

  it('cannot be asked for twice', async () => {
    const { backend, user } = open(running({ stopWanted: true, state: 'stopping' }));
    const button = await screen.findByTestId('stop-button');
    expect(button.textContent).toContain('Stopping…');
    await user.click(button);
    await user.click(button);
    expect(backend.asked('recording_stop')).toEqual([]);
  });
});

describe('switching the layout', () => {
  it('marks the present one and sends another', async () => {
    const { backend, user } = open(running());
    const now = await screen.findByTestId('live-layout-speakerRight3');
    expect(now.getAttribute('aria-pressed')).toBe('true');
    await user.click(screen.getByTestId('live-layout-grid2x2'));
    expect(backend.asked('recording_layout')).toEqual([{ id: 'rec-1', layoutId: 'grid2x2' }]);
  });

  it('offers only layouts of the recorded shape', async () => {
    open(running());
    await screen.findByTestId('live-layout-grid2x2');
    expect(
      screen.queryByTestId('live-layout-stacked2'),
      'an upright layout would be squeezed into a wide picture',
    ).toBeNull();
  });

  it.each([
    ['waiting', 'waits until the recorder is ready', 'true'],
    ['sent', 'is being sent', 'true'],
    ['refused', 'The recording keeps its layout', undefined],
  ] as const)('says when a change is %s', async (state, words, isOnItsWay) => {
    open(running({ layoutChange: { layoutId: 'grid2x2', state } }));
    expect((await screen.findByTestId('live-layout-change')).textContent).toContain(words);
    const button = await screen.findByTestId('live-layout-grid2x2');
    expect(button.dataset.waiting, 'the button shows what is on its way').toBe(isOnItsWay);
  });

  it('says why a change did not get through', async () => {
    const { user } = open(running(), {
      recording_layout: () => {
        throw failure({ code: 'rateLimited', status: 429 });
      },
    });
    await user.click(await screen.findByTestId('live-layout-grid2x2'));
    expect((await screen.findByTestId('failure')).dataset.code).toBe('rateLimited');
  });

  it('is not offered for sound alone', async () => {
    const one = running();
    open({ ...one, setup: { ...one.setup, recordAs: 'combinedSound' } });
    await screen.findByText(/Sound only/);
    expect(screen.queryByTestId('live-layout-grid2x2')).toBeNull();
  });
});

describe('the picture', () => {
  it('shows who is in the channel in the order of joining, without the recorder', async () => {
    open(running({ layout: layouts[4] }), {
      channel_people: () => ({
        exists: true,
        channelType: 'communication',
        ids: [7, 527841, 5, 9],
        audience: 0,
      }),
    });
    const people = await screen.findByText('3 people');
    expect(people.textContent, 'the third has no place in two halves').toContain('1 person more');
    const labels = within(screen.getByTestId('live-picture')).getAllByText(/^User /);
    expect(labels.map((label) => label.textContent)).toEqual(['User 7', 'User 5']);
  });
});

describe('health', () => {
  it('speaks of the service in words and of the last check in time', async () => {
    open(running());
    expect(await screen.findByText('Recording and saving')).toBeTruthy();
    expect(screen.getByText(/^\d s ago$/)).toBeTruthy();
    expect(screen.getByText(/^70 h 59 min$|^71 h$/)).toBeTruthy();
    expect(screen.getByText('ends after 5 min')).toBeTruthy();
  });

  it('moves the planned end back by half an hour', async () => {
    const { backend, user } = open(running());
    await user.click(await screen.findByTestId('live-extend'));
    expect(backend.asked('recording_extend')).toEqual([{ id: 'rec-1', minutes: 30 }]);
  });
});

describe('what happened', () => {
  it('tells the story in sentences, and adds to it as it goes on', async () => {
    const one = running();
    const { backend } = open(one);
    const list = await screen.findByTestId('timeline');
    expect(within(list).getByText('Layout changed to Grid of four')).toBeTruthy();
    expect(within(list).getByText('Back in touch after 40 s, nothing lost')).toBeTruthy();
    const before = story(one).length;
    act(() =>
      backend.emit({
        type: 'timeline',
        recordingId: one.id,
        entry: entry(Date.now(), 'extended', { minutes: '30' }),
      }),
    );
    await within(list).findByText('The planned end was moved back by 30 min');
    expect(within(list).getAllByRole('listitem')).toHaveLength(before + 1);
  });

  it('has every call ready for experts, with line breaks', async () => {
    const { user } = open(running());
    await user.click(await screen.findByTestId('raw-answers'));
    const answer = await screen.findByRole('region', { name: 'Answer: query' });
    expect(answer.textContent).toBe('{\n  "code": 404,\n  "reason": "failed to find worker"\n}');
  });

  it('copies the IDs that support asks for', async () => {
    const { user } = open(running());
    await user.click(await screen.findByTestId('live-copy-ids'));
    await screen.findByText('IDs copied');
    const text = await navigator.clipboard.readText();
    expect(text).toContain('sid: 38f8e3cfdc474cd56fc1ceba380d7e1a');
    expect(text).toContain('cname: board-sync');
    expect(text).toContain('uid: 527841');
  });
});

describe('while it comes up', () => {
  it('names each step', async () => {
    open(running({ state: 'confirming', firstPieceAt: null, serviceStatus: 2 }));
    const steps = within(await screen.findByTestId('live-progress')).getAllByRole('listitem');
    expect(steps.map((step) => [step.textContent, step.dataset.mark])).toEqual([
      ['Reserving a recorder: done', 'done'],
      ['Joining the channel: in progress', 'now'],
      ['First piece saved: to come', 'later'],
    ]);
  });
});

describe('trouble', () => {
  it('shows how much of the 90 seconds has passed and when it looks again', async () => {
    const one = running({ state: 'outOfSight', troubledChecks: 2 });
    open(one, {
      recording_detail: () => ({
        recording: one,
        timeline: [entry(Date.now() - 45 * SECOND, 'outOfSight', {}, 'warn')],
        calls: [],
      }),
    });
    const panel = await screen.findByTestId('live-concern');
    await waitFor(() => {
      const bar = within(panel).getByRole('progressbar');
      const value = Number(bar.getAttribute('aria-valuenow'));
      expect(value, 'half of the window has passed').toBeGreaterThan(48);
      expect(value).toBeLessThan(65);
    });
    expect(panel.textContent).toContain('Checked 2 times');
    expect(panel.textContent).toMatch(/next check in [1-7] s/);
  });

  it('says that the recording goes on without contact, and checks at once when asked', async () => {
    const problem = failure({ code: 'unreachable', status: null });
    const { backend, user } = open(running({ problem, troubledChecks: 1 }));
    const panel = await screen.findByTestId('live-concern');
    expect(panel.textContent).toContain('The recording goes on in the cloud');
    await user.click(within(panel).getByTestId('live-recheck'));
    expect(backend.asked('recording_recheck')).toEqual([{ id: 'rec-1' }]);
  });
});

describe('a problem while it runs', () => {
  it.each(['unauthorized', 'appIdRefused', 'secretMissing'] as const)(
    'of the account leads there: %s',
    async (code) => {
      const { user } = open(running({ problem: failure({ code }) }));
      await user.click(await screen.findByTestId('failure-action'));
      expect(currentRoute()).toEqual({ screen: 'accounts' });
    },
  );

  it.each(['keychainLocked', 'keychainMissing', 'serviceTrouble'] as const)(
    'of another kind is looked at again at once: %s',
    async (code) => {
      const { backend, user } = open(running({ problem: failure({ code, status: null }) }));
      const button = await screen.findByTestId('failure-action');
      expect(button.textContent).toBe('Check now');
      await user.click(button);
      expect(backend.asked('recording_recheck')).toEqual([{ id: 'rec-1' }]);
    },
  );
});

describe('the end', () => {
  it('stays open, says what happened and leads to the player', async () => {
    const one = running();
    const { backend, user } = open(one);
    await screen.findByTestId('stop-button');
    act(() =>
      backend.emit({
        type: 'recording',
        recording: { ...one, state: 'saved', upload: 'uploaded', endedAt: Date.now() },
      }),
    );
    expect((await screen.findByTestId('live-ended')).textContent).toContain('All files are saved.');
    expect(screen.queryByTestId('stop-button')).toBeNull();
    await user.click(screen.getByTestId('live-play'));
    expect(currentRoute()).toEqual({ screen: 'library', id: 'rec-1' });
  });

  it('says most likely why it stopped, and records again with the same settings', async () => {
    const one = running({
      state: 'ended',
      endedAt: Date.now(),
      problem: failure({ code: 'endedByItself', status: null }),
    });
    const { backend, user } = open(one);
    const panel = await screen.findByTestId('live-ended');
    expect(panel.textContent).toContain('nobody sent sound or picture for the last 5 min');
    await user.click(within(panel).getByTestId('record-again'));
    await waitFor(() => expect(currentRoute()).toEqual({ screen: 'record' }));
    expect(backend.asked('settings_save').at(-1)?.draft).toEqual(one.setup);
  });

  it.each([
    ['mayStillRun', 'It may still be running'],
    ['noLongerControllable', 'controlled is over'],
  ] as const)('does not claim that it is over when nobody saw that: %s', async (code, title) => {
    open(running({ state: 'ended', startedAt: null, problem: failure({ code, status: null }) }));
    const text = (await screen.findByTestId('live-ended')).textContent;
    expect(text).toContain(title);
    expect(text).toContain('when everybody has left for the idle time');
    expect(text).not.toContain('did not start');
  });

  it('sends to Accounts when the account is what is wrong', async () => {
    const { user } = open(
      running({ state: 'failed', startedAt: null, firstPieceAt: null, problem: failure() }),
    );
    await user.click(await screen.findByTestId('live-accounts'));
    expect(currentRoute()).toEqual({ screen: 'accounts' });
  });
});

describe('for everybody', () => {
  it.each(['en', 'zh'] as const)(
    'has nothing that axe objects to (%s)',
    async (tongue) => {
      const all = everyState(Date.now());
      const { container } = renderScreen(LiveScreen, backendWith(all), { screen: 'live' }, tongue);
      await screen.findAllByTestId('live-card');
      expect(await violations(container)).toEqual([]);
      for (const id of ['preparing', 'running', 'long', 'lost', 'unexpected']) {
        act(() => go({ screen: 'live', id }));
        await screen.findByTestId('timeline');
        expect(await violations(container), `with ${id} opened`).toEqual([]);
      }
    },
    60_000,
  );

  it('keeps the whole of a 64-byte name within reach', async () => {
    open(running({ channel: LONG_NAME }));
    const heading = await screen.findByRole('heading', { level: 1 });
    expect(heading.getAttribute('title'), 'it may be cut short on screen').toBe(LONG_NAME);
  });
});
