import type { StorageCheck, StorageCheckLine } from '../../bridge';
import { formatWhen, useNow } from '../../kit';
import { type Messages, useMessages } from '../../messages';
import styles from './AccountCard.module.css';
import { CheckLine } from './CheckLine';
import lineStyles from './CheckLines.module.css';

/** What the last test of a storage found, line by line. */
export function StorageTest({ check }: { check: StorageCheck }) {
  const m = useMessages();
  const now = useNow(60_000);
  return (
    <div className={styles.check} role="status">
      <ul className={lineStyles.lines} aria-label={m.storages.lines}>
        {check.lines.map((line) => (
          <CheckLine
            key={line.step}
            step={line.step}
            level={line.level}
            sentence={m.storages.steps[line.step][line.level === 'ok' ? 'ok' : 'bad']}
            help={help(line, m)}
            failure={line.failure}
          />
        ))}
      </ul>
      <p className={styles.when}>{m.storages.lastTest(formatWhen(check.at, now, m.locale))}</p>
    </div>
  );
}

function help({ trouble, failure }: StorageCheckLine, m: Messages): (string | null)[] {
  const params = failure?.params ?? {};
  if (trouble === null) {
    return [failure === null ? null : m.failures[failure.code].why(params)];
  }
  const words = m.storages.troubles[trouble];
  const left = params.file ? m.storages.left(params.file) : null;
  return [words.why(params), words.fix(params), left];
}
