import { shortcutKeys } from '../actions';
import styles from './Keys.module.css';

export function Keys({ shortcut }: { shortcut: string }) {
  return (
    <span className={styles.keys}>
      {shortcutKeys(shortcut).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}{' '}
        </kbd>
      ))}
    </span>
  );
}
