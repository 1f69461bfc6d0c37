import { useAppInfo, useCommand } from '../../data';
import { Button, Icon, toast } from '../../kit';
import { useMessages } from '../../messages';
import styles from './KeychainBanner.module.css';
import { useKeychain } from './useKeychain';

/** Says what a keychain that does not answer means; nothing while it works. */
export function KeychainBanner() {
  const words = useMessages().accounts.keychain;
  const platform = useAppInfo().data?.platform;
  const { data, error, refetch, isFetching } = useKeychain();
  const session = useCommand('keychain_session');
  const failure = data?.failure ?? error;
  if (data?.inMemory) return <InMemory onMoved={refetch} />;
  if (!failure) return null;

  const isMissing = failure.code === 'keychainMissing';
  const isLocked = failure.code === 'keychainLocked';
  const again = async () => {
    const answer = await refetch();
    if (answer.data !== undefined && answer.data.failure === null) toast(words.works);
  };

  return (
    <section
      className={styles.banner}
      role="alert"
      data-testid="keychain-banner"
      data-code={failure.code}
    >
      <Icon name="warn" size={18} />
      <div className={styles.text}>
        <h2>{isMissing ? words.missingTitle : isLocked ? words.lockedTitle : words.failedTitle}</h2>
        <p>{isMissing ? words.missingText : isLocked ? words.lockedText : words.failedText}</p>
        {isMissing && platform === 'linux' ? <p>{words.missingLinux}</p> : null}
      </div>
      <div className={styles.actions}>
        <Button icon="refresh" isPending={isFetching} onPress={again} testId="keychain-again">
          {words.again}
        </Button>
        <Button
          variant="ghost"
          isPending={session.isPending}
          onPress={() => session.mutate({ inMemory: true }, { onSettled: () => void refetch() })}
          testId="keychain-session"
        >
          {words.session}
        </Button>
      </div>
    </section>
  );
}

/** A person chose to keep secrets in memory; they can still go to the keychain once it answers. */
function InMemory({ onMoved }: { onMoved: () => unknown }) {
  const m = useMessages();
  const words = m.accounts.keychain;
  const session = useCommand('keychain_session');
  const move = () =>
    session.mutate(
      { inMemory: false },
      {
        onSuccess: () => {
          toast(words.moved);
          onMoved();
        },
        onError: (failure) => toast(m.failures[failure.code].title, { tone: 'bad' }),
      },
    );
  return (
    <section className={styles.banner} data-testid="keychain-in-memory">
      <Icon name="warn" size={18} />
      <div className={styles.text}>
        <h2>{words.sessionTitle}</h2>
        <p>{words.sessionText}</p>
      </div>
      <Button isPending={session.isPending} onPress={move} testId="keychain-move">
        {words.move}
      </Button>
    </section>
  );
}
