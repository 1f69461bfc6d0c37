import { useQuery } from '@tanstack/react-query';
import { call, type Recording } from '../../bridge';
import { useDraft } from '../../draft';

/** How often the service is asked again while a recording is edited live, in milliseconds. */
const AGAIN_MS = 15_000;

export interface Here {
  channel: string;
  ids: readonly number[];
  /** Whether the service said so; else nobody knows. */
  isKnown: boolean;
}

/** Who is in the channel that the layout is for: the live one, else the one on the Record form. */
export function useHere(live: Recording | undefined, accountId: string): Here {
  const drafted = useDraft((state) => state.setup.channel);
  const channel = live?.channel ?? drafted;
  const account = live?.accountId ?? accountId;
  const isLegal = /^[\x20-\x7e]{1,64}$/.test(channel);
  const { data } = useQuery({
    queryKey: ['people', account, channel],
    queryFn: () => call('channel_people', { accountId: account, channel }),
    enabled: isLegal,
    staleTime: 10_000,
    refetchInterval: live === undefined ? false : AGAIN_MS,
  });
  const recorder = live?.recorderId;
  const ids = (data?.ids ?? []).filter((id) => String(id) !== recorder);
  return { channel, ids, isKnown: data?.exists === true };
}
