import { useState } from 'react';
import { asFailure, call } from '../../../bridge';
import { useSettings } from '../../../data';
import { Button, ConfirmDialog, NumberField, toast } from '../../../kit';
import { useMessages } from '../../../messages';
import styles from './History.module.css';

/** What the studio takes for the size of the history, in megabytes. */
const LEAST = 1;
const MOST = 500;

/** How much of the history is kept, and forgetting all of it. */
export function Keeping({ onCleared }: { onCleared: () => void }) {
  const m = useMessages();
  const words = m.consoleAnswers.history;
  const { settings, save } = useSettings();
  const [isAsking, setAsking] = useState(false);

  function resize(megabytes: number) {
    if (Number.isNaN(megabytes) || megabytes === settings.historyMegabytes) return;
    save({ historyMegabytes: megabytes }).catch((thrown) =>
      toast(m.failures[asFailure(thrown).code].title, { tone: 'bad' }),
    );
  }

  async function clear() {
    try {
      await call('call_clear', {});
      onCleared();
    } catch (thrown) {
      toast(m.failures[asFailure(thrown).code].title, { tone: 'bad' });
    }
  }

  return (
    <div className={styles.keeping}>
      <div className={styles.size}>
        <NumberField
          label={words.size}
          value={settings.historyMegabytes}
          onChange={resize}
          min={LEAST}
          max={MOST}
          unit={words.sizeUnit}
          hint={words.sizeHint}
          testId="history-size"
        />
      </div>
      <Button icon="trash" onPress={() => setAsking(true)} testId="history-clear">
        {words.clear}
      </Button>
      <p className="sub">{words.storeHint}</p>
      <ConfirmDialog
        title={words.clearTitle}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void clear()}
        confirm={words.clear}
        danger
      >
        {words.clearText}
      </ConfirmDialog>
    </div>
  );
}
