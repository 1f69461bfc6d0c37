// biome-ignore-all lint/a11y/useSemanticElements: a <table> can't place only those rows that are in sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus for its rows
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys for its rows
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { LibrarySort, Recording } from '../../bridge';
import { Duration, Icon, StateTag } from '../../kit';
import { useMessages } from '../../messages';
import { isOver } from '../../recordings/facts';
import { dayWords } from './day';
import styles from './RecordingTable.module.css';
import { keyMove, ROW, stretch } from './rows';

const COLUMNS: readonly LibrarySort[] = ['channel', 'started', 'length', 'files', 'state'];
/** Taken where the window has not said how high the list is. */
const USUAL_HEIGHT = 640;

export interface Sorting {
  column: LibrarySort;
  descending: boolean;
}

/**
 * All recordings, of which only the rows in sight are drawn. Arrows move, the selected one is shown beside it.
 */
export function RecordingTable({
  count,
  at,
  selected,
  onSelect,
  onStretch,
  sort,
  onSort,
  now,
}: {
  count: number;
  at: (index: number) => Recording | undefined;
  selected: string | null;
  onSelect: (id: string) => void;
  /** Which rows are in sight. */
  onStretch: (from: number, until: number) => void;
  sort: Sorting;
  onSort: (sort: Sorting) => void;
  now: number;
}) {
  const m = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(() => stretch(0, USUAL_HEIGHT, count));
  // A row that a key led to and that has not been read yet.
  const [awaited, setAwaited] = useState<number | null>(null);
  const lastPlace = useRef<number | null>(null);

  const measure = () => {
    const element = box.current;
    if (element === null) return;
    const next = stretch(element.scrollTop, element.clientHeight || USUAL_HEIGHT, count);
    if (next.from !== shown.from || next.until !== shown.until) setShown(next);
    onStretch(next.from, next.until);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the number of rows changes
  useLayoutEffect(measure, [count]);
  const measuring = useRef(measure);
  measuring.current = measure;
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => measuring.current());
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const reached = awaited === null ? undefined : at(awaited);
  useLayoutEffect(() => {
    if (reached === undefined) return;
    setAwaited(null);
    onSelect(reached.id);
  }, [reached, onSelect]);

  const rows = Array.from(
    { length: Math.max(0, shown.until - shown.from) },
    (_, i) => shown.from + i,
  );
  const place = rows.find((index) => at(index)?.id === selected);
  if (place !== undefined) lastPlace.current = place;
  const active = awaited ?? place ?? null;

  const press = (event: KeyboardEvent) => {
    const element = box.current;
    const height = element?.clientHeight || USUAL_HEIGHT;
    const next = keyMove(event.key, active ?? lastPlace.current, count, height);
    if (next === null) return;
    event.preventDefault();
    setAwaited(next);
    if (element === null) return;
    // The heading lies over the first row in sight.
    const below = (next + 2) * ROW - height;
    if (next * ROW < element.scrollTop) element.scrollTop = next * ROW;
    else if (below > element.scrollTop) element.scrollTop = below;
    measure();
  };

  return (
    <div
      ref={box}
      role="grid"
      tabIndex={0}
      aria-label={m.library.list}
      aria-rowcount={count + 1}
      aria-activedescendant={active === null ? undefined : rowId(active)}
      className={styles.table}
      onKeyDown={press}
      onScroll={measure}
      data-testid="library-list"
    >
      <div role="row" aria-rowindex={1} className={`${styles.line} ${styles.head}`}>
        {COLUMNS.map((column) => (
          <Heading key={column} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: count * ROW }}>
        {rows.map((index) => (
          <Row
            key={index}
            index={index}
            recording={at(index)}
            isSelected={index === active}
            onPress={() => {
              setAwaited(index);
              box.current?.focus({ preventScroll: true });
            }}
            now={now}
          />
        ))}
      </div>
    </div>
  );
}

const rowId = (index: number) => `library-row-${index}`;

function Heading({
  column,
  sort,
  onSort,
}: {
  column: LibrarySort;
  sort: Sorting;
  onSort: (sort: Sorting) => void;
}) {
  const m = useMessages();
  const isSorted = sort.column === column;
  const direction = sort.descending ? 'descending' : 'ascending';
  return (
    <div role="columnheader" aria-sort={isSorted ? direction : 'none'} className={styles[column]}>
      <button
        type="button"
        className={styles.heading}
        onClick={() => onSort({ column, descending: isSorted ? !sort.descending : false })}
      >
        {m.library.columns[column]}
        <span className={styles.arrow} data-direction={isSorted ? direction : undefined}>
          {isSorted ? <Icon name="chevron" size={11} /> : null}
        </span>
      </button>
    </div>
  );
}

function Row({
  index,
  recording,
  isSelected,
  onPress,
  now,
}: {
  index: number;
  recording: Recording | undefined;
  isSelected: boolean;
  onPress: () => void;
  now: number;
}) {
  const m = useMessages();
  const style = { transform: `translateY(${index * ROW}px)` };
  if (recording === undefined) {
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        className={`${styles.line} ${styles.row}`}
        style={style}
      >
        <div role="gridcell" className={styles.channel}>
          …
        </div>
      </div>
    );
  }
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={`${styles.line} ${styles.row}`}
      style={style}
      onClick={onPress}
      data-testid="library-row"
      data-id={recording.id}
    >
      <div role="rowheader" className={styles.channel}>
        <b title={recording.channel}>{recording.channel}</b>
      </div>
      <Cell className={`${styles.started} ${styles.quiet}`}>
        {dayWords(recording.startedAt ?? recording.createdAt, now, m)}
      </Cell>
      <Cell className={styles.length}>
        <Length recording={recording} />
      </Cell>
      <Cell className={styles.files}>{recording.files.length}</Cell>
      <Cell className={styles.state}>
        <StateTag recording={recording} />
      </Cell>
    </div>
  );
}

function Cell({
  className,
  children,
}: {
  className: string | undefined;
  children: React.ReactNode;
}) {
  return (
    <div role="gridcell" className={className}>
      {children}
    </div>
  );
}

function Length({ recording }: { recording: Recording }) {
  if (recording.startedAt === null) return '–';
  return (
    <Duration
      from={recording.startedAt}
      until={isOver(recording) ? (recording.endedAt ?? recording.startedAt) : null}
    />
  );
}
