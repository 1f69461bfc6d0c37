import { useMemo } from 'react';
import type { CallEntry, CallSummary } from '../../../bridge';
import { FailureNote, formatWhen, Tag } from '../../../kit';
import { useMessages } from '../../../messages';
import { parsed } from '../answer/pointer';
import { StatusTag } from '../answer/StatusTag';
import { useWindow } from '../answer/useWindow';
import { type Change, diff } from './diff';
import styles from './History.module.css';
import { useEntry } from './useEntry';

const ROW = 62;

/** What two calls have different, the older one first. */
export function Compare({
  first,
  second,
  now,
}: {
  first: CallSummary;
  second: CallSummary;
  now: number;
}) {
  const words = useMessages().consoleAnswers;
  const [older, newer] = first.id < second.id ? [first, second] : [second, first];
  const a = useEntry(older.id, `${older.status} ${older.elapsed}`);
  const b = useEntry(newer.id, `${newer.status} ${newer.elapsed}`);
  const failed = a.failure ? a : b.failure ? b : null;
  if (failed?.failure) {
    return <FailureNote failure={failed.failure} action={{ again: failed.again }} />;
  }
  return (
    <div className={styles.compare} data-testid="history-diff">
      <Side word={words.diff.older} summary={older} now={now} />
      <Side word={words.diff.newer} summary={newer} now={now} />
      {a.entry === null || b.entry === null ? (
        <p className="sub">{words.history.loading}</p>
      ) : (
        <Both older={a.entry} newer={b.entry} />
      )}
    </div>
  );
}

function Side({ word, summary, now }: { word: string; summary: CallSummary; now: number }) {
  const { locale } = useMessages();
  return (
    <p className={styles.side}>
      <span className="sub">{word}</span>
      <StatusTag summary={summary} />
      <b className="mono">{summary.call}</b>
      <span className="ellipsis">{summary.channel}</span>
      <span className={styles.when}>{formatWhen(summary.sentAt, now, locale)}</span>
    </p>
  );
}

function Both({ older, newer }: { older: CallEntry; newer: CallEntry }) {
  const words = useMessages().consoleAnswers.diff;
  return (
    <>
      {older.address === newer.address ? null : (
        <Part title={words.address} from={older.address} to={newer.address} testId="diff-address" />
      )}
      <Part title={words.request} from={older.request} to={newer.request} testId="diff-request" />
      <Part
        title={words.answer}
        from={older.answer ?? ''}
        to={newer.answer ?? ''}
        testId="diff-answer"
      />
    </>
  );
}

function Part({
  title,
  from,
  to,
  testId,
}: {
  title: string;
  from: string;
  to: string;
  testId: string;
}) {
  const words = useMessages().consoleAnswers.diff;
  const changes = useMemo(() => changesOf(from, to), [from, to]);
  return (
    <section className={styles.part} aria-label={title} data-testid={testId}>
      <h3>
        {title}
        <span className="sub">
          {changes.length === 0 ? words.same : words.count(changes.length)}
        </span>
      </h3>
      {changes.length === 0 ? null : <Changes title={title} changes={changes} />}
    </section>
  );
}

/** Texts that are not both JSON differ as wholes. */
function changesOf(from: string, to: string): Change[] {
  const before = from.trim() === '' ? null : parsed(from);
  const after = to.trim() === '' ? null : parsed(to);
  if (before === undefined || after === undefined) return diff(from, to);
  return diff(before, after);
}

function Changes({ title, changes }: { title: string; changes: readonly Change[] }) {
  const words = useMessages().consoleAnswers.diff;
  const { box, from, to } = useWindow<HTMLUListElement>(changes.length, ROW);
  return (
    <ul
      ref={box}
      aria-label={title}
      // A scrolling box must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      className={styles.changes}
      style={{
        height: Math.min(changes.length * ROW + 2, 320),
        paddingTop: from * ROW,
        paddingBottom: (changes.length - to) * ROW,
      }}
    >
      {changes.slice(from, to).map((change, index) => (
        <li
          key={`${change.kind} ${change.pointer}`}
          aria-posinset={from + index + 1}
          aria-setsize={changes.length}
          className={styles.change}
          style={{ height: ROW }}
          data-testid="diff-change"
          data-kind={change.kind}
        >
          <span className={styles.changeHead}>
            <Tag tone={change.kind === 'changed' ? 'warn' : change.kind === 'added' ? 'ok' : 'rec'}>
              {words[change.kind]}
            </Tag>
            <span className={`mono ${styles.pointer}`} title={change.pointer}>
              {change.pointer || words.whole}
            </span>
          </span>
          <span className={styles.values}>
            {change.kind === 'added' ? null : <Value mark="−" value={change.from} />}
            {change.kind === 'removed' ? null : <Value mark="+" value={change.to} />}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The most of a value that is shown; all of it stands in the calls themselves. */
const SHOWN = 200;

function Value({ mark, value }: { mark: string; value: unknown }) {
  const text = JSON.stringify(value) ?? '';
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return (
    <span className={styles.value} title={shown}>
      <span aria-hidden="true">{mark}</span> {shown}
    </span>
  );
}
