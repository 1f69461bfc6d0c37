import type { Recording, RecordingState, Standing } from '../bridge';
import type { Messages } from '../messages';

/** Every standing, in the order in which a recording goes through them. */
export const STANDINGS: readonly Standing[] = [
  'starting',
  'recording',
  'outOfSight',
  'uploading',
  'saved',
  'inBackup',
  'empty',
  'failed',
  'ended',
  'endedByItself',
  'stoppedUnexpectedly',
];

const usual: Record<RecordingState, Standing> = {
  preparing: 'starting',
  acquired: 'starting',
  starting: 'starting',
  confirming: 'starting',
  recording: 'recording',
  outOfSight: 'outOfSight',
  unconfirmed: 'outOfSight',
  stopping: 'uploading',
  uploading: 'uploading',
  saved: 'saved',
  empty: 'empty',
  failed: 'failed',
  ended: 'ended',
};

/** Where a recording stands, as the studio's library has it. */
export function standingOf(recording: Recording): Standing {
  const code = recording.problem?.code;
  if (code === 'stoppedUnexpectedly') return 'stoppedUnexpectedly';
  if (recording.state === 'ended' && code === 'endedByItself') return 'endedByItself';
  if (recording.state === 'recording' && code === 'unreachable') return 'outOfSight';
  const isOver = recording.state === 'saved' || recording.state === 'ended';
  if (isOver && recording.upload === 'backuped') return 'inBackup';
  return usual[recording.state];
}

/** All that the tag of a state can say where a recording stands so, for a search. */
export function standingWords(standing: Standing, { states }: Messages): string[] {
  switch (standing) {
    case 'starting':
      return [states.preparing, states.starting, states.confirming];
    case 'outOfSight':
      return [states.outOfSight, states.unconfirmed, states.unreachable];
    case 'uploading':
      return [states.uploading, states.stopping];
    default:
      return [states[standing]];
  }
}
