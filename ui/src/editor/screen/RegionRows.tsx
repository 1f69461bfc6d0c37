import { useEffect, useRef, useState } from 'react';
import type { LayoutDocument, Region } from '../../bridge';
import { personColour, toast } from '../../kit';
import { regionName, useMessages } from '../../messages';
import { isShown, shownCount } from '../document/edits';
import { moveTo } from '../document/order';
import { changeRegions, nameOf, toggleHidden } from '../doing';
import { select, step, toggle, useEditor } from '../state';
import { ActionButton } from './ActionButton';
import { Glyph } from './Glyph';
import styles from './Rows.module.css';
import { useFocusKept } from './useFocusKept';
import { colourOf, pixelsOf } from './words';

/** The regions, the front one first. Does by keyboard and in words what the canvas does by pointer. */
export function RegionRows({
  document,
  absent,
}: {
  document: LayoutDocument;
  absent: ReadonlySet<string>;
}) {
  const { editor, layouts } = useMessages();
  const list = useRef<HTMLUListElement | null>(null);
  const [lifted, setLifted] = useState<{ id: string; by: number } | null>(null);
  useFocusKept(list, (id) => (id === undefined ? 'button' : `[data-testid="row-${id}"]`));
  const front = [...document.regions].reverse();
  const hidden = document.regions.length - shownCount(document);

  function put(id: string, row: number) {
    const region = document.regions.find((one) => one.id === id);
    if (region === undefined) return;
    const index = document.regions.length - 1 - Math.min(Math.max(row, 0), front.length - 1);
    step(moveTo(document, id, index), nameOf('order', [region]), [id]);
  }

  return (
    <div className={styles.part}>
      <h2>
        {layouts.regions} <span className="sub">{layouts.regionCount(shownCount(document))}</span>
        {hidden > 0 ? <span className={styles.hidden}> · {editor.hiddenCount(hidden)}</span> : null}
      </h2>
      <ul ref={list} className={styles.list} data-testid="region-list">
        {front.map((region, row) => (
          <Row
            key={region.id}
            region={region}
            document={document}
            isAbsent={absent.has(region.id)}
            shift={lifted?.id === region.id ? lifted.by : null}
            onLift={(by) => setLifted(by === null ? null : { id: region.id, by })}
            onPut={(rows) => put(region.id, row + rows)}
          />
        ))}
      </ul>
      <div className={styles.add}>
        <ActionButton id="addRegion" text={`+ ${editor.addRegion}`} />
      </div>
      <p className={styles.note}>{shownCount(document) >= 17 ? editor.full : editor.order}</p>
    </div>
  );
}

function Row({
  region,
  document,
  isAbsent,
  shift,
  onLift,
  onPut,
}: {
  region: Region;
  document: LayoutDocument;
  isAbsent: boolean;
  shift: number | null;
  onLift: (by: number | null) => void;
  onPut: (rows: number) => void;
}) {
  const messages = useMessages();
  const { editor, layouts, locale } = messages;
  const isSelected = useEditor((state) => state.selection.includes(region.id));
  const name = regionName(messages, region);
  const row = useRef<HTMLLIElement | null>(null);
  // Seventeen rows are more than fit.
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isSelected]);
  const share = (millionths: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(millionths / 10_000);
  const { width, height } = pixelsOf(region, document);
  const hide = () => {
    if (!toggleHidden([region.id])) toast(editor.full);
  };
  return (
    <li
      ref={row}
      className={`${styles.row} ${isSelected ? styles.on : ''} ${isShown(region) ? '' : styles.off}`}
      style={shift === null ? undefined : { transform: `translate3d(0, ${shift}px, 0)`, zIndex: 2 }}
    >
      <button
        type="button"
        className={styles.name}
        aria-pressed={isSelected}
        onClick={(event) => (event.shiftKey ? toggle(region.id) : select([region.id]))}
        data-testid={`row-${region.id}`}
      >
        <span className={styles.colour} style={{ background: personColour(colourOf(region)) }} />
        <b className="ellipsis" title={name}>
          {name}
        </b>
        <span className="visually-hidden">
          {layouts.percent(share(region.width), share(region.height))} ·{' '}
          {layouts.pixels(width, height)} · {layouts.at(share(region.x), share(region.y))} ·{' '}
          {region.uid === null ? layouts.nextPerson : layouts.fixedPerson(region.uid)}
        </span>
        {isAbsent ? (
          <span className={styles.absent} title={editor.flags.absent}>
            !<span className="visually-hidden">{editor.flags.absent}</span>
          </span>
        ) : null}
      </button>
      <button
        type="button"
        className={`${styles.tool} ${region.locked ? styles.set : ''}`}
        aria-pressed={region.locked === true}
        aria-label={`${editor.actions.lock}: ${name}`}
        title={editor.actions.lock}
        onClick={() =>
          changeRegions(region.locked ? 'unlock' : 'lock', { locked: !region.locked }, [region.id])
        }
        data-testid={`lock-${region.id}`}
      >
        <Glyph name={region.locked ? 'lock' : 'unlock'} size={13} />
      </button>
      <button
        type="button"
        className={`${styles.tool} ${region.hidden ? styles.set : ''}`}
        aria-pressed={region.hidden === true}
        aria-label={`${editor.actions.hide}: ${name}`}
        title={editor.actions.hide}
        onClick={hide}
        data-testid={`hide-${region.id}`}
      >
        <Glyph name={region.hidden ? 'eyeOff' : 'eye'} size={13} />
      </button>
      <Grip name={name} id={region.id} onLift={onLift} onPut={onPut} />
    </li>
  );
}

/** Lifts a row by pointer, or moves it with the arrow keys. */
function Grip({
  name,
  id,
  onLift,
  onPut,
}: {
  name: string;
  id: string;
  onLift: (by: number | null) => void;
  onPut: (rows: number) => void;
}) {
  const { editor } = useMessages();
  const press = useRef<{ y: number; height: number; by: number } | null>(null);
  const end = (isDone: boolean) => {
    const now = press.current;
    press.current = null;
    onLift(null);
    const rows = now === null ? 0 : Math.round(now.by / now.height);
    if (isDone && rows !== 0) onPut(rows);
  };
  return (
    <button
      type="button"
      className={styles.grip}
      aria-label={editor.drag(name)}
      title={editor.drag(name)}
      data-testid={`grip-${id}`}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        const row = event.currentTarget.closest('li');
        event.currentTarget.setPointerCapture?.(event.pointerId);
        press.current = { y: event.clientY, height: row?.offsetHeight || 32, by: 0 };
      }}
      onPointerMove={(event) => {
        if (press.current === null) return;
        press.current.by = event.clientY - press.current.y;
        onLift(press.current.by);
      }}
      onPointerUp={() => end(true)}
      onPointerCancel={() => end(false)}
      onLostPointerCapture={() => end(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && press.current !== null) {
          event.stopPropagation();
          end(false);
        }
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        onPut(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      <Glyph name="grip" size={13} />
    </button>
  );
}
