import { useCallback, useEffect, useRef, useState } from 'react';
import {
  asFailure,
  type Call,
  type CallOrigin,
  type CallSummary,
  call,
  type Failure,
  onStudioEvent,
} from '../../../bridge';

export interface CallFilter {
  search: string;
  origin: CallOrigin | null;
  call: Call | null;
}

/** How many are asked for at once. */
const PART = 100;

/** How long typing must rest before it is looked for, in milliseconds. */
const REST_MS = 200;

export interface Calls {
  /** Newest first. */
  calls: readonly CallSummary[];
  /** How many the whole history has, and the bytes that it takes. */
  kept: number;
  bytes: number;
  /** The first part of what is wanted is not there yet. */
  isLoading: boolean;
  failure: Failure | null;
  /** Asks for the next older part, where there is one. */
  more: () => void;
  /** Asks for everything anew. */
  reload: () => void;
}

interface Loaded {
  filter: CallFilter;
  calls: CallSummary[];
  kept: number;
  bytes: number;
  hasMore: boolean;
}

/** The calls that fit, in parts as they are scrolled to, and kept up to date with each new one. */
export function useCalls(filter: CallFilter): Calls {
  const { search, origin, call: name } = filter;
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [turn, setTurn] = useState(0);
  const isAsking = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks anew
  useEffect(() => {
    let isLatest = true;
    const wanted = { search, origin, call: name };
    const ask = () => {
      isAsking.current = true;
      call('call_list', { ...wanted, before: null, most: PART })
        .then(
          (page) => {
            if (!isLatest) return;
            setFailure(null);
            setLoaded({ filter: wanted, ...page, hasMore: page.more });
          },
          (thrown) => isLatest && setFailure(asFailure(thrown)),
        )
        .finally(() => {
          if (isLatest) isAsking.current = false;
        });
    };
    // The first list, and the one after a press, need not wait for typing to rest.
    const timer = setTimeout(ask, search === '' ? 0 : REST_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [search, origin, name, turn]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onStudioEvent((event) => {
      if (event.type !== 'call') return;
      setLoaded((before) => (before === null ? before : withCall(before, event.call)));
      // Only the studio can say whether a new call fits the words that are looked for.
      clearTimeout(timer);
      if (search !== '') timer = setTimeout(() => setTurn((one) => one + 1), REST_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [search]);

  const more = useCallback(() => {
    const last = loaded?.calls.at(-1);
    if (!loaded?.hasMore || last === undefined || isAsking.current) return;
    isAsking.current = true;
    call('call_list', { ...loaded.filter, before: last.id, most: PART })
      .then(
        (page) =>
          setLoaded((now) =>
            now === null || now.filter !== loaded.filter
              ? now
              : {
                  ...now,
                  calls: [...now.calls, ...page.calls.filter(({ id }) => id < last.id)],
                  hasMore: page.more,
                },
          ),
        (thrown) => setFailure(asFailure(thrown)),
      )
      .finally(() => {
        isAsking.current = false;
      });
  }, [loaded]);

  const isThis =
    loaded !== null &&
    loaded.filter.search === search &&
    loaded.filter.origin === origin &&
    loaded.filter.call === name;
  return {
    calls: loaded?.calls ?? [],
    kept: loaded?.kept ?? 0,
    bytes: loaded?.bytes ?? 0,
    isLoading: !isThis && failure === null,
    failure,
    more,
    reload: () => setTurn((one) => one + 1),
  };
}

/** The list with what an event told: in the place of its older self, or first where it is new and fits. */
function withCall(loaded: Loaded, one: CallSummary): Loaded {
  const { filter, calls } = loaded;
  if (calls.some(({ id }) => id === one.id)) {
    return { ...loaded, calls: calls.map((old) => (old.id === one.id ? one : old)) };
  }
  const isOlder = one.id < (calls[0]?.id ?? 0);
  if (isOlder) return loaded;
  // Each call is told of twice: when it goes out and when it is answered.
  const isSent = one.status === null && one.elapsed === null;
  const kept = loaded.kept + (isSent ? 1 : 0);
  const fits =
    filter.search === '' &&
    (filter.origin === null || filter.origin === one.origin) &&
    (filter.call === null || filter.call === one.call);
  return fits ? { ...loaded, kept, calls: [one, ...calls] } : { ...loaded, kept };
}
