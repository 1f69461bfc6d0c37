import { Button, Icon } from '../../kit';
import { useMessages } from '../../messages';
import styles from './Console.module.css';
import { saveNow } from './model/drafts';
import { useConsole } from './model/store';

/** Says that the open draft is in the window only, and why; it is tried again with every change. */
export function DraftUnsaved() {
  const m = useMessages();
  const words = m.api.drafts;
  const unsaved = useConsole((state) => state.unsaved);
  const name = useConsole(({ draft }) => draft?.name ?? '');
  if (unsaved === null) return null;
  const { why } = m.failures[unsaved.code];
  return (
    <div className={styles.banner} role="alert" data-testid="draft-unsaved">
      <Icon name="warn" size={15} />
      <span className="grow">
        <b>{words.unsaved(name)}</b> {why(unsaved.params)}
      </span>
      <Button size="sm" testId="draft-again" onPress={() => void saveNow()}>
        {words.unsavedAgain}
      </Button>
    </div>
  );
}
