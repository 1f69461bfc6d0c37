import { useState } from 'react';
import { asFailure, call, type SavedSetup } from '../../bridge';
import { useSetups } from '../../data';
import { Button, Dialog, EmptyState, FailureNote, toast } from '../../kit';
import { useMessages } from '../../messages';
import { NameDialog } from '../../setups/NameDialog';
import { SetupCard } from './SetupCard';
import styles from './Setups.module.css';
import type { RecordForm } from './useRecordForm';

/** Everything that was kept under a name: started, filled in, renamed, duplicated, deleted. */
export function SetupsDialog({ form, onClose }: { form: RecordForm; onClose: () => void }) {
  const m = useMessages();
  const words = m.setups;
  const { data: saved = [], error, refetch } = useSetups();
  const [renaming, setRenaming] = useState<SavedSetup | null>(null);
  // Said in here: nothing outside can be pressed while this is open.
  const [deleted, setDeleted] = useState<SavedSetup | null>(null);

  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (thrown) {
      toast(m.failures[asFailure(thrown).code].title, { tone: 'bad' });
    }
  };
  const start = (one: SavedSetup) => {
    onClose();
    form.startWith(one.setup);
  };
  const fill = (one: SavedSetup) =>
    attempt(async () => {
      await form.fillWith(one.setup);
      onClose();
      toast(words.filled(one.name));
    });
  const duplicate = (one: SavedSetup) =>
    attempt(() =>
      call('setup_save', {
        ...one,
        id: '',
        name: words.copyOf(one.name).slice(0, 80),
        createdAt: 0,
      }),
    );
  const remove = (one: SavedSetup) =>
    attempt(async () => {
      await call('setup_delete', { id: one.id });
      setDeleted(one);
    });
  const restore = (one: SavedSetup) =>
    attempt(async () => {
      await call('setup_save', one);
      setDeleted(null);
    });

  return (
    <>
      <Dialog title={words.title} isOpen onClose={onClose} size="lg" testId="setups-dialog">
        <div role="status">
          {deleted === null ? null : (
            <p className={styles.deleted} data-testid="setup-deleted">
              {words.deleted(deleted.name)}
              <Button size="sm" onPress={() => void restore(deleted)} testId="setup-undo">
                {m.shell.undo}
              </Button>
            </p>
          )}
        </div>
        {error ? (
          <FailureNote failure={error} action={{ onPress: () => void refetch() }} />
        ) : saved.length === 0 ? (
          <EmptyState title={words.empty} text={words.emptyText} />
        ) : (
          <>
            <p className="sub">{words.intro}</p>
            <ul className={styles.cards}>
              {saved.map((one) => (
                <SetupCard
                  key={one.id}
                  saved={one}
                  onStart={() => start(one)}
                  onFill={() => void fill(one)}
                  onRename={() => setRenaming(one)}
                  onDuplicate={() => void duplicate(one)}
                  onDelete={() => void remove(one)}
                />
              ))}
            </ul>
          </>
        )}
      </Dialog>
      {renaming === null ? null : (
        <NameDialog
          title={words.renameTitle(renaming.name)}
          name={renaming.name}
          onClose={() => setRenaming(null)}
          onNamed={async (name) => {
            await call('setup_save', { ...renaming, name });
          }}
        />
      )}
    </>
  );
}
