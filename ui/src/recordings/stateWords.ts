import type { Recording } from '../bridge';
import type { Messages } from '../messages';

/** The words of the state tag, for sorting and searching. */
export function stateWords(recording: Recording, m: Messages): string {
  const code = recording.problem?.code;
  if (code === 'stoppedUnexpectedly') return m.states.stoppedUnexpectedly;
  if (recording.state === 'ended' && code === 'endedByItself') return m.states.endedByItself;
  if (recording.state === 'recording' && code === 'unreachable') return m.states.unreachable;
  if (recording.state === 'saved' && recording.upload === 'backuped') return m.states.inBackup;
  return m.states[recording.state];
}
