import type { Fit, LayoutDocument, Region } from '../../bridge';
import type { PictureLook } from '../../data/pictures';
import { isSeen, type StagePerson } from '../../kit';
import { regionName, useMessages } from '../../messages';
import { select, useEditor } from '../state';
import { Backdrop } from './Backdrop';
import { Camera } from './Camera';
import styles from './Canvas.module.css';
import { Glyph } from './Glyph';
import { onScreen, type Placing } from './placing';
import { colourOf, spoken } from './words';

/** Below this only the short word has room. */
const NARROW_PX = 130;

/** Below this the name has no room beside who comes here. */
const ONLY_NAME_PX = 96;

/** A region: a focus stop with a spoken name, place and size. */
export function RegionView({
  region,
  document,
  placing,
  depth,
  person,
  joins,
  isSelected,
  isInTabOrder,
  isAbsent,
  picture,
  onPictureLost,
  attach,
}: {
  region: Region;
  document: LayoutDocument;
  placing: Placing;
  depth: number;
  person: StagePerson | null;
  joins: number | null;
  isSelected: boolean;
  isInTabOrder: boolean;
  isAbsent: boolean;
  /** In place of a camera. */
  picture: { look: PictureLook | null; fit: Fit } | null;
  onPictureLost: () => void;
  attach: (element: HTMLElement | null) => void;
}) {
  const messages = useMessages();
  const rect = onScreen(region, placing);
  const isTiny = rect.width < 56 || rect.height < 30;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <button> would keep Space and Enter from the canvas
    <div
      ref={attach}
      role="button"
      tabIndex={isInTabOrder ? 0 : -1}
      aria-pressed={isSelected}
      aria-label={spoken(messages, region, document, isAbsent)}
      className={`${styles.region} ${isSeen(person) ? '' : styles.empty}`}
      data-region={region.id}
      data-testid={`region-${region.id}`}
      onFocus={() => {
        if (!useEditor.getState().selection.includes(region.id)) select([region.id]);
      }}
      style={{
        transform: `translate3d(${rect.left}px, ${rect.top}px, 0)`,
        width: rect.width,
        height: rect.height,
        zIndex: depth + 1,
      }}
    >
      {isSeen(person) ? (
        <div className={styles.picture} style={{ opacity: region.alpha / 1_000_000 }}>
          <Camera camera={person.camera} colour={colourOf(region)} fit={region.fit} />
        </div>
      ) : null}
      {picture === null ? null : (
        <div className={styles.still} style={{ opacity: region.alpha / 1_000_000 }}>
          <Backdrop
            look={picture.look}
            fit={picture.fit}
            unseen={messages.editor.pictureUnseen}
            onLost={onPictureLost}
            testId={`picture-${region.id}`}
          />
        </div>
      )}
      {isTiny ? null : (
        <span className={styles.label}>
          {region.locked ? <Glyph name="lock" size={11} /> : null}
          <span className="ellipsis">{regionName(messages, region)}</span>
          {/* Drawn by the style sheet: the spoken name says it in words. */}
          {rect.width < ONLY_NAME_PX ? null : (
            <span
              className={styles.chip}
              data-text={joins ?? region.uid}
              title={joins === null ? undefined : messages.editor.whoNextNumber(joins)}
            />
          )}
        </span>
      )}
      {isAbsent ? (
        <span
          className={styles.badge}
          data-text={
            rect.width < NARROW_PX ? messages.layouts.camera.absent : messages.editor.flags.absent
          }
          title={messages.editor.flags.absent}
          data-testid={`absent-${region.id}`}
        />
      ) : null}
    </div>
  );
}
