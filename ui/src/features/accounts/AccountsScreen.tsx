import { useEffect, useState } from 'react';
import { useRoute } from '../../app/route';
import { asFailure, type Failure } from '../../bridge';
import { useAccounts, useSettings } from '../../data';
import { Button, FailureNote } from '../../kit';
import { useMessages } from '../../messages';
import styles from './AccountsScreen.module.css';
import { Exchange } from './Exchange';
import { KeychainBanner } from './KeychainBanner';
import { PracticeCard } from './PracticeCard';
import { Projects } from './Projects';
import { SecretsToAdd } from './SecretsToAdd';
import { Storages } from './Storages';

/** Projects and storages, the practice switch, and how the keychain is doing. */
export default function AccountsScreen() {
  const m = useMessages();
  const words = m.accounts;
  const accounts = useAccounts();
  const { settings, save } = useSettings();
  const [isAdding, setAdding] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  // Leaving practice goes to the project that was added last.
  const [latest] = (accounts.data ?? [])
    .filter((account) => !account.practice)
    .sort((a, b) => b.createdAt - a.createdAt);

  const route = useRoute();
  const wanted = route.screen === 'accounts' ? route.id : undefined;
  const isThere = accounts.data !== undefined;
  useEffect(() => {
    if (wanted === undefined || !isThere) return;
    const card = document.querySelector<HTMLElement>(`[data-owner="${CSS.escape(wanted)}"]`);
    card?.scrollIntoView?.({ block: 'center' });
    card?.querySelector<HTMLElement>('button')?.focus();
  }, [wanted, isThere]);

  const practise = (isOn: boolean) => {
    const accountId = isOn ? 'practice' : latest?.id;
    // Without a project there is nothing to leave practice for: add one.
    if (accountId === undefined) {
      setAdding(true);
      return;
    }
    setFailure(null);
    save({ accountId }).catch((thrown) => setFailure(asFailure(thrown)));
  };

  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{words.title}</h1>
        <p className={`sub ${styles.subtitle}`}>{words.subtitle}</p>
        <Exchange />
        <Button variant="primary" icon="plus" onPress={() => setAdding(true)} testId="account-add">
          {words.addAccount}
        </Button>
      </header>
      <KeychainBanner />
      <SecretsToAdd />
      {accounts.error ? (
        <FailureNote failure={accounts.error} action={{ onPress: () => accounts.refetch() }} />
      ) : null}
      {failure === null ? null : <FailureNote failure={failure} />}
      <PracticeCard
        isOn={settings.accountId === 'practice'}
        canLeave={latest !== undefined}
        onChange={practise}
      />
      <Projects isAdding={isAdding} onAdd={setAdding} />
      <Storages />
    </div>
  );
}
