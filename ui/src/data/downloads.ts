import {
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type CommandName, type Commands, call, type Download, type Failure } from '../bridge';

const KEY = ['downloads'] as const;

/** All downloads, newest first; events keep them up to date. */
export function useDownloads(): UseQueryResult<Download[], Failure> {
  return useQuery({
    queryKey: KEY,
    queryFn: () => call('download_list', {}),
    refetchOnMount: 'always',
  });
}

type Name = Extract<CommandName, `download_${string}`>;

/** A command about a download; what it answers is in the list at once. */
export function useDownloadCommand<N extends Exclude<Name, 'download_list'>>(
  name: N,
): UseMutationResult<Commands[N]['res'], Failure, Commands[N]['req']> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (req: Commands[N]['req']) => call(name, req),
    onSuccess: (res, req) => {
      if (name === 'download_remove') {
        client.setQueryData<Download[]>(KEY, (list) => list?.filter((one) => one.id !== req.id));
      } else if ('state' in res) {
        const list = client.getQueryData<Download[]>(KEY);
        // An event that came before the answer knows more.
        if (name !== 'download_start' || !list?.some((one) => one.id === res.id)) {
          freshenDownloads(client, res);
        }
      }
    },
  });
}

/** Puts a download in the place of its older self, or before all others. */
export function freshenDownloads(client: QueryClient, download: Download): void {
  client.setQueryData<Download[]>(KEY, (list) => {
    if (list === undefined) return list;
    return list.some((one) => one.id === download.id)
      ? list.map((one) => (one.id === download.id ? download : one))
      : [download, ...list];
  });
}
