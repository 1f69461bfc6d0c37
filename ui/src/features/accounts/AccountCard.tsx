import { useState } from 'react';
import type { Account, AccountSecret } from '../../bridge';
import { Button, Card, formatWhen, Tag, useNow } from '../../kit';
import { useMessages } from '../../messages';
import styles from './AccountCard.module.css';
import { CheckLines } from './CheckLines';
import { Fact, Facts } from './Facts';
import { SecretDialog } from './SecretDialog';
import { useKeychain } from './useKeychain';
import { useUses } from './useUses';

/** A project with everything but its secrets, and its last check. */
export function AccountCard({
  account,
  isUsed,
  isChecking,
  onUse,
  onCheck,
  onEdit,
  onDuplicate,
  onDelete,
  onReplaced,
}: {
  account: Account;
  isUsed: boolean;
  isChecking: boolean;
  onUse: () => void;
  onCheck: () => void;
  onEdit: () => void;
  onDuplicate: () => void;
  onDelete: () => void;
  onReplaced: (account: Account) => void;
}) {
  const m = useMessages();
  const words = m.accounts;
  const uses = useUses('account', account.id);
  const [replacing, setReplacing] = useState<AccountSecret | null>(null);
  const isBuiltIn = account.baseUrl === null;
  const own = account.area === 'china' ? words.closestChina : words.closest;
  return (
    <Card testId="account-card" owner={account.id}>
      <header className={styles.head}>
        <h3 className={styles.name}>{account.name}</h3>
        <StatusTag account={account} />
        {isUsed ? <Tag tone="accent">{words.inUse}</Tag> : null}
        <span className="grow" />
        <Button size="sm" isPending={isChecking} onPress={onCheck} testId="account-check">
          {isChecking ? words.checking : account.check === null ? words.check : words.checkAgain}
        </Button>
      </header>
      <Facts>
        <Fact label={words.fields.appId}>
          <span className="mono">{account.appId}</span>
        </Fact>
        <Fact label={words.fields.customerId}>
          <span className="mono">{account.customerId}</span>
        </Fact>
        <SecretFact
          label={words.fields.customerSecret}
          isThere={account.hasSecret}
          isNeeded
          onReplace={() => setReplacing('customerSecret')}
        />
        <SecretFact
          label={words.fields.certificate}
          isThere={account.hasCertificate}
          onReplace={() => setReplacing('certificate')}
        />
        <Fact label={words.fields.baseUrl}>
          {isBuiltIn ? own : <span className="mono">{account.baseUrl}</span>}
        </Fact>
        <Fact label={words.usedByLabel}>{uses}</Fact>
      </Facts>
      <Check account={account} />
      <footer className={styles.actions}>
        {isUsed ? null : (
          <Button onPress={onUse} testId="account-use">
            {words.use}
          </Button>
        )}
        <Button icon="edit" onPress={onEdit} testId="account-edit">
          {words.edit}
        </Button>
        <Button icon="copy" onPress={onDuplicate} testId="account-duplicate">
          {words.duplicate}
        </Button>
        <span className="grow" />
        <Button variant="ghost" icon="trash" onPress={onDelete} testId="account-delete">
          {words.delete}
        </Button>
      </footer>
      {replacing === null ? null : (
        <SecretDialog
          account={account}
          kind={replacing}
          onClose={() => setReplacing(null)}
          onSaved={(changed) => {
            setReplacing(null);
            onReplaced(changed);
          }}
        />
      )}
    </Card>
  );
}

function StatusTag({ account }: { account: Account }) {
  const words = useMessages().accounts;
  if (!account.hasSecret) return <Tag tone="warn">{words.needsSecret}</Tag>;
  if (account.check === null) return <Tag>{words.unchecked}</Tag>;
  return account.check.ok ? (
    <Tag tone="ok">{words.working}</Tag>
  ) : (
    <Tag tone="rec">{words.notWorking}</Tag>
  );
}

function SecretFact({
  label,
  isThere,
  isNeeded = false,
  onReplace,
}: {
  label: string;
  isThere: boolean;
  isNeeded?: boolean;
  onReplace: () => void;
}) {
  const words = useMessages().accounts;
  const kept = useKeychain().data?.inMemory ? words.inMemory : words.inKeychain;
  const action = isThere ? words.replace : words.put;
  return (
    <Fact
      label={label}
      action={
        <Button size="sm" onPress={onReplace} label={`${action}: ${label}`}>
          {action}
        </Button>
      }
    >
      {isThere ? kept : isNeeded ? words.notInKeychain : words.none}
    </Fact>
  );
}

function Check({ account }: { account: Account }) {
  const m = useMessages();
  const now = useNow(60_000);
  if (account.check === null) return null;
  return (
    <div className={styles.check} role="status">
      <CheckLines check={account.check} />
      <p className={styles.when}>
        {m.accounts.lastCheck(formatWhen(account.check.at, now, m.locale))}
      </p>
    </div>
  );
}
