import { actionById, shortcutKeys } from '../../actions';
import type { Level } from '../../bridge';
import { Button, FailureNote, Icon } from '../../kit';
import { useMessages } from '../../messages';
import styles from './Record.module.css';
import type { RecordForm } from './useRecordForm';

/** The red button. It stays in sight whatever is scrolled. */
export function StartBar({ form }: { form: RecordForm }) {
  const { record, preflight: checks } = useMessages();
  const { errors, warnings, failure, words } = form;
  const keys = shortcutKeys(actionById('recording.start')?.shortcut ?? '').join(' + ');
  return (
    <div className={styles.bar}>
      {failure && !form.isStarting ? (
        <div className={styles.failure}>
          <FailureNote failure={failure} action={form.deeds} onDismiss={form.dismissFailure} />
        </div>
      ) : null}
      {words.other ? (
        <p className={words.other.error ? styles.error : styles.warn} data-testid="issue-other">
          {words.other.error ?? words.other.warn}
        </p>
      ) : null}
      <div className={styles.barRow}>
        <Button
          variant="record"
          onPress={form.start}
          isPending={form.isStarting || form.isLooking}
          testId="start-button"
        >
          <span className={styles.dot} aria-hidden="true" />
          {form.isLooking ? checks.checking : form.isStarting ? record.starting : record.start}
        </Button>
        <p className={styles.ready}>
          {record.orPress} {keys}
          <br />
          {errors > 0 ? (
            <span className={styles.bad}>
              <Icon name="cross" size={11} /> {record.toFix(errors)}
            </span>
          ) : warnings > 0 ? (
            <span className={styles.know}>
              <Icon name="warn" size={11} /> {record.worth(warnings)}
            </span>
          ) : form.setup.channel !== '' && form.check !== null ? (
            <Readiness form={form} />
          ) : null}
        </p>
      </div>
    </div>
  );
}

/** The checks in a word: those beside the form say more. */
function Readiness({ form }: { form: RecordForm }) {
  const { record, preflight: words } = useMessages();
  const lines = form.preflighting.preflight?.lines ?? [];
  const count = (level: Level) => lines.filter((line) => line.level === level).length;
  if (form.preflighting.isChecking) return <span className={styles.fine}>{words.checking}</span>;
  if (count('bad') > 0) {
    return (
      <span className={styles.bad}>
        <Icon name="cross" size={11} /> {words.red(count('bad'))}
      </span>
    );
  }
  if (count('warn') > 0) {
    return (
      <span className={styles.know}>
        <Icon name="warn" size={11} /> {words.amber(count('warn'))}
      </span>
    );
  }
  return (
    <span className={styles.fine}>
      <Icon name="check" size={11} /> {record.ready}
    </span>
  );
}
