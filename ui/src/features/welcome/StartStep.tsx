import { useLayouts } from '../../data';
import { Button, pretendPeople, Stage } from '../../kit';
import { useMessages } from '../../messages';
import type { Walk } from './useWelcome';
import styles from './Welcome.module.css';

/** Practice at once, or a project of one's own first. */
export function StartStep({ walk }: { walk: Walk }) {
  const { welcome: words } = useMessages();
  const layout = useLayouts().data?.find(({ id }) => id === 'sideBySide');
  return (
    <>
      <p className={styles.text}>{words.text}</p>
      <div className={styles.pair}>
        <section className={`${styles.choice} ${styles.first}`}>
          <h2>{words.tryTitle}</h2>
          <p className="sub">{words.tryText}</p>
          <div className={styles.stage}>
            {layout ? (
              <Stage
                fill
                document={layout.document}
                people={pretendPeople(2, layout.document.regions)}
                canvas={layout.document.canvas}
              />
            ) : null}
          </div>
          <Button
            variant="primary"
            autoFocus
            onPress={() => walk.goOn('check', { accountId: 'practice' }, null)}
            testId="welcome-try"
          >
            {words.tryButton}
          </Button>
        </section>
        <section className={styles.choice}>
          <h2>{words.connectTitle}</h2>
          <p className="sub">{words.connectText}</p>
          <ol className={styles.list}>
            {words.connectList.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          <span className="grow" />
          <Button onPress={() => walk.goOn('connect', {}, null)} testId="welcome-connect">
            {words.connectButton}
          </Button>
          <p className={styles.fine}>{words.secrets}</p>
        </section>
      </div>
    </>
  );
}
