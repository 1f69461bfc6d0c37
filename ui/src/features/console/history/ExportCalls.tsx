import { useState } from 'react';
import { asFailure, call, type Failure } from '../../../bridge';
import { Button, FailureNote, IconButton, toast } from '../../../kit';
import { useMessages } from '../../../messages';
import { copyText } from '../../../recordings/copy';
import styles from './History.module.css';

/** Writes calls to a file for support, and says where it is. */
export function ExportCalls({ ids, testId }: { ids: readonly number[]; testId: string }) {
  const m = useMessages();
  const words = m.consoleAnswers.history;
  const [path, setPath] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function run() {
    setFailure(null);
    setPath(null);
    try {
      setPath((await call('call_export', { ids: [...ids] })).path);
    } catch (thrown) {
      setFailure(asFailure(thrown));
    }
  }

  async function copy(text: string) {
    if (await copyText(text)) toast(m.shell.copied);
    else toast(m.shell.copyFailed, { tone: 'bad' });
  }

  return (
    <>
      <Button size="sm" icon="download" onPress={() => void run()} testId={testId}>
        {ids.length === 1 ? words.export : words.exportMany(ids.length)}
      </Button>
      {path === null ? null : (
        <p className={styles.saved} role="status" data-testid="history-exported">
          <span>{words.exported(path)}</span>
          <IconButton
            label={words.copyPath}
            icon="copy"
            variant="ghost"
            onPress={() => void copy(path)}
          />
        </p>
      )}
      {failure === null ? null : (
        <FailureNote
          failure={failure}
          action={{ again: () => void run(), lookAgain: () => void run() }}
        />
      )}
    </>
  );
}
