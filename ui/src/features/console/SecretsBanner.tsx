import { useState } from 'react';
import { asFailure } from '../../bridge';
import { Button, Icon, toast } from '../../kit';
import { useMessages } from '../../messages';
import styles from './Console.module.css';
import { useCheck } from './model/check';
import { takeBare } from './model/secrets';

/** Says that secrets stand in the body in the clear, and takes them out of it. */
export function SecretsBanner() {
  const m = useMessages();
  const words = m.api.secret;
  const count = useCheck(({ bare }) => bare.length);
  const [isBusy, setBusy] = useState(false);
  if (count === 0) return null;

  async function take(isKept: boolean) {
    setBusy(true);
    try {
      await takeBare(isKept);
      toast(words.moved);
    } catch (thrown) {
      toast(m.failures[asFailure(thrown).code].title, { tone: 'bad' });
    }
    setBusy(false);
  }

  return (
    <div className={styles.banner} role="status" data-testid="bare-secrets">
      <Icon name="warn" size={15} />
      <span>{words.banner(count)}</span>
      <Button size="sm" isPending={isBusy} testId="bare-keep" onPress={() => void take(true)}>
        {words.bannerKeep}
      </Button>
      <Button size="sm" isPending={isBusy} testId="bare-use" onPress={() => void take(false)}>
        {words.bannerUse}
      </Button>
    </div>
  );
}
