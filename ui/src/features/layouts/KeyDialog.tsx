import type { Layout } from '../../bridge';
import { useSettings } from '../../data';
import { offKey, putOnKey, sceneKeys, sceneOf, scenesOf } from '../../editor/live/scenes';
import { Button, Dialog, toast } from '../../kit';
import { layoutName, useMessages } from '../../messages';
import styles from './Layouts.module.css';

/** Puts a layout on one of the keys 1 to 9. */
export function KeyDialog({
  layout,
  layouts,
  onClose,
}: {
  layout: Layout;
  layouts: readonly Layout[];
  onClose: () => void;
}) {
  const messages = useMessages();
  const words = messages.layouts;
  const { settings, save } = useSettings();
  const { scenes: assigned } = settings;
  const scenes = scenesOf(layouts, assigned);
  const now = sceneOf(scenes, layout.id);
  const name = layoutName(messages, layout);
  const isByHand = Object.values(assigned).includes(layout.id);

  function keep(next: Record<string, string>, told: string) {
    onClose();
    void save({ scenes: next });
    toast(told, { undo: () => void save({ scenes: assigned }) });
  }

  return (
    <Dialog
      title={words.toKeyTitle(name)}
      isOpen
      onClose={onClose}
      testId="key-dialog"
      actions={
        isByHand ? (
          <Button
            onPress={() => keep(offKey(layouts, assigned, layout.id), words.offKey(name))}
            testId="key-usual"
          >
            {words.keyUsual}
          </Button>
        ) : undefined
      }
    >
      <p className="sub">{words.toKeyText}</p>
      <ul className={styles.keys}>
        {sceneKeys.map((key) => {
          const there = scenes[key - 1];
          const what =
            key === now ? words.keyHere : there ? layoutName(messages, there) : words.keyFree;
          return (
            <li key={key}>
              <button
                type="button"
                className={`${styles.key} ${key === now ? styles.here : ''}`}
                aria-label={words.keyOf(key, what)}
                aria-pressed={key === now}
                onClick={() =>
                  key === now
                    ? onClose()
                    : keep(putOnKey(layouts, assigned, layout.id, key), words.onKey(name, key))
                }
                data-testid={`key-${key}`}
              >
                <kbd className={styles.cap}>{key}</kbd>
                <span className="ellipsis">{what}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
