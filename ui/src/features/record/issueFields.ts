import type { Issue } from '../../bridge';
import type { Messages } from '../../messages';

/** The fields of the form that an issue can stand at. */
export type Field =
  | 'channel'
  | 'recorderId'
  | 'picture'
  | 'layout'
  | 'saveTo'
  | 'stop'
  | 'channelType'
  | 'sound'
  | 'stream'
  | 'mp4'
  | 'background'
  | 'control'
  | 'region'
  | 'other';

/** Where members of the bodies are on the form; the first that the pointer begins with counts. */
const places: readonly [pointer: string, field: Field][] = [
  ['/cname', 'channel'],
  ['/uid', 'recorderId'],
  ['/clientRequest/resourceExpiredHour', 'control'],
  ['/clientRequest/region', 'region'],
  ['/clientRequest/recordingConfig/channelType', 'channelType'],
  ['/clientRequest/recordingConfig/audioProfile', 'sound'],
  ['/clientRequest/recordingConfig/videoStreamType', 'stream'],
  ['/clientRequest/recordingConfig/maxIdleTime', 'stop'],
  ['/clientRequest/recordingConfig/transcodingConfig/backgroundColor', 'background'],
  ['/clientRequest/recordingConfig/transcodingConfig/layoutConfig', 'layout'],
  ['/clientRequest/recordingConfig/transcodingConfig/mixedVideoLayout', 'layout'],
  ['/clientRequest/recordingConfig/transcodingConfig', 'picture'],
  ['/clientRequest/recordingFileConfig', 'mp4'],
  ['/clientRequest/storageConfig', 'saveTo'],
];

export function fieldOf(pointer: string): Field {
  const place = places.find(([start]) => pointer === start || pointer.startsWith(`${start}/`));
  return place?.[1] ?? 'other';
}

export interface FieldWords {
  error?: string;
  warn?: string;
}

/** One sentence at each field; an error is said before a warning. */
export function wordsByField(
  issues: readonly Issue[],
  messages: Messages,
): Partial<Record<Field, FieldWords>> {
  const result: Partial<Record<Field, FieldWords>> = {};
  for (const issue of issues) {
    const field = fieldOf(issue.path);
    const kind = issue.severity === 'error' ? 'error' : 'warn';
    const words = result[field] ?? {};
    if (words[kind] === undefined) {
      words[kind] =
        field === 'channel' && (issue.code === 'empty' || issue.code === 'required')
          ? messages.record.channelNeeded
          : messages.issues[issue.code](issue.params);
    }
    result[field] = words;
  }
  return result;
}
