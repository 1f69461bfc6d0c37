import { type ReactNode, useId, useState } from 'react';
import styles from './Fold.module.css';
import { Icon } from './Icon';

export interface FoldProps {
  title: ReactNode;
  children: ReactNode;
  defaultOpen?: boolean;
  /** Stands after the title, such as a count. */
  aside?: ReactNode;
  testId?: string;
}

export function Fold({ title, children, defaultOpen = false, aside, testId }: FoldProps) {
  const [isOpen, setOpen] = useState(defaultOpen);
  const id = useId();
  return (
    <div className={styles.fold}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={id}
        data-testid={testId}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={isOpen ? styles.open : styles.arrow}>
          <Icon name="chevronRight" size={13} />
        </span>
        {title}
        {aside}
      </button>
      <div id={id} hidden={!isOpen} className={styles.body}>
        {isOpen ? children : null}
      </div>
    </div>
  );
}
