import type { SavedSetup } from '../../bridge';
import { useAccounts, useLayouts, useStorages } from '../../data';
import { Button, Icon, MenuButton, Thumb } from '../../kit';
import { layoutName, type Messages, useMessages } from '../../messages';
import { pictureLabel } from './pictures';
import styles from './Setups.module.css';

/** One set-up: its layout, small, and what it records. */
export function SetupCard({
  saved,
  onStart,
  onFill,
  onRename,
  onDuplicate,
  onDelete,
}: {
  saved: SavedSetup;
  onStart: () => void;
  onFill: () => void;
  onRename: () => void;
  onDuplicate: () => void;
  onDelete: () => void;
}) {
  const m = useMessages();
  const words = m.setups;
  const { setup, name } = saved;
  const layout = useLayouts().data?.find(({ id }) => id === setup.layoutId);
  const gone = useGone(saved, m);
  const isVideo = setup.recordAs === 'combinedVideo';
  const does: Record<string, () => void> = {
    rename: onRename,
    duplicate: onDuplicate,
    remove: onDelete,
  };
  return (
    <li className={styles.card} data-testid="setup-card" data-name={name}>
      <div className={styles.thumb}>
        {isVideo && layout ? (
          <Thumb document={layout.document} label={layoutName(m, layout)} />
        ) : (
          <span className={styles.sound}>
            <Icon name="ring" size={16} />
            {isVideo ? null : words.noLayout}
          </span>
        )}
      </div>
      <div className={styles.words}>
        <h3 className={styles.name}>{name}</h3>
        <p className={styles.facts}>
          {[setup.channel, isVideo ? pictureLabel(setup.picture, m) : m.record.as.combinedSound]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {gone.map((sentence) => (
          <p key={sentence} className={styles.gone}>
            {sentence}
          </p>
        ))}
      </div>
      <div className={styles.actions}>
        <Button
          variant="primary"
          label={words.startOf(name)}
          onPress={onStart}
          testId="setup-start"
        >
          {words.start}
        </Button>
        <Button label={words.useOf(name)} onPress={onFill} testId="setup-fill">
          {words.use}
        </Button>
        <MenuButton
          label="…"
          ariaLabel={words.more(name)}
          items={(['rename', 'duplicate', 'remove'] as const).map((id) => ({
            id,
            label: words[id],
          }))}
          onAction={(id) => does[id]?.()}
          testId="setup-more"
        />
      </div>
    </li>
  );
}

/** What it names and is no longer there. */
function useGone({ setup }: SavedSetup, { setups: words }: Messages): string[] {
  const accounts = useAccounts().data;
  const storages = useStorages().data;
  const layouts = useLayouts().data;
  const isGone = (list: readonly { id: string }[] | undefined, id: string) =>
    list !== undefined && !list.some((one) => one.id === id);
  return [
    isGone(accounts, setup.accountId) ? words.gone.account : '',
    isGone(storages, setup.storageId) ? words.gone.storage : '',
    setup.recordAs === 'combinedVideo' && isGone(layouts, setup.layoutId) ? words.gone.layout : '',
  ].filter((sentence) => sentence !== '');
}
