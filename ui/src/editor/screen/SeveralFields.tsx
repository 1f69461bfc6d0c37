import type { Region } from '../../bridge';
import { Choice } from '../../kit';
import { useMessages } from '../../messages';
import { changeRegions } from '../doing';
import { ActionButton } from './ActionButton';
import { OpacityField } from './OpacityField';
import styles from './Panel.module.css';

/** What several regions can have in common. */
export function SeveralFields({ regions }: { regions: readonly Region[] }) {
  const { editor } = useMessages();
  return (
    <>
      <div className={styles.stack}>
        {['sameSize', 'swap', 'across', 'down', 'tidy', 'duplicate', 'lock', 'hide', 'remove'].map(
          (id) => (
            <Named key={id} id={id} />
          ),
        )}
      </div>
      <div className={styles.field}>
        <span className={styles.label}>{editor.fit}</span>
        <Choice
          label={editor.fit}
          items={(['crop', 'fit'] as const).map((id) => ({ id, label: editor.fits2[id] }))}
          value={regions[0]?.fit ?? 'crop'}
          onChange={(fit) => changeRegions('fit', { fit })}
        />
      </div>
      <OpacityField regions={regions} />
    </>
  );
}

function Named({ id }: { id: string }) {
  const { editor } = useMessages();
  return <ActionButton id={id} text={editor.actions[id as 'swap']} />;
}
