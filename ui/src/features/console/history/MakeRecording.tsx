import { useState } from 'react';
import { go } from '../../../app/route';
import { asFailure, type CallSetup, call } from '../../../bridge';
import { setDraft, useDraft } from '../../../draft';
import { Button, Dialog, toast } from '../../../kit';
import { useMessages } from '../../../messages';
import styles from './History.module.css';

/** Fills the Record form with what a start was made with; says first what the form has no place for. */
export function MakeRecording({ id, onDone }: { id: number; onDone: () => void }) {
  const m = useMessages();
  const words = m.consoleAnswers.history;
  const [made, setMade] = useState<CallSetup | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function make() {
    setBusy(true);
    try {
      const setup = await call('call_setup', { id });
      if (setup.leftOut.length === 0) take(setup);
      else setMade(setup);
    } catch (thrown) {
      toast(m.failures[asFailure(thrown).code].title, { tone: 'bad' });
    } finally {
      setBusy(false);
    }
  }

  function take({ setup }: CallSetup) {
    const before = useDraft.getState().setup;
    setDraft(setup);
    setMade(null);
    onDone();
    go({ screen: 'record' });
    toast(words.setupDone, { undo: () => setDraft(before) });
  }

  return (
    <>
      <Button size="sm" isPending={isBusy} onPress={() => void make()} testId="history-setup">
        {words.setup}
      </Button>
      {made === null ? null : (
        <Dialog
          title={words.setupTitle}
          isOpen
          onClose={() => setMade(null)}
          testId="history-setup-dialog"
          actions={
            <>
              <Button variant="ghost" onPress={() => setMade(null)}>
                {m.shell.cancel}
              </Button>
              <Button
                variant="primary"
                autoFocus
                onPress={() => take(made)}
                testId="history-setup-take"
              >
                {words.setupTake}
              </Button>
            </>
          }
        >
          <p>{words.setupLeft}</p>
          <ul className={styles.leftOut} data-testid="history-setup-left">
            {made.leftOut.map((pointer) => (
              <li key={pointer} className="mono">
                {pointer}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
