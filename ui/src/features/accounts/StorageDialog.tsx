import { type FormEvent, useState } from 'react';
import { call, type Storage, type VendorData } from '../../bridge';
import { Button, Dialog, FailureNote, SecretField, Select, TextField } from '../../kit';
import { useMessages } from '../../messages';
import styles from './dialogs.module.css';
import { fieldErrors } from './fieldErrors';
import { currentFirst, regionWords, vendorWords } from './region';
import { StorageRights } from './StorageRights';
import { useSubmit } from './useSubmit';
import { type Errors, type StorageDraft, storageErrors } from './validate';

/** Azure calls the same things by other names. */
const AZURE = 5;

/** Adds a place for files, changes one, or replaces its keys. */
export function StorageDialog({
  storage,
  vendors,
  names,
  onClose,
  onSaved,
}: {
  storage: Storage | null;
  vendors: readonly VendorData[];
  /** Names of the other storages. */
  names: readonly string[];
  onClose: () => void;
  onSaved: (storage: Storage) => void;
}) {
  const m = useMessages();
  const words = m.accounts;
  const isNew = storage === null;
  const [draft, setDraft] = useState(() => draftOf(storage));
  const [left, setLeft] = useState<ReadonlySet<keyof StorageDraft>>(new Set());
  const [isTried, setTried] = useState(false);
  const { submit, isPending, failure } = useSubmit(async () => {
    onSaved(await send(storage, draft, vendor));
  });

  const vendor = vendors.find((one) => String(one.vendor) === draft.vendor);
  const keys = isNew || !storage.hasKeys ? 'needed' : 'optional';
  const found = storageErrors(draft, words.errors, { names, vendors, keys });
  const refused = fieldErrors(failure, m) as Errors<StorageDraft>;
  const labels = vendor?.vendor === AZURE ? { ...words.fields, ...words.azure } : words.fields;
  const field = (name: keyof StorageDraft) => ({
    label: labels[name],
    value: draft[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
    error: (isTried || left.has(name) ? found[name] : undefined) ?? refused[name],
    testId: `field-${name}`,
  });
  const text = (name: keyof StorageDraft) => ({
    ...field(name),
    onBlur: () => {
      if (draft[name] !== '') setLeft((before) => new Set(before).add(name));
    },
  });
  const save = () => {
    setTried(true);
    if (Object.keys(found).length === 0) submit();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };

  return (
    <Dialog
      title={isNew ? words.addStorageTitle : words.editTitle(storage.name)}
      isOpen
      onClose={onClose}
      size="lg"
      testId="storage-dialog"
      actions={
        <>
          <Button variant="ghost" onPress={onClose}>
            {words.cancel}
          </Button>
          <Button variant="primary" isPending={isPending} onPress={save} testId="storage-save">
            {isPending ? words.saving : words.save}
          </Button>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate className={styles.form}>
        {failure === null ? null : (
          <div className={styles.wide}>
            <FailureNote failure={failure} action={{ label: m.shell.tryAgain, onPress: save }} />
          </div>
        )}
        <TextField {...text('name')} hint={words.hints.storageName} autoFocus />
        <TextField {...text('bucket')} hint={words.hints.bucket} />
        <Select
          {...field('vendor')}
          placeholder={words.chooseVendor}
          items={currentFirst(vendors).map((one) => ({
            id: String(one.vendor),
            label: vendorWords(one, m),
          }))}
          value={draft.vendor || null}
          onChange={(id) => setDraft((before) => ({ ...before, vendor: id, region: '' }))}
        />
        {vendor !== undefined && vendor.regions.length === 0 ? (
          <Select
            label={words.fields.region}
            placeholder={words.noRegion}
            items={[]}
            value={null}
            onChange={() => undefined}
            isDisabled
            hint={words.hints.regionNone}
          />
        ) : (
          <Select
            {...field('region')}
            placeholder={words.chooseRegion}
            items={currentFirst(vendor?.regions ?? []).map((one) => ({
              id: String(one.region),
              label: regionWords(one, m),
            }))}
            value={draft.region || null}
            isDisabled={vendor === undefined}
          />
        )}
        {vendor?.needsEndpoint ? (
          <div className={styles.wide}>
            <TextField {...text('endpoint')} hint={words.hints.endpoint} mono />
          </div>
        ) : null}
        <SecretField
          {...field('accessKey')}
          hint={keys === 'optional' ? words.hints.keysKept : words.hints.accessKey}
        />
        <SecretField
          {...field('secretKey')}
          hint={keys === 'optional' ? words.hints.keysTogether : words.hints.secretKey}
        />
        {vendor === undefined ? null : (
          <div className={styles.wide}>
            <StorageRights
              vendor={vendor.vendor}
              bucket={draft.bucket.trim()}
              region={
                vendor.regions.find((one) => String(one.region) === draft.region)?.code ?? null
              }
            />
          </div>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

function draftOf(storage: Storage | null): StorageDraft {
  return {
    name: storage?.name ?? '',
    vendor: storage === null ? '' : String(storage.vendor),
    region: storage === null ? '' : String(storage.region),
    bucket: storage?.bucket ?? '',
    endpoint: storage?.endpoint ?? '',
    accessKey: '',
    secretKey: '',
  };
}

function send(
  storage: Storage | null,
  draft: StorageDraft,
  vendor: VendorData | undefined,
): Promise<Storage> {
  const values = {
    name: draft.name.trim(),
    vendor: Number(draft.vendor),
    // A provider without regions still needs the number 0 on the wire.
    region: vendor?.regions.length ? Number(draft.region) : 0,
    bucket: draft.bucket.trim(),
    endpoint: vendor?.needsEndpoint ? draft.endpoint.trim() : null,
  };
  if (storage === null) {
    return call('storage_add', {
      ...values,
      accessKey: draft.accessKey,
      secretKey: draft.secretKey,
    });
  }
  return call('storage_update', {
    id: storage.id,
    ...values,
    accessKey: draft.accessKey || null,
    secretKey: draft.secretKey || null,
  });
}
