import type { Storage, VendorData } from '../../bridge';
import { Button, Card, Tag } from '../../kit';
import { useMessages } from '../../messages';
import styles from './AccountCard.module.css';
import { Fact, Facts } from './Facts';
import { regionWords, vendorWords } from './region';
import { StorageRights } from './StorageRights';
import { StorageTest } from './StorageTest';
import { useKeychain } from './useKeychain';
import { useUses } from './useUses';

/** A place for files with everything but its keys, and its last test. */
export function StorageCard({
  storage,
  vendors,
  isTesting,
  onTest,
  onEdit,
  onDelete,
}: {
  storage: Storage;
  vendors: readonly VendorData[];
  isTesting: boolean;
  onTest: () => void;
  onEdit: () => void;
  onDelete: () => void;
}) {
  const m = useMessages();
  const words = m.accounts;
  const kept = useKeychain().data?.inMemory ? words.inMemory : words.inKeychain;
  const uses = useUses('storage', storage.id);
  const vendor = vendors.find((one) => one.vendor === storage.vendor);
  const region = vendor?.regions.find((one) => one.region === storage.region);
  const keys = storage.hasKeys ? kept : words.notInKeychain;
  return (
    <Card testId="storage-card" owner={storage.id}>
      <header className={styles.head}>
        <h3 className={styles.name}>{storage.name}</h3>
        <StatusTag storage={storage} />
        <span className="grow" />
        <Button size="sm" isPending={isTesting} onPress={onTest} testId="storage-test">
          {isTesting
            ? m.storages.testing
            : storage.check === null
              ? m.storages.test
              : m.storages.testAgain}
        </Button>
      </header>
      <Facts>
        <Fact label={words.fields.vendor}>
          {vendor === undefined ? words.unknownVendor : vendorWords(vendor, m)}
        </Fact>
        <Fact label={words.fields.region}>
          {region === undefined
            ? vendor?.regions.length
              ? words.unknownRegion
              : storage.check?.region
                ? m.storages.foundRegion(storage.check.region)
                : words.noRegion
            : regionWords(region, m)}
        </Fact>
        <Fact label={words.fields.bucket}>{storage.bucket}</Fact>
        {storage.endpoint === null ? null : (
          <Fact label={words.fields.endpoint}>
            <span className="mono">{storage.endpoint}</span>
          </Fact>
        )}
        <Fact label={words.fields.accessKey}>{keys}</Fact>
        <Fact label={words.fields.secretKey}>{keys}</Fact>
        <Fact label={words.usedByLabel}>{uses}</Fact>
      </Facts>
      {storage.check === null ? null : <StorageTest check={storage.check} />}
      <StorageRights
        vendor={storage.vendor}
        bucket={storage.bucket}
        region={region?.code ?? null}
      />
      <footer className={styles.actions}>
        <Button icon="edit" onPress={onEdit} testId="storage-edit">
          {words.editKeys}
        </Button>
        <span className="grow" />
        <Button variant="ghost" icon="trash" onPress={onDelete} testId="storage-delete">
          {words.delete}
        </Button>
      </footer>
    </Card>
  );
}

function StatusTag({ storage }: { storage: Storage }) {
  const m = useMessages();
  if (!storage.hasKeys) return <Tag tone="warn">{m.accounts.keysMissing}</Tag>;
  if (storage.check === null) return <Tag>{m.storages.untested}</Tag>;
  if (!storage.check.canRecord) return <Tag tone="rec">{m.storages.notWorking}</Tag>;
  return storage.check.canPlay ? (
    <Tag tone="ok">{m.storages.working}</Tag>
  ) : (
    <Tag tone="warn">{m.storages.recordOnly}</Tag>
  );
}
