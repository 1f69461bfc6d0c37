import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asFailure, call, type Failure, type Storage } from '../../bridge';
import { keys, useContract, useRecordings, useSettings, useStorages } from '../../data';
import { Button, EmptyState, FailureNote, toast } from '../../kit';
import { useMessages } from '../../messages';
import styles from './AccountsScreen.module.css';
import { DeleteDialog } from './DeleteDialog';
import { StorageCard } from './StorageCard';
import { StorageDialog } from './StorageDialog';

type Open = { what: 'edit' | 'delete'; storage: Storage } | { what: 'add' } | null;

/** The places for files: added, changed and deleted. */
export function Storages() {
  const m = useMessages();
  const words = m.accounts;
  const client = useQueryClient();
  const all = useStorages().data ?? [];
  const recordings = useRecordings().data ?? [];
  const vendors = useContract().data?.vendors ?? [];
  const { settings } = useSettings();
  const [open, setOpen] = useState<Open>(null);
  const [testing, setTesting] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<Failure | null>(null);
  const storages = all.filter((storage) => !storage.practice);
  const close = () => setOpen(null);

  const put = (changed: Storage) =>
    client.setQueryData<Storage[]>(keys.storages, (list) => replaced(list ?? [], changed));
  const test = async (storage: Storage) => {
    setFailure(null);
    setTesting((before) => new Set(before).add(storage.id));
    try {
      put(await call('storage_check', { id: storage.id }));
    } catch (thrown) {
      setFailure(asFailure(thrown));
    }
    setTesting((before) => new Set([...before].filter((id) => id !== storage.id)));
  };
  const saved = (changed: Storage, isNew: boolean) => {
    close();
    put(changed);
    toast(isNew ? words.added(changed.name) : words.saved(changed.name));
    if (changed.hasKeys) test(changed);
  };
  const remove = async (storage: Storage) => {
    setFailure(null);
    try {
      await call('storage_delete', { id: storage.id });
      client.setQueryData<Storage[]>(keys.storages, (list) =>
        list?.filter((one) => one.id !== storage.id),
      );
      toast(words.deleted(storage.name));
    } catch (thrown) {
      setFailure(asFailure(thrown));
    }
  };
  const add = (
    <Button icon="plus" onPress={() => setOpen({ what: 'add' })} testId="storage-add">
      {words.addStorage}
    </Button>
  );

  return (
    <section className={styles.section} aria-labelledby="storages-title">
      <header className={styles.head}>
        <h2 id="storages-title" className={styles.heading}>
          {words.storages}
        </h2>
        <span className="grow" />
        {storages.length === 0 ? null : add}
      </header>
      {failure === null ? null : (
        <FailureNote failure={failure} onDismiss={() => setFailure(null)} />
      )}
      {storages.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState title={words.noStorages} text={words.noStoragesText} action={add} />
        </div>
      ) : (
        <div className={styles.cards}>
          {storages.map((storage) => (
            <StorageCard
              key={storage.id}
              storage={storage}
              vendors={vendors}
              isTesting={testing.has(storage.id)}
              onTest={() => test(storage)}
              onEdit={() => setOpen({ what: 'edit', storage })}
              onDelete={() => setOpen({ what: 'delete', storage })}
            />
          ))}
        </div>
      )}
      {open?.what === 'add' || open?.what === 'edit' ? (
        <StorageDialog
          storage={open.what === 'edit' ? open.storage : null}
          vendors={vendors}
          names={all
            .filter((one) => open.what === 'add' || one.id !== open.storage.id)
            .map((one) => one.name)}
          onClose={close}
          onSaved={(storage) => saved(storage, open.what === 'add')}
        />
      ) : null}
      {open?.what === 'delete' ? (
        <DeleteDialog
          name={open.storage.name}
          recordings={recordings.filter((one) => one.storageId === open.storage.id)}
          notes={settings.draft?.storageId === open.storage.id ? [words.deleteDraft] : []}
          onClose={close}
          onConfirm={() => remove(open.storage)}
        />
      ) : null}
    </section>
  );
}

function replaced(list: readonly Storage[], changed: Storage): Storage[] {
  return list.some((one) => one.id === changed.id)
    ? list.map((one) => (one.id === changed.id ? changed : one))
    : [...list, changed];
}
