import type { Layout } from '../../bridge';
import { setDraft } from '../../draft';
import { Thumb } from '../../kit';
import { layoutName, useMessages } from '../../messages';
import styles from './Record.module.css';
import type { RecordForm } from './useRecordForm';

const SHOWN = 4;

/** Four layouts of the picture's shape, the chosen one always among them. */
export function LayoutStrip({
  form,
  layout,
  onAll,
}: {
  form: RecordForm;
  layout: Layout;
  onAll: () => void;
}) {
  const messages = useMessages();
  const { record } = messages;
  const first = form.layouts.slice(0, SHOWN);
  const shown = first.some(({ id }) => id === layout.id)
    ? first
    : [...first.slice(0, SHOWN - 1), layout];
  const words = form.words.layout;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{record.layout}</legend>
      <div className={styles.strip}>
        {shown.map((one) => (
          <Thumb
            key={one.id}
            document={one.document}
            label={layoutName(messages, one)}
            selected={one.id === layout.id}
            onPress={() => setDraft({ layoutId: one.id })}
            testId={`layout-thumb-${one.id}`}
          />
        ))}
      </div>
      <p className={styles.hint}>
        {layoutName(messages, layout)} ·{' '}
        <button type="button" className={styles.link} data-testid="all-layouts" onClick={onAll}>
          {record.allLayouts(form.layoutCount)}
        </button>
      </p>
      {words?.error || words?.warn ? (
        <p className={words.error ? styles.error : styles.warn} data-testid="issue-layout">
          {words.error ?? words.warn}
        </p>
      ) : null}
    </fieldset>
  );
}
