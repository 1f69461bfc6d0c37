import { describe, expect, it } from 'vitest';
import { everyState } from '../testing/more';
import { failure, NOON, recording } from '../testing/samples';
import { canSwitchLayout, concern, ending, isOver, ranFor, serviceWord } from './facts';

const MINUTE = 60_000;

describe('what the service says', () => {
  it.each([
    [0, 'gettingReady'],
    [3, 'gettingReady'],
    [4, 'ready'],
    [5, 'inProgress'],
    [6, 'finishing'],
    [7, 'finishing'],
    [8, 'ended'],
    [20, 'unexpected'],
    [12, 'unknown'],
  ])('puts status %i into words', (serviceStatus, word) => {
    expect(serviceWord(recording({ serviceStatus }))).toBe(word);
  });

  it('does not call a recording in progress while the service does not see it', () => {
    expect(serviceWord(recording({ state: 'outOfSight', serviceStatus: 5 }))).toBe('notSeen');
  });
});

describe('concern', () => {
  it('is nothing while all is well', () => {
    expect(concern(recording({ controlUntil: NOON + 90 * MINUTE }), NOON)).toBeNull();
  });

  it('is the lost contact after a check that did not come through', () => {
    const problem = failure({ code: 'unreachable' });
    expect(concern(recording({ problem, troubledChecks: 2 }), NOON)).toBe('unreachable');
  });

  it('warns when control ends before the planned end', () => {
    const soon = recording({
      controlUntil: NOON + 20 * MINUTE,
      plannedEnd: NOON + 60 * MINUTE,
    });
    expect(concern(soon, NOON), 'nobody could stop it at its planned end').toBe('controlEnds');
  });

  it('does not warn when the planned end comes first', () => {
    const fine = recording({ controlUntil: NOON + 20 * MINUTE, plannedEnd: NOON + 10 * MINUTE });
    expect(concern(fine, NOON)).toBeNull();
  });

  it('is over when the recording is over', () => {
    const problem = failure({ code: 'unreachable' });
    expect(concern(recording({ state: 'saved', problem }), NOON)).toBeNull();
  });
});

describe('ending', () => {
  it('tells all ways to end apart', () => {
    const found = Object.fromEntries(
      everyState(NOON)
        .filter(isOver)
        .map((one) => [one.id, ending(one)]),
    );
    expect(found).toEqual({
      uploading: 'uploading',
      saved: 'saved',
      backup: 'backup',
      unexpected: 'unexpected',
      left: 'byItself',
      empty: 'empty',
      failed: 'failed',
    });
  });
});

describe('ranFor', () => {
  it('stops counting at the end', () => {
    const ended = recording({ startedAt: NOON, endedAt: NOON + MINUTE });
    expect(ranFor(ended, NOON + 10 * MINUTE)).toBe(MINUTE);
  });

  it('is unknown for what never started', () => {
    expect(ranFor(recording({ startedAt: null }), NOON)).toBeNull();
  });
});

it('offers no layouts where there is no picture', () => {
  const one = recording();
  const sound = { ...one, setup: { ...one.setup, recordAs: 'combinedSound' as const } };
  expect(canSwitchLayout(one)).toBe(true);
  expect(canSwitchLayout(sound), 'a sound track has nothing to arrange').toBe(false);
});
