import type { FailureCode } from '../bridge';

/**
 * What most likely helps. The catalogues have its words under the same name, so that a button
 * cannot say one thing and do another.
 */
export type Remedy =
  | 'again'
  | 'recordAgain'
  | 'lookAgain'
  | 'checkAgain'
  | 'accounts'
  | 'showFields'
  | 'freeId';

export const remedies: Record<FailureCode, Remedy> = {
  invalid: 'showFields',
  notFound: 'lookAgain',
  notNow: 'lookAgain',
  keychainMissing: 'again',
  keychainLocked: 'again',
  keychainFailed: 'again',
  secretMissing: 'accounts',
  unreachable: 'again',
  timeout: 'again',
  unauthorized: 'accounts',
  appIdRefused: 'accounts',
  accountInactive: 'again',
  tooManyRecordings: 'again',
  rateLimited: 'again',
  taskConflict: 'freeId',
  refused: 'again',
  serviceTrouble: 'again',
  noSuchRecording: 'checkAgain',
  unreadableAnswer: 'again',
  interrupted: 'recordAgain',
  nothingRecorded: 'recordAgain',
  neverConfirmed: 'recordAgain',
  sidUnknown: 'checkAgain',
  mayStillRun: 'recordAgain',
  noLongerControllable: 'recordAgain',
  endedByItself: 'recordAgain',
  stoppedUnexpectedly: 'recordAgain',
  storage: 'again',
  disk: 'again',
  store: 'again',
  internal: 'again',
};

/** What a screen can do about a failure. `again` repeats what was pressed. */
export type Deeds = Partial<Record<Remedy, () => void>>;

/** The remedy whose button to show: the failure's own where the screen can do it, else a repetition. */
export function remedyFor(code: FailureCode, deeds: Deeds): Remedy | null {
  const own = remedies[code];
  if (deeds[own]) return own;
  return deeds.again ? 'again' : null;
}
