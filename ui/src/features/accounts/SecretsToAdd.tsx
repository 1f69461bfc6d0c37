import { useAccounts, useStorages } from '../../data';
import { Tag } from '../../kit';
import { useMessages } from '../../messages';

/** How many secrets are still to be typed before every project and storage works. */
export function SecretsToAdd() {
  const words = useMessages().accounts.exchange;
  const accounts = useAccounts().data ?? [];
  const storages = useStorages().data ?? [];
  const missing =
    accounts.filter((account) => !account.hasSecret).length +
    // Both keys of a storage.
    2 * storages.filter((storage) => !storage.hasKeys).length;
  if (missing === 0) return null;
  return (
    <p data-testid="secrets-to-add">
      <Tag tone="warn">{words.secretsToAdd(missing)}</Tag>
    </p>
  );
}
