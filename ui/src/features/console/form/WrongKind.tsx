import { useMessages } from '../../../messages';
import { showInText } from '../twin/place';
import styles from './Form.module.css';

/** Stands in place of a control when the body has something there that the control can't show. */
export function WrongKind({ value, field }: { value: unknown; field: string }) {
  const { api } = useMessages();
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return (
    <span className={styles.box} data-look="bad">
      <span className={styles.picked}>{api.wrongKind(api.kinds[kind] ?? kind)}</span>
      <button type="button" className={styles.link} onClick={() => showInText(field)}>
        {api.showText}
      </button>
    </span>
  );
}
