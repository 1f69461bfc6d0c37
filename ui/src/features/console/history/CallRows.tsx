import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useCallback,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import type { CallSummary } from '../../../bridge';
import { formatWhen } from '../../../kit';
import { useMessages } from '../../../messages';
import { StatusTag } from '../answer/StatusTag';
import { useWindow } from '../answer/useWindow';
import styles from './History.module.css';
import { only, type Selection, toggled, upTo } from './selection';

const ROW = 48;

export interface CallRowsProps {
  calls: readonly CallSummary[];
  selection: Selection;
  onSelect: (selection: Selection) => void;
  /** A second one is wanted: a press adds it. */
  isPicking: boolean;
  onEnd: () => void;
  now: number;
}

/** The calls as a list of any length; Ctrl and Shift choose several. */
export function CallRows({ calls, selection, onSelect, isPicking, onEnd, now }: CallRowsProps) {
  const words = useMessages().consoleAnswers.history;
  const id = useId();
  const { box, from, to, show } = useWindow(calls.length, ROW, onEnd);
  useStayingInPlace(box, calls);
  const at = Math.max(
    0,
    calls.findIndex((one) => one.id === selection.cursor),
  );
  const ids = () => calls.map((one) => one.id);

  function press(one: CallSummary, event: MouseEvent | KeyboardEvent) {
    if (isPicking || event.ctrlKey || event.metaKey) onSelect(toggled(selection, one.id));
    else if (event.shiftKey) onSelect(upTo(selection, one.id, ids()));
    else onSelect(only(one.id));
  }

  // The same function for every drawing, so that no row is drawn for it.
  const latestPress = useRef(press);
  latestPress.current = press;
  const onPress = useCallback(
    (one: CallSummary, event: MouseEvent) => latestPress.current(one, event),
    [],
  );

  function move(row: number, event: KeyboardEvent) {
    const next = Math.max(0, Math.min(calls.length - 1, row));
    const one = calls[next];
    if (one === undefined) return;
    show(next);
    if (event.shiftKey) onSelect(upTo(selection, one.id, ids()));
    else if (isPicking || event.ctrlKey || event.metaKey)
      onSelect({ ...selection, cursor: one.id });
    else onSelect(only(one.id));
  }

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW) - 1);
    // Before anything is chosen, the first press chooses the first.
    const isFirst = selection.cursor === null;
    const steps: Record<string, number> = {
      ArrowDown: isFirst ? 0 : at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: calls.length - 1,
    };
    const row = steps[event.key];
    const current = calls[at];
    if (row !== undefined) move(row, event);
    else if ((event.key === ' ' || event.key === 'Enter') && current !== undefined) {
      if (isPicking || event.key === ' ') onSelect(toggled(selection, current.id));
      else onSelect(only(current.id));
    } else return;
    event.preventDefault();
  }

  return (
    <div
      ref={box}
      role="listbox"
      aria-label={words.list}
      aria-multiselectable="true"
      aria-activedescendant={calls.length === 0 ? undefined : `${id}-${calls[at]?.id}`}
      tabIndex={0}
      className={styles.list}
      data-testid="history-list"
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: from * ROW }} />
      {calls.slice(from, to).map((one, index) => (
        <Row
          key={one.id}
          id={`${id}-${one.id}`}
          one={one}
          place={from + index + 1}
          count={calls.length}
          isChosen={selection.chosen.has(one.id)}
          isCursor={one.id === selection.cursor}
          now={now}
          onPress={onPress}
        />
      ))}
      <div role="presentation" style={{ height: (calls.length - to) * ROW }} />
    </div>
  );
}

interface RowProps {
  id: string;
  one: CallSummary;
  /** Counted from 1, of all that are there. */
  place: number;
  count: number;
  isChosen: boolean;
  isCursor: boolean;
  now: number;
  onPress: (one: CallSummary, event: MouseEvent) => void;
}

/** Drawn once: scrolling moves rows, it does not change them. */
const Row = memo(function Row(props: RowProps) {
  const { id, one, place, count, isChosen, isCursor, now, onPress } = props;
  const m = useMessages();
  const words = m.consoleAnswers.history;
  const about = [one.channel, words.origins[one.origin]].filter(Boolean).join(' · ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active row
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-posinset={place}
      aria-setsize={count}
      className={styles.row}
      style={{ height: ROW }}
      data-cursor={isCursor ? 'true' : undefined}
      data-testid="history-row"
      data-id={one.id}
      onClick={(event) => onPress(one, event)}
    >
      <span className={styles.rowTop}>
        <StatusTag summary={one} />
        <b className="mono">{one.call}</b>
        {one.code === null ? null : (
          <span className="sub">{m.consoleAnswers.answer.code(String(one.code))}</span>
        )}
        <span className={styles.when}>{formatWhen(one.sentAt, now, m.locale)}</span>
      </span>
      <span className={styles.rowAbout}>{about}</span>
    </div>
  );
});

/** While somebody looks at older rows, new ones above do not push them away. */
function useStayingInPlace(
  box: React.RefObject<HTMLDivElement | null>,
  calls: readonly CallSummary[],
) {
  const first = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    const element = box.current;
    const before = first.current;
    first.current = calls[0]?.id;
    if (element === null || before === undefined || element.scrollTop === 0) return;
    const added = calls.findIndex(({ id }) => id === before);
    if (added > 0) element.scrollTop += added * ROW;
  }, [box, calls]);
}
