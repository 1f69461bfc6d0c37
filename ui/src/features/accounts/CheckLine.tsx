import type { Failure, Level } from '../../bridge';
import { Fold, Icon, type IconName, supportText } from '../../kit';
import { useMessages } from '../../messages';
import styles from './CheckLines.module.css';

const ICONS: Record<Level, IconName> = { ok: 'check', info: 'info', warn: 'warn', bad: 'cross' };

/** One thing that was looked at: a sentence, and for what is wrong the way out. */
export function CheckLine({
  step,
  level,
  sentence,
  help,
  failure,
}: {
  step: string;
  level: Level;
  sentence: string;
  /** Why, and what to do; shown where something is wrong. */
  help: readonly (string | null)[];
  failure: Failure | null;
}) {
  const m = useMessages();
  const needsHelp = level === 'bad' || level === 'warn';
  const shown = needsHelp ? help.filter((text) => text !== null) : [];
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
        <p>{sentence}</p>
        {shown.map((text) => (
          <p key={text} className={styles.help}>
            {text}
          </p>
        ))}
        {failure === null ? null : (
          <Fold title={m.shell.details}>
            <pre className={styles.raw}>{supportText(failure, m)}</pre>
          </Fold>
        )}
      </div>
    </li>
  );
}
