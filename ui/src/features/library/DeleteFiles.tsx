import { useState } from 'react';
import { asFailure, call, type Failure, type Recording, type RecordingFiles } from '../../bridge';
import { Button, ConfirmDialog, FailureNote, formatBytes, toast } from '../../kit';
import { useMessages } from '../../messages';
import styles from './DeleteFiles.module.css';

/** So many names are shown before the rest is counted. */
const NAMED = 6;

/** Deletes every file of a recording, after it was asked with numbers and names. */
export function DeleteFiles({
  recording,
  files,
  onDone,
}: {
  recording: Recording;
  files: RecordingFiles;
  onDone: () => void;
}) {
  const m = useMessages();
  const words = m.downloads.remove;
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isPending, setPending] = useState(false);
  const seen = files.files.filter((file) => file.known === 'seen');
  const count = seen.length + files.pieces;
  const bytes = seen.reduce((sum, file) => sum + (file.size ?? 0), files.pieceBytes);
  if (count === 0) return null;

  const remove = async () => {
    setFailure(null);
    setPending(true);
    try {
      const answer = await call('files_delete', { id: recording.id, names: [] });
      if (answer.failure === null) toast(words.done(answer.deleted));
      else setFailure(answer.failure);
      onDone();
    } catch (thrown) {
      setFailure(asFailure(thrown));
    } finally {
      setPending(false);
    }
  };

  return (
    <>
      <Button
        icon="trash"
        onPress={() => setOpen(true)}
        isPending={isPending}
        testId="files-delete"
      >
        {words.button}
      </Button>
      <ConfirmDialog
        title={words.title(count)}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={() => void remove()}
        confirm={words.confirm(count)}
        danger
      >
        <p className={styles.asked}>
          {words.text(recording.channel, formatBytes(bytes, m.locale), files.location)}
        </p>
        <ul className={`mono ${styles.names}`}>
          {seen.slice(0, NAMED).map((file) => (
            <li key={file.name}>{file.name}</li>
          ))}
          {seen.length > NAMED ? <li>{words.more(seen.length - NAMED)}</li> : null}
          {files.pieces > 0 ? <li>{m.library.files.pieces(files.pieces)}</li> : null}
        </ul>
      </ConfirmDialog>
      {failure === null ? null : <FailureNote failure={failure} />}
    </>
  );
}
