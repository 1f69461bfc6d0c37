import type { Recording, RecordingState } from '../bridge';

const FINAL: ReadonlySet<RecordingState> = new Set(['saved', 'empty', 'failed', 'ended']);
const COMING_UP: ReadonlySet<RecordingState> = new Set([
  'preparing',
  'acquired',
  'starting',
  'confirming',
]);

/** The service may take this long to move a recording to another machine, in milliseconds. */
export const SIGHT_WINDOW = 90_000;

/** Control that ends within this time is worth a warning, in milliseconds. */
const CONTROL_WARNING = 30 * 60_000;

/** Nothing more will happen to it. */
export function isFinal(recording: Recording): boolean {
  return FINAL.has(recording.state);
}

/** Between the red button and the first word that it records. */
export function isComingUp(recording: Recording): boolean {
  return COMING_UP.has(recording.state);
}

/** The recorder is over, though files may still be on their way. */
export function isOver(recording: Recording): boolean {
  return isFinal(recording) || recording.state === 'uploading';
}

/** A stop can be asked for now. Where the recording is not confirmed yet, it takes effect once it is. */
export function canStop(recording: Recording): boolean {
  return !recording.stopWanted && !isOver(recording) && recording.state !== 'stopping';
}

/** A layout can be sent, or put in line until the recorder is ready. */
export function canSwitchLayout(recording: Recording): boolean {
  return (
    recording.setup.recordAs === 'combinedVideo' &&
    !recording.stopWanted &&
    (recording.state === 'recording' ||
      recording.state === 'confirming' ||
      recording.state === 'outOfSight')
  );
}

/** How long it ran, in milliseconds; `null` when it never did. */
export function ranFor(recording: Recording, now: number): number | null {
  if (recording.startedAt === null) return null;
  return Math.max(0, (recording.endedAt ?? now) - recording.startedAt);
}

export type ServiceWord =
  | 'gettingReady'
  | 'ready'
  | 'inProgress'
  | 'finishing'
  | 'ended'
  | 'unexpected'
  | 'notSeen'
  | 'unknown';

/** The service's own state in words: its number where it is known, else what the app's state tells. */
export function serviceWord(recording: Recording): ServiceWord {
  if (recording.state === 'outOfSight') return 'notSeen';
  const status = recording.serviceStatus;
  if (status === null) return isComingUp(recording) ? 'gettingReady' : 'unknown';
  if (status <= 3) return 'gettingReady';
  if (status === 4) return 'ready';
  if (status === 5) return 'inProgress';
  if (status === 6 || status === 7) return 'finishing';
  if (status === 8) return 'ended';
  return status === 20 ? 'unexpected' : 'unknown';
}

/** What the person should be told about a running recording, the most pressing first. */
export type Concern =
  | 'outOfSight'
  | 'unreachable'
  | 'unconfirmed'
  | 'controlOver'
  | 'controlEnds'
  | 'problem';

export function concern(recording: Recording, now: number): Concern | null {
  if (isOver(recording)) return null;
  if (recording.state === 'outOfSight') return 'outOfSight';
  if (recording.state === 'unconfirmed') return 'unconfirmed';
  if (isOutOfTouch(recording)) return 'unreachable';
  if (recording.controlUntil !== null && !isComingUp(recording)) {
    const left = recording.controlUntil - now;
    if (left <= 0) return 'controlOver';
    if (left <= CONTROL_WARNING && endsAfterControl(recording)) return 'controlEnds';
  }
  return recording.problem === null ? null : 'problem';
}

function isOutOfTouch(recording: Recording): boolean {
  const code = recording.problem?.code;
  if (code === 'unreachable' || code === 'timeout') return true;
  return code === undefined && recording.troubledChecks > 0;
}

function endsAfterControl(recording: Recording): boolean {
  return (
    recording.plannedEnd === null ||
    (recording.controlUntil !== null && recording.plannedEnd > recording.controlUntil)
  );
}

/** Why a recording is over, most likely. */
export type Ending =
  | 'uploading'
  | 'saved'
  | 'backup'
  | 'empty'
  | 'unexpected'
  | 'byItself'
  | 'neverConfirmed'
  | 'unseen'
  | 'failed'
  | 'unknown';

export function ending(recording: Recording): Ending {
  const code = recording.problem?.code;
  if (code === 'stoppedUnexpectedly') return 'unexpected';
  if (code === 'neverConfirmed') return 'neverConfirmed';
  if (code === 'mayStillRun' || code === 'noLongerControllable') return 'unseen';
  if (recording.state === 'failed') return 'failed';
  if (recording.state === 'empty' || code === 'nothingRecorded') return 'empty';
  if (code === 'endedByItself') return 'byItself';
  if (recording.state === 'uploading') return 'uploading';
  if (recording.upload === 'backuped') return 'backup';
  return recording.state === 'saved' ? 'saved' : 'unknown';
}

/** Something that can be played may be there. */
export function mayHaveFiles(recording: Recording): boolean {
  return recording.files.length > 0 || recording.firstPieceAt !== null;
}
