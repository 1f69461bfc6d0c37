import type { Issue } from '../../bridge';
import { Choice } from '../../kit';
import { regionName, useMessages } from '../../messages';
import { issuesOf } from '../imported';
import { chosen, look, useEditor } from '../state';
import { type Unit, units } from '../units';
import { JsonFold } from './JsonFold';
import styles from './Panel.module.css';
import { PictureFields } from './PictureFields';
import { RegionFields } from './RegionFields';
import { SeveralFields } from './SeveralFields';

/** The numbers and everything else of what is selected; of the picture as a whole where nothing is. */
export function Panel({
  here,
  absent,
  issues,
}: {
  here: readonly number[];
  absent: ReadonlySet<string>;
  issues: readonly Issue[];
}) {
  const messages = useMessages();
  const { editor } = messages;
  const unit = useEditor((state) => state.view.unit);
  const state = useEditor();
  const regions = chosen(state);
  const [only] = regions;
  const title =
    regions.length === 0
      ? editor.nothingSelected
      : regions.length === 1 && only !== undefined
        ? regionName(messages, only)
        : editor.several(regions.length);
  return (
    <section className={styles.panel} aria-label={title} data-testid="panel">
      <div className={styles.head}>
        <h2 className="ellipsis">{title}</h2>
        {regions.length === 1 ? (
          <Choice
            label={editor.unit}
            items={units.map((id) => ({ id, label: editor.units[id] }))}
            value={unit}
            onChange={(id: Unit) => look({ unit: id })}
            testId="unit"
          />
        ) : null}
      </div>
      <div className={styles.fields}>
        {regions.length === 1 && only !== undefined ? (
          <RegionFields
            key={only.id}
            region={only}
            document={state.history.present}
            unit={unit}
            here={here}
            isAbsent={absent.has(only.id)}
            issues={issuesOf(state.history.present, issues, only.id)}
          />
        ) : null}
        {regions.length > 1 ? <SeveralFields regions={regions} /> : null}
        <PictureFields document={state.history.present} isBrief={regions.length > 0} />
      </div>
      <JsonFold document={state.history.present} name={state.name ?? ''} />
    </section>
  );
}
