import { useRecordings, useSettings, useSetups } from '../../data';
import { useMessages } from '../../messages';

/** What uses a project or a storage, in words. */
export function useUses(kind: 'account' | 'storage', id: string): string {
  const { usedBy } = useMessages().accounts;
  const recordings = useRecordings().data ?? [];
  const setups = useSetups().data ?? [];
  const { settings } = useSettings();
  const key = kind === 'account' ? 'accountId' : 'storageId';
  const isInForm =
    kind === 'account' ? settings.accountId === id : settings.draft?.storageId === id;
  return usedBy(
    recordings.filter((recording) => recording[key] === id).length,
    setups.filter(({ setup }) => setup[key] === id).length,
    isInForm,
  );
}
