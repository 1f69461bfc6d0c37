import { useQuery } from '@tanstack/react-query';
import { call, type Failure, type KeychainReport } from '../../bridge';

export const KEYCHAIN = ['keychain'] as const;

/** Whether the keychain can be used; looked at each time the screen opens. */
export function useKeychain() {
  return useQuery<KeychainReport, Failure>({
    queryKey: KEYCHAIN,
    queryFn: () => call('keychain_check', {}),
    refetchOnMount: 'always',
  });
}
