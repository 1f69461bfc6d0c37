import type { Recording } from '../../bridge';
import { ConfirmDialog, Dialog } from '../../kit';
import { useMessages } from '../../messages';
import { isFinal } from '../../recordings/facts';
import styles from './dialogs.module.css';

/** Asks before an account or a storage goes, and says what stays and what uses it. */
export function DeleteDialog({
  name,
  recordings,
  notes,
  onClose,
  onConfirm,
}: {
  name: string;
  /** Those that were made with it. */
  recordings: readonly Recording[];
  /** What else uses it, in words. */
  notes: readonly string[];
  onClose: () => void;
  onConfirm: () => void;
}) {
  const words = useMessages().accounts;
  const running = recordings.filter((recording) => !isFinal(recording)).length;
  const title = words.deleteTitle(name);
  if (running > 0) {
    return (
      <Dialog title={title} isOpen onClose={onClose} testId="delete-blocked">
        <p>{words.deleteRunning(running)}</p>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title={title}
      isOpen
      onClose={onClose}
      onConfirm={onConfirm}
      confirm={words.delete}
      danger
    >
      <div className={styles.single}>
        <p>{words.deleteKeeps(recordings.length)}</p>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p className="sub">{words.deleteText}</p>
      </div>
    </ConfirmDialog>
  );
}
