import { QueryClient } from '@tanstack/react-query';
import { onStudioEvent, type Recording } from '../bridge';
import { applyEvent, withRecording } from './cache';

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

/** Recordings that events told of, for lists that were asked for before and answered after. */
const told = new Map<string, Recording>();

export function freshest(list: readonly Recording[]): Recording[] {
  let result = [...list];
  for (const recording of told.values()) result = withRecording(result, recording);
  return result.sort((a, b) => b.createdAt - a.createdAt);
}

export function toldOf(id: string): Recording | undefined {
  return told.get(id);
}

/** Connects the event stream to the cache; returns the way to end it. */
export function connect(client: QueryClient): () => void {
  told.clear();
  return onStudioEvent((event) => {
    if (event.type === 'recording') told.set(event.recording.id, event.recording);
    applyEvent(client, event);
  });
}
