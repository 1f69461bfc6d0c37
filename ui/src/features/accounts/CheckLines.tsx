import type { AccountCheck, CheckLine, Level } from '../../bridge';
import { Fold, Icon, type IconName, supportText } from '../../kit';
import { useMessages } from '../../messages';
import styles from './CheckLines.module.css';

const ICONS: Record<Level, IconName> = { ok: 'check', info: 'info', warn: 'warn', bad: 'cross' };

/** What a check found, line by line: a sentence, and for what is wrong the way out. */
export function CheckLines({ check }: { check: AccountCheck }) {
  const m = useMessages();
  return (
    <ul className={styles.lines} aria-label={m.accounts.lines}>
      {check.lines.map((line) => (
        <Line key={line.step} line={line} />
      ))}
    </ul>
  );
}

function Line({ line }: { line: CheckLine }) {
  const m = useMessages();
  const { step, level, failure } = line;
  const needsHelp = level === 'bad' || level === 'warn';
  return (
    <li
      className={styles.line}
      data-level={level}
      data-code={failure?.code}
      data-testid={`check-line-${step}`}
    >
      <span className={styles.mark}>
        <Icon name={ICONS[level]} size={14} />
        <span className="visually-hidden">{m.checks.mark[level]}: </span>
      </span>
      <div className={styles.text}>
        <p>{m.checks[step][level]}</p>
        {needsHelp && failure !== null ? (
          <p className={styles.help}>{m.failures[failure.code].why(failure.params)}</p>
        ) : null}
        {needsHelp ? <p className={styles.help}>{m.checks.fix[step]}</p> : null}
        {failure === null ? null : (
          <Fold title={m.shell.details}>
            <pre className={styles.raw}>{supportText(failure, m)}</pre>
          </Fold>
        )}
      </div>
    </li>
  );
}
