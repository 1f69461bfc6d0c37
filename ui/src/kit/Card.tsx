import type { ReactNode } from 'react';
import styles from './Card.module.css';

export interface CardProps {
  title?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
  tone?: 'plain' | 'rec';
  testId?: string;
  /** The id of what it shows, so that others can lead to it. */
  owner?: string;
}

export function Card({
  title,
  actions,
  children,
  className,
  tone = 'plain',
  testId,
  owner,
}: CardProps) {
  return (
    <section
      className={[styles.card, tone === 'rec' ? styles.rec : '', className ?? ''].join(' ')}
      data-testid={testId}
      data-owner={owner}
    >
      {title || actions ? (
        <header className={styles.header}>
          {title ? <h2 className={styles.title}>{title}</h2> : null}
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </header>
      ) : null}
      {children}
    </section>
  );
}
