import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Account, asFailure, call, type Failure } from '../../bridge';
import { keys, useAccounts, useRecordings, useSettings } from '../../data';
import { Button, EmptyState, FailureNote, toast } from '../../kit';
import { useMessages } from '../../messages';
import { AccountCard } from './AccountCard';
import { AccountDialog } from './AccountDialog';
import styles from './AccountsScreen.module.css';
import { DeleteDialog } from './DeleteDialog';

type Open = { what: 'edit' | 'delete'; account: Account } | { what: 'add' } | null;

/** The projects: added, checked, chosen, changed and deleted. */
export function Projects({ isAdding, onAdd }: { isAdding: boolean; onAdd: (on: boolean) => void }) {
  const m = useMessages();
  const words = m.accounts;
  const client = useQueryClient();
  const all = useAccounts().data ?? [];
  const recordings = useRecordings().data ?? [];
  const { settings, save } = useSettings();
  const [open, setOpen] = useState<Open>(null);
  const [checking, setChecking] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<Failure | null>(null);
  const projects = all.filter((account) => !account.practice);
  const shown: Open = isAdding ? { what: 'add' } : open;

  const attempt = async (work: () => Promise<unknown>) => {
    setFailure(null);
    try {
      await work();
    } catch (thrown) {
      setFailure(asFailure(thrown));
    }
  };
  const put = (changed: Account) =>
    client.setQueryData<Account[]>(keys.accounts, (list) => replaced(list ?? [], changed));
  const check = async (account: Account) => {
    setChecking((before) => new Set(before).add(account.id));
    await attempt(async () => put(await call('account_check', { id: account.id })));
    setChecking((before) => new Set([...before].filter((id) => id !== account.id)));
  };
  const use = (account: Account) =>
    attempt(async () => {
      await save({ accountId: account.id });
      toast(words.used(account.name));
    });
  const close = () => {
    setOpen(null);
    onAdd(false);
  };
  const saved = (account: Account, isNew: boolean) => {
    close();
    put(account);
    toast(isNew ? words.added(account.name) : words.saved(account.name));
    // The first project takes the place of practice: that is what it was added for.
    if (isNew && settings.accountId === 'practice') save({ accountId: account.id });
    if (account.hasSecret) check(account);
  };
  const duplicate = (account: Account) =>
    attempt(async () => {
      const name = words.copyOf(account.name);
      put(await call('account_duplicate', { id: account.id, name }));
      toast(words.duplicated(name));
    });
  const remove = (account: Account) =>
    attempt(async () => {
      await call('account_delete', { id: account.id });
      client.setQueryData<Account[]>(keys.accounts, (list) =>
        list?.filter((one) => one.id !== account.id),
      );
      toast(words.deleted(account.name));
    });

  return (
    <section className={styles.section} aria-label={words.projects}>
      {failure === null ? null : (
        <FailureNote failure={failure} onDismiss={() => setFailure(null)} />
      )}
      {projects.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState
            title={words.noProjects}
            text={words.noProjectsText}
            action={
              <Button icon="plus" onPress={() => onAdd(true)}>
                {words.addAccount}
              </Button>
            }
          />
        </div>
      ) : (
        <div className={styles.cards}>
          {projects.map((account) => (
            <AccountCard
              key={account.id}
              account={account}
              isUsed={settings.accountId === account.id}
              isChecking={checking.has(account.id)}
              onUse={() => use(account)}
              onCheck={() => check(account)}
              onEdit={() => setOpen({ what: 'edit', account })}
              onDuplicate={() => duplicate(account)}
              onDelete={() => setOpen({ what: 'delete', account })}
              onReplaced={(changed) => {
                put(changed);
                toast(words.replaced);
                check(changed);
              }}
            />
          ))}
        </div>
      )}
      {shown?.what === 'add' || shown?.what === 'edit' ? (
        <AccountDialog
          account={shown.what === 'edit' ? shown.account : null}
          names={all
            .filter((one) => shown.what === 'add' || one.id !== shown.account.id)
            .map((one) => one.name)}
          onClose={close}
          onSaved={(account) => saved(account, shown.what === 'add')}
        />
      ) : null}
      {shown?.what === 'delete' ? (
        <DeleteDialog
          name={shown.account.name}
          recordings={recordings.filter((one) => one.accountId === shown.account.id)}
          notes={settings.accountId === shown.account.id ? [words.deleteSelected] : []}
          onClose={close}
          onConfirm={() => remove(shown.account)}
        />
      ) : null}
    </section>
  );
}

function replaced(list: readonly Account[], changed: Account): Account[] {
  return list.some((one) => one.id === changed.id)
    ? list.map((one) => (one.id === changed.id ? changed : one))
    : [...list, changed];
}
