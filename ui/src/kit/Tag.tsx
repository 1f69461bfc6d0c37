import type { ReactNode } from 'react';
import styles from './Tag.module.css';

export type Tone = 'neutral' | 'ok' | 'warn' | 'rec' | 'accent';

export function Tag({
  tone = 'neutral',
  children,
  testId,
}: {
  tone?: Tone;
  children: ReactNode;
  testId?: string;
}) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`} data-testid={testId}>
      {children}
    </span>
  );
}
