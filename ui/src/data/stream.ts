import { type Query, QueryClient } from '@tanstack/react-query';
import { onStudioEvent } from '../bridge';
import { applyEvent, keys } from './cache';
import { forgetTold, noteEvent } from './told';

/** The page's one cache. The other side is always there, and events keep it fresh: nothing is asked twice. */
export function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: Number.POSITIVE_INFINITY,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** What events keep fresh. */
const followed: ReadonlySet<unknown> = new Set([
  ...[keys.app, keys.accounts, keys.storages, keys.layouts, keys.recordings].map(([name]) => name),
  keys.recording('')[0],
]);

/** Connects the event stream to the cache; returns the way to end it. */
export function connect(client: QueryClient): () => void {
  forgetTold();
  return onStudioEvent(
    (event) => {
      noteEvent(event);
      applyEvent(client, event);
    },
    () => void askAgain(client),
  );
}

/** Asks for everything anew: what was told before the stream was there is in no event. */
async function askAgain(client: QueryClient): Promise<void> {
  const filters = { predicate: ({ queryKey }: Query) => followed.has(queryKey[0]) };
  // A first question still under way would only be waited for: it is given up for a new one.
  await client.cancelQueries(filters);
  await client.invalidateQueries(filters);
}
