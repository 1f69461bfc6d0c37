import { useQueries } from '@tanstack/react-query';
import { call, type PictureTrouble } from '../bridge';

/** What is known of a picture that a layout names. */
export type PictureLook =
  | { state: 'looking' }
  /** `url` is on the loopback. */
  | { state: 'shown'; url: string }
  | { state: 'unseen'; trouble: PictureTrouble; params: Record<string, string> };

export interface Pictures {
  /** By the address that the layout has. */
  of: (address: string | undefined) => PictureLook | null;
  /** The address on the loopback, of what can be shown. */
  url: (address: string | undefined) => string | undefined;
  again: (address: string) => void;
}

/** A picture that cannot be shown is looked at again after this time, in milliseconds. */
const STALE_MS = 5 * 60_000;

/** Pictures from the internet. The page may not fetch them; the studio does. */
export function usePictures(addresses: readonly (string | undefined)[]): Pictures {
  const wanted = [...new Set(addresses)].filter((one): one is string => Boolean(one));
  const results = useQueries({
    queries: wanted.map((url) => ({
      queryKey: ['picture', url],
      queryFn: () => call('picture_source', { url }),
      staleTime: STALE_MS,
      gcTime: STALE_MS,
      retry: false,
    })),
  });
  const at = (address: string) => results[wanted.indexOf(address)];
  const look = (address: string | undefined): PictureLook | null => {
    if (!address) return null;
    const result = at(address);
    if (result?.data === undefined || result.isRefetching) {
      // A studio that does not answer cannot show it either.
      return result?.isError && !result.isFetching
        ? { state: 'unseen', trouble: 'unreachable', params: {} }
        : { state: 'looking' };
    }
    return result.data;
  };
  return {
    of: look,
    url: (address) => {
      const found = look(address);
      return found?.state === 'shown' ? found.url : undefined;
    },
    again: (address) => void at(address)?.refetch(),
  };
}

/** One of them. */
export function usePicture(address: string | undefined) {
  const pictures = usePictures([address]);
  return {
    look: pictures.of(address),
    url: pictures.url(address),
    again: () => {
      if (address) pictures.again(address);
    },
  };
}
