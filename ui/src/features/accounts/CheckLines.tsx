import type { AccountCheck } from '../../bridge';
import { useMessages } from '../../messages';
import { CheckLine } from './CheckLine';
import styles from './CheckLines.module.css';

/** What a check of a project found, line by line. */
export function CheckLines({ check }: { check: AccountCheck }) {
  const m = useMessages();
  return (
    <ul className={styles.lines} aria-label={m.accounts.lines}>
      {check.lines.map(({ step, level, failure }) => (
        <CheckLine
          key={step}
          step={step}
          level={level}
          sentence={m.checks[step][level]}
          help={[
            failure === null ? null : m.failures[failure.code].why(failure.params),
            m.checks.fix[step],
          ]}
          failure={failure}
        />
      ))}
    </ul>
  );
}
