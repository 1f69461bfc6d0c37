import { isRecord } from '../answer/pointer';

export type Part = 'person' | 'host' | 'audience';

/** The channel user list as the service answers it. */
export interface ChannelList {
  exists: boolean;
  /** The service's number of the channel type: 1 for a call, 2 for a live show. */
  mode: number | null;
  people: { id: string; part: Part }[];
  /** All listeners, also those that are not listed; `null` where the answer does not say. */
  audienceTotal: number | null;
}

function idsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Reads an answer of the user list; `null` where it is none, as when the call failed. */
export function peopleOf(answer: unknown): ChannelList | null {
  const data = isRecord(answer) ? answer.data : undefined;
  if (!isRecord(data) || typeof data.channel_exist !== 'boolean') return null;
  const of = (part: Part, value: unknown) => idsOf(value).map((id) => ({ id, part }));
  return {
    exists: data.channel_exist,
    mode: typeof data.mode === 'number' ? data.mode : null,
    people: [
      ...of('person', data.users),
      ...of('host', data.broadcasters),
      ...of('audience', data.audience),
    ],
    audienceTotal: typeof data.audience_total === 'number' ? data.audience_total : null,
  };
}
