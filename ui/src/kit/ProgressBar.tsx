import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import styles from './ProgressBar.module.css';

/** `value` runs from 0 to 1; without it the length is unknown. */
export function ProgressBar({
  label,
  value,
  tone = 'accent',
}: {
  label: string;
  value?: number;
  tone?: 'accent' | 'warn' | 'ok';
}) {
  const share = value === undefined ? 1 : Math.min(1, Math.max(0, value));
  return (
    <AriaProgressBar
      aria-label={label}
      value={share * 100}
      isIndeterminate={value === undefined}
      className={styles.bar}
    >
      <span
        className={`${styles.fill} ${styles[tone]} ${value === undefined ? styles.unknown : ''}`}
        style={{ transform: `scaleX(${share})` }}
      />
    </AriaProgressBar>
  );
}
