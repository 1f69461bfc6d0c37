import { useState } from 'react';
import { useSetups } from '../../data';
import { Button } from '../../kit';
import { useMessages } from '../../messages';
import { SaveSetup } from '../../setups/SaveSetup';
import styles from './Record.module.css';
import { SetupsDialog } from './SetupsDialog';
import type { RecordForm } from './useRecordForm';

/** What was kept under a name, and a way to keep the form under one. */
export function Setups({ form }: { form: RecordForm }) {
  const words = useMessages().setups;
  const count = useSetups().data?.length ?? 0;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.setups}>
      <SaveSetup setup={form.setup} />
      <Button onPress={() => setOpen(true)} testId="setups-open">
        {words.open(count)}
      </Button>
      {isOpen ? <SetupsDialog form={form} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
