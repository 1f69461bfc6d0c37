import { useState } from 'react';
import { asFailure, type Failure } from '../../bridge';
import { useAccounts, useSettings } from '../../data';
import { Button, FailureNote } from '../../kit';
import { useMessages } from '../../messages';
import styles from './AccountsScreen.module.css';
import { KeychainBanner } from './KeychainBanner';
import { PracticeCard } from './PracticeCard';
import { Projects } from './Projects';
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
        <p className="sub">{words.subtitle}</p>
        <span className="grow" />
        <Button variant="primary" icon="plus" onPress={() => setAdding(true)} testId="account-add">
          {words.addAccount}
        </Button>
      </header>
      <KeychainBanner />
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
