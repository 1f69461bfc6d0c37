import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { Call, ContractData } from '../../../bridge';
import { Icon, IconButton, toast } from '../../../kit';
import { useMessages } from '../../../messages';
import { copyText } from '../../../recordings/copy';
import { type Explained, explain } from './explain';
import { type TreeRow, treeRows } from './rows';
import styles from './Tree.module.css';
import { useWindow } from './useWindow';

const ROW = 22;

export interface TreeProps {
  call: Call;
  value: unknown;
  contract: ContractData | undefined;
  /** The present moment, for the words of times. */
  now: number;
}

/** An answer as a tree. The field that is pointed at, or moved to with the arrows, is explained below. */
export function Tree({ call, value, contract, now }: TreeProps) {
  const m = useMessages();
  const words = m.consoleAnswers.answer;
  const id = useId();
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState(0);
  const [hovered, setHovered] = useState<string | null>(null);
  const rows = useMemo(() => treeRows(value, turned), [value, turned]);
  const { box, from, to, show } = useWindow(rows.length, ROW);
  const at = Math.min(cursor, rows.length - 1);
  const current = rows[at];
  const pointed = rows.find(({ pointer }) => pointer === hovered) ?? current;

  const turn = (pointer: string) =>
    setTurned((before) => {
      const after = new Set(before);
      if (!after.delete(pointer)) after.add(pointer);
      return after;
    });

  const move = (row: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, row));
    setHovered(null);
    setCursor(next);
    show(next);
  };

  function onKeyDown(event: KeyboardEvent) {
    if (current === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW) - 1);
    const moves: Record<string, () => void> = {
      ArrowDown: () => move(at + 1),
      ArrowUp: () => move(at - 1),
      PageDown: () => move(at + page),
      PageUp: () => move(at - page),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      Enter: () => current.count && turn(current.pointer),
      ' ': () => current.count && turn(current.pointer),
      ArrowRight: () => {
        if (current.count && !current.isOpen) turn(current.pointer);
        else if (current.count) move(at + 1);
      },
      ArrowLeft: () => {
        if (current.isOpen) turn(current.pointer);
        else move(rows.findLastIndex(({ depth }, row) => row < at && depth < current.depth));
      },
    };
    const act = moves[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  const about = (row: TreeRow) => explain(call, row.pointer, row.value, contract, m, now);
  return (
    <div className={styles.whole}>
      <div
        ref={box}
        role="tree"
        aria-label={words.tree}
        aria-describedby={`${id}-about`}
        aria-activedescendant={current === undefined ? undefined : `${id}-${at}`}
        tabIndex={0}
        className={styles.box}
        data-testid="answer-tree"
        onKeyDown={onKeyDown}
        onMouseLeave={() => setHovered(null)}
      >
        <div role="presentation" style={{ height: from * ROW }} />
        {rows.slice(from, to).map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself takes the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names the active line
          <div
            key={row.pointer}
            id={`${id}-${from + index}`}
            role="treeitem"
            aria-level={row.depth + 1}
            aria-expanded={row.count ? row.isOpen : undefined}
            aria-posinset={row.place}
            aria-setsize={row.places}
            aria-selected={from + index === at}
            className={styles.row}
            style={{ paddingLeft: 6 + row.depth * 14, height: ROW }}
            data-pointer={row.pointer}
            onMouseEnter={() => setHovered(row.pointer)}
            onClick={() => {
              setCursor(from + index);
              if (row.count) turn(row.pointer);
            }}
          >
            <Line row={row} about={about(row)} />
          </div>
        ))}
        <div role="presentation" style={{ height: (rows.length - to) * ROW }} />
      </div>
      <About id={`${id}-about`} row={pointed} about={pointed && about(pointed)} />
    </div>
  );
}

function Line({ row, about }: { row: TreeRow; about: Explained | null }) {
  const words = useMessages().consoleAnswers.answer;
  const { count, isOpen, name, value } = row;
  return (
    <>
      <span className={isOpen ? styles.open : styles.arrow}>
        {count ? <Icon name="chevronRight" size={11} /> : null}
      </span>
      {name === '' ? null : <span className={styles.name}>{name}</span>}
      {count === null ? (
        <span className={styles[kindOf(value)]}>{shown(value)}</span>
      ) : (
        <span className={styles.count}>
          {Array.isArray(value) ? words.entries(count) : words.members(count)}
        </span>
      )}
      {about?.value ? <span className={styles.words}>{about.value}</span> : null}
    </>
  );
}

/** What the field means; in a place of its own, so that nothing moves while it changes. */
function About({
  id,
  row,
  about,
}: {
  id: string;
  row: TreeRow | undefined;
  about: Explained | null | undefined;
}) {
  const words = useMessages().consoleAnswers.answer;
  const { shell } = useMessages();
  const copy = async () => {
    const value = row?.value;
    const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
    if (await copyText(text)) toast(shell.copied);
    else toast(shell.copyFailed, { tone: 'bad' });
  };
  return (
    <div className={styles.about}>
      <p id={id} className={styles.aboutText} data-testid="answer-about">
        {about ? (
          <>
            <b>{about.label}</b> {about.help}
          </>
        ) : row === undefined || row.name === '' ? (
          words.explain
        ) : (
          words.unknown
        )}
      </p>
      {row === undefined ? null : (
        <IconButton
          label={words.copyValue}
          icon="copy"
          variant="ghost"
          onPress={() => void copy()}
          testId="answer-copy-value"
        />
      )}
    </div>
  );
}

function kindOf(value: unknown): 'text' | 'number' | 'word' {
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'number' : 'word';
}

/** The most of one text that a line shows; all of it is copied, and stands in the text view. */
const SHOWN = 400;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
