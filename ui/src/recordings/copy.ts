import type { Recording } from '../bridge';

/** Puts text on the clipboard. Resolves to whether it is there. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * What Agora's support asks for, under the API's own names. Nothing of it is a secret.
 */
export function supportIds(recording: Recording, version: string): string {
  const rows: [string, string | null][] = [
    ['resourceId', recording.resourceId],
    ['sid', recording.sid],
    ['cname', recording.channel],
    ['uid', recording.recorderId],
    ['mode', 'mix'],
    ['started', iso(recording.startedAt)],
    ['ended', iso(recording.endedAt)],
    ['state', recording.state],
    ['status', recording.serviceStatus === null ? null : String(recording.serviceStatus)],
    ['error', errorOf(recording)],
    ['client', `Roomreel ${version}`],
  ];
  return rows
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function errorOf(recording: Recording): string | null {
  const problem = recording.problem;
  if (problem === null) return null;
  return [problem.code, problem.status, problem.serviceCode, problem.reason]
    .filter((part) => part !== null && part !== '')
    .join(' ');
}
