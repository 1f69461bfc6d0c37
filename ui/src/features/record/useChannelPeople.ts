import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call, type People } from '../../bridge';

/** How long the name must rest before the service is asked, in milliseconds. */
const REST_MS = 600;
const GOOD_FOR_MS = 10_000;

/** Who is in the channel now; `null` while unknown. A failure is no news here. */
export function useChannelPeople(
  accountId: string,
  channel: string,
  isLegal: boolean,
): People | null {
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(channel), REST_MS);
    return () => clearTimeout(timer);
  }, [channel]);
  const isSettled = rested === channel && channel !== '' && isLegal;
  const { data } = useQuery({
    queryKey: ['people', accountId, rested],
    queryFn: () => call('channel_people', { accountId, channel: rested }),
    enabled: isSettled,
    staleTime: GOOD_FOR_MS,
    gcTime: GOOD_FOR_MS,
  });
  return isSettled ? (data ?? null) : null;
}
