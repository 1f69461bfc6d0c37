import { type ReactNode, useId } from 'react';
import { Icon } from '../../../kit';
import styles from './Form.module.css';
import { turn } from './folds';

/** A heading that opens and closes what is below it. What is closed is not there at all. */
export function Disclosure({
  foldKey,
  isOpen,
  title,
  count,
  aside,
  children,
  field,
  className,
}: {
  foldKey: string;
  isOpen: boolean;
  title: ReactNode;
  count?: ReactNode;
  /** Stands at the right of the heading. */
  aside?: ReactNode;
  children: ReactNode;
  field?: string;
  className?: string;
}) {
  const id = useId();
  return (
    <div className={`${styles.section} ${className ?? ''}`} data-field={field}>
      <div className={styles.sectionHead}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          data-testid={`fold:${foldKey}`}
          onClick={() => turn(foldKey, !isOpen)}
        >
          <span className={styles.arrow} data-open={isOpen ? '' : undefined}>
            <Icon name="chevronRight" size={13} />
          </span>
          {title}
          {count === null || count === undefined ? null : (
            <span className={styles.count}>{count}</span>
          )}
        </button>
        {aside}
      </div>
      {isOpen ? (
        <div id={id} className={styles.inside}>
          {children}
        </div>
      ) : null}
    </div>
  );
}
