import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { asFailure, call, type Failure } from '../../bridge';
import { keys } from '../../data';
import { Button, Dialog, FailureNote, MenuButton, TextField, toast } from '../../kit';
import { useMessages } from '../../messages';
import styles from './dialogs.module.css';

/** Projects and storages to a file and from one, without a secret. */
export function Exchange() {
  const m = useMessages();
  const words = m.accounts.exchange;
  const [isImporting, setImporting] = useState(false);

  const exportAll = async () => {
    try {
      const { path } = await call('projects_export', {});
      toast(words.exported(path));
    } catch (thrown) {
      toast(m.failures[asFailure(thrown).code].title, { tone: 'bad' });
    }
  };
  return (
    <>
      <MenuButton
        label={words.title}
        items={(['exportAll', 'importAll'] as const).map((id) => ({ id, label: words[id] }))}
        onAction={(id) => (id === 'importAll' ? setImporting(true) : void exportAll())}
        testId="accounts-exchange"
      />
      {isImporting ? <ImportDialog onClose={() => setImporting(false)} /> : null}
    </>
  );
}

function ImportDialog({ onClose }: { onClose: () => void }) {
  const m = useMessages();
  const words = m.accounts.exchange;
  const client = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isPending, setPending] = useState(false);

  const take = async () => {
    setPending(true);
    setFailure(null);
    try {
      const imported = await call('projects_import', { text });
      for (const queryKey of [keys.accounts, keys.storages]) {
        void client.invalidateQueries({ queryKey });
      }
      toast(words.imported(imported.accounts, imported.storages, imported.secrets));
      onClose();
    } catch (thrown) {
      setFailure(asFailure(thrown));
      setPending(false);
    }
  };
  return (
    <Dialog
      title={words.importTitle}
      isOpen
      onClose={onClose}
      testId="import-dialog"
      actions={
        <>
          <Button variant="ghost" onPress={onClose}>
            {m.shell.cancel}
          </Button>
          <Button
            variant="primary"
            isDisabled={text.trim() === ''}
            isPending={isPending}
            onPress={() => void take()}
            testId="import-take"
          >
            {words.importTake}
          </Button>
        </>
      }
    >
      <div className={styles.single}>
        <p className="sub">{words.importText}</p>
        {failure === null ? null : failure.code === 'invalid' ? (
          <p role="alert" data-testid="import-refused">
            {words.refused}
          </p>
        ) : (
          <FailureNote failure={failure} />
        )}
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen) void chosen.text().then(setText);
          }}
        />
        <div>
          <Button onPress={() => file.current?.click()}>{words.chooseFile}</Button>
        </div>
        <TextField label={words.paste} value={text} onChange={setText} mono testId="import-text" />
      </div>
    </Dialog>
  );
}
