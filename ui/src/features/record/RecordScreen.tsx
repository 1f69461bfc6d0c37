import { useMessages } from '../../messages';
import { Form } from './Form';
import { Preflight } from './Preflight';
import { Preview } from './Preview';
import { Progress } from './Progress';
import styles from './Record.module.css';
import { RecordingNow } from './RecordingNow';
import { Setups } from './Setups';
import { useRecordForm } from './useRecordForm';

/** Home: everything from a channel's name to the red button, and what records now. */
export default function RecordScreen() {
  const { record } = useMessages();
  const form = useRecordForm();
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <div className="grow">
          <h1>{record.title}</h1>
          <p className={styles.subtitle}>{record.subtitle}</p>
        </div>
        <Setups form={form} />
      </header>
      <div className={styles.columns}>
        <Form form={form} />
        <div className={styles.right}>
          <Preview form={form} />
          <Preflight form={form} />
          <Progress deeds={form.deeds} />
          <RecordingNow />
        </div>
      </div>
    </div>
  );
}
