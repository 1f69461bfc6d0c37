import { useAppInfo } from '../../data';
import { Button, Icon, toast } from '../../kit';
import { useMessages } from '../../messages';
import styles from './KeychainBanner.module.css';
import { useKeychain } from './useKeychain';

/** Says what a keychain that does not answer means; nothing while it works. */
export function KeychainBanner() {
  const words = useMessages().accounts.keychain;
  const platform = useAppInfo().data?.platform;
  const { data, error, refetch, isFetching } = useKeychain();
  const failure = data?.failure ?? error;
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
      <Button icon="refresh" isPending={isFetching} onPress={again} testId="keychain-again">
        {words.again}
      </Button>
    </section>
  );
}
