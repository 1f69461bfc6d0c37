import type { Recording } from '../bridge';
import { useRecordings } from '../data';
import { isOver } from '../recordings/facts';

/** Recordings whose recorder is at work, newest first. */
export function runningOf(recordings: readonly Recording[] | undefined): Recording[] {
  return (recordings ?? []).filter((recording) => !isOver(recording));
}

export function useRunning(): Recording[] {
  return runningOf(useRecordings().data);
}
