import { type QueryClient, useQueries } from '@tanstack/react-query';
import { useRef } from 'react';
import { call, type Failure, type LibraryPage, type LibraryQuery, type Recording } from '../bridge';
import { standingOf } from '../recordings/standing';

/** A search of the library, without the stretch that is looked at. */
export type LibrarySearch = Omit<LibraryQuery, 'offset' | 'limit'>;

/** What a search comes to, of which only what is looked at is read. */
export interface Shelf {
  count: number;
  all: number;
  /** `undefined` until it has been read. */
  at: (index: number) => Recording | undefined;
  isPending: boolean;
  error: Failure | null;
  refetch: () => void;
}

/** So many recordings are read at once. */
const PAGE = 100;
/** A page that nobody looks at is kept for so long, in milliseconds. */
const KEPT_MS = 60_000;
const NAME = 'library';

/** The recordings that a search finds, from row `from` up to `until`, each page read when it is needed. */
export function useLibrary(search: LibrarySearch, from: number, until: number): Shelf {
  const last = useRef<Map<number, LibraryPage>>(new Map());
  const wanted = new Set([0]);
  for (let page = Math.floor(from / PAGE); page * PAGE < until; page += 1) wanted.add(page);
  const pages = [...wanted];
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: [NAME, search, page],
      queryFn: () => call('library_list', { ...search, offset: page * PAGE, limit: PAGE }),
      gcTime: KEPT_MS,
      refetchOnMount: 'always' as const,
    })),
  });
  const read = new Map<number, LibraryPage>();
  results.forEach((result, index) => {
    const page = pages[index];
    if (page !== undefined && result.data !== undefined) read.set(page, result.data);
  });
  // Until a new search is answered the last one stays, so that nothing blinks while somebody types.
  const first = read.get(0);
  if (first !== undefined) last.current = read;
  const shown = last.current;
  const head = shown.get(0);
  const failed = results.find((result) => result.error !== null);
  return {
    count: head?.count ?? 0,
    all: head?.all ?? 0,
    at: (index) => shown.get(Math.floor(index / PAGE))?.recordings[index % PAGE],
    isPending: head === undefined,
    error: (failed?.error as Failure | undefined) ?? null,
    refetch: () => {
      for (const result of results) result.refetch();
    },
  };
}

/**
 * Brings the pages that were read up to date with a recording. Where it stands otherwise than before, or is new,
 * it may belong to another place, and the pages are asked for again.
 */
export function freshenLibrary(client: QueryClient, recording: Recording): void {
  let isInPlace = false;
  client.setQueriesData<LibraryPage>({ queryKey: [NAME] }, (page) => {
    const before = page?.recordings.find((one) => one.id === recording.id);
    if (page === undefined || before === undefined) return page;
    isInPlace ||= standingOf(before) === standingOf(recording);
    return {
      ...page,
      recordings: page.recordings.map((one) => (one.id === recording.id ? recording : one)),
    };
  });
  if (!isInPlace) void client.invalidateQueries({ queryKey: [NAME] });
}
