import { useQuery } from '@tanstack/react-query';
import { call, type People, type Recording } from '../../bridge';

/** How often the channel is looked at while somebody looks at its picture, in milliseconds. */
const EVERY = 10_000;

/** Who is in the channel now, without the recorder itself; `null` until the first look came back. */
export function usePeople(recording: Recording): People | null {
  const { accountId, channel, recorderId } = {
    accountId: recording.accountId,
    channel: recording.channel,
    recorderId: Number(recording.recorderId),
  };
  const { data } = useQuery({
    queryKey: ['people', accountId, channel],
    queryFn: () => call('channel_people', { accountId, channel }),
    // A hidden window is not refreshed: the query client pauses the interval there.
    refetchInterval: EVERY,
    retry: false,
  });
  if (data === undefined) return null;
  return { ...data, ids: data.ids.filter((id) => id !== recorderId) };
}
