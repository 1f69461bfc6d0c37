import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  type Account,
  call,
  type Failure,
  type Layout,
  type Preflight,
  type Setup,
  type Storage,
} from '../../bridge';

/** How long the form must rest before anybody is asked, in milliseconds. */
const REST_MS = 600;
/** How long an answer is good, in milliseconds. */
const GOOD_FOR_MS = 60_000;

export interface Preflighting {
  /** What was found about the form as it is now; `null` while that is not known. */
  preflight: Preflight | null;
  isChecking: boolean;
  /** The looking itself failed. */
  failure: Failure | null;
  /** Asks everybody again. */
  again: () => void;
  /** What was found about the form as it is now, asking where nobody was asked within the last minute. */
  settle: () => Promise<Preflight | null>;
}

/** Looks at what a recording depends on, whenever something of it has changed and rested. */
export function usePreflight(
  setup: Setup,
  isReady: boolean,
  around: { account?: Account; storage?: Storage; layout?: Layout },
): Preflighting {
  const client = useQueryClient();
  const about = JSON.stringify([setup, withoutChecks(around)]);
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(about), REST_MS);
    return () => clearTimeout(timer);
  }, [about]);

  const asking = (again: boolean) => ({
    queryKey: ['preflight', about],
    queryFn: () => call('preflight_run', { setup, again }),
  });
  const { data, error, isFetching } = useQuery<Preflight, Failure>({
    ...asking(false),
    enabled: isReady && rested === about,
    staleTime: GOOD_FOR_MS,
    gcTime: GOOD_FOR_MS,
    retry: false,
  });

  return {
    preflight: data ?? null,
    isChecking: isReady && (isFetching || (data === undefined && error === null)),
    failure: error,
    again: () =>
      void client
        .fetchQuery({ ...asking(true), staleTime: 0, retry: false })
        .catch(() => undefined),
    settle: () =>
      client
        .fetchQuery({ ...asking(false), staleTime: GOOD_FOR_MS, retry: false })
        .catch(() => null),
  };
}

/** What a check of its own found changes nothing that is looked at here. */
function withoutChecks({
  account,
  storage,
  layout,
}: {
  account?: Account;
  storage?: Storage;
  layout?: Layout;
}) {
  return [account && { ...account, check: null }, storage && { ...storage, check: null }, layout];
}
