import { go } from '../../app/route';
import { useAccounts, useStorages } from '../../data';
import { Button, Icon } from '../../kit';
import { useMessages } from '../../messages';
import type { Walk } from './useWelcome';
import styles from './Welcome.module.css';

/** A project and a storage of one's own: both are added under Accounts. */
export function ConnectStep({ walk }: { walk: Walk }) {
  const { welcome: words } = useMessages();
  const projects = (useAccounts().data ?? []).filter(({ practice }) => !practice);
  const storages = (useStorages().data ?? []).filter(({ practice }) => !practice);
  const chosen = projects.find(({ id }) => id === walk.accountId) ?? projects.at(-1);
  const isReady = chosen !== undefined && storages.length > 0;
  const needed = [
    { label: words.project, isThere: projects.length > 0 },
    { label: words.storage, isThere: storages.length > 0 },
  ];
  return (
    <section className={styles.choice}>
      <p className="sub">{words.connectIntro}</p>
      <ul className={styles.lines}>
        {needed.map(({ label, isThere }) => (
          <li key={label} className={styles.line} data-there={isThere}>
            <span className={isThere ? styles.ok : styles.info}>
              <Icon name={isThere ? 'check' : 'ring'} size={14} />
            </span>
            <b>{label}</b>
            <span className="sub">{isThere ? words.added : words.missing}</span>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button variant="ghost" onPress={() => walk.goOn('start')} testId="welcome-back">
          {words.back}
        </Button>
        <span className="grow" />
        <Button
          variant={isReady ? 'plain' : 'primary'}
          onPress={() => go({ screen: 'accounts' })}
          testId="welcome-accounts"
        >
          {words.openAccounts}
        </Button>
        <Button
          variant={isReady ? 'primary' : 'plain'}
          isDisabled={!isReady}
          onPress={() => walk.goOn('check', chosen ? { accountId: chosen.id } : {})}
          testId="welcome-next"
        >
          {words.next}
        </Button>
      </div>
    </section>
  );
}
