import type { Storage, VendorData } from '../../bridge';
import { Button, Card, Tag } from '../../kit';
import { useMessages } from '../../messages';
import styles from './AccountCard.module.css';
import { Fact, Facts } from './Facts';
import { regionWords, vendorWords } from './region';

/** A place for files with everything but its keys. */
export function StorageCard({
  storage,
  vendors,
  onEdit,
  onDelete,
}: {
  storage: Storage;
  vendors: readonly VendorData[];
  onEdit: () => void;
  onDelete: () => void;
}) {
  const m = useMessages();
  const words = m.accounts;
  const vendor = vendors.find((one) => one.vendor === storage.vendor);
  const region = vendor?.regions.find((one) => one.region === storage.region);
  const keys = storage.hasKeys ? words.inKeychain : words.notInKeychain;
  return (
    <Card testId="storage-card">
      <header className={styles.head}>
        <h3 className={styles.name}>{storage.name}</h3>
        {storage.hasKeys ? null : <Tag tone="warn">{words.keysMissing}</Tag>}
      </header>
      <Facts>
        <Fact label={words.fields.vendor}>
          {vendor === undefined ? words.unknownVendor : vendorWords(vendor, m)}
        </Fact>
        <Fact label={words.fields.region}>
          {region === undefined
            ? vendor?.regions.length
              ? words.unknownRegion
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
      </Facts>
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
