import { useMemo, useState } from 'react';
import type { CallEntry } from '../../../bridge';
import { useContract } from '../../../data';
import { Button, Choice, Fold, Tag, toast } from '../../../kit';
import { useMessages } from '../../../messages';
import { clockTime } from '../../../recordings/clock';
import { copyText } from '../../../recordings/copy';
import { PeopleTable } from '../people/PeopleTable';
import { peopleOf } from '../people/people';
import styles from './AnswerPanel.module.css';
import { parsed } from './pointer';
import { Raw } from './Raw';
import { StatusTag } from './StatusTag';
import { Tree } from './Tree';
import { type NextStep, reasonOf, verdictOf } from './verdict';

export type { NextStep } from './verdict';

export interface AnswerPanelProps {
  /** The last call; `null` before the first. */
  entry: CallEntry | null;
  /** A call is on its way: the steps wait for it. */
  isSending?: boolean;
  /** What was chosen to be done next; without it no steps are offered. */
  onNext?: (step: NextStep) => void;
}

/** What came back: in words first, then as a tree or as text, with what can be done next. */
export function AnswerPanel({ entry, isSending = false, onNext }: AnswerPanelProps) {
  const words = useMessages().consoleAnswers.answer;
  if (entry === null) {
    return (
      <div className={styles.empty} data-testid="answer-empty">
        <p>{isSending ? words.sending : words.empty}</p>
        {isSending ? null : <p className="sub">{words.emptyText}</p>}
      </div>
    );
  }
  return (
    <section className={styles.panel} aria-label={words.title} data-testid="answer">
      <Head entry={entry} />
      <Words entry={entry} isSending={isSending} onNext={onNext} />
      <Body key={entry.summary.id} entry={entry} />
    </section>
  );
}

function Head({ entry: { summary, failure } }: { entry: CallEntry }) {
  const words = useMessages().consoleAnswers.answer;
  return (
    <header className={styles.head}>
      <StatusTag summary={summary} hasFailed={failure !== null} testId="answer-status" />
      <b className="mono">{summary.call}</b>
      {summary.elapsed === null ? null : (
        <span className="sub" data-testid="answer-elapsed">
          {words.took(String(summary.elapsed))}
        </span>
      )}
      <time
        className={styles.time}
        dateTime={new Date(summary.sentAt).toISOString()}
        title={words.at}
      >
        {clockTime(summary.sentAt)}
      </time>
    </header>
  );
}

function Words({
  entry,
  isSending,
  onNext,
}: Pick<AnswerPanelProps, 'isSending' | 'onNext'> & { entry: CallEntry }) {
  const m = useMessages();
  const words = m.consoleAnswers.answer;
  const verdict = verdictOf(entry, m, Date.now());
  const reason = verdict.outcome === 'failed' ? reasonOf(entry) : null;
  const { code, call } = entry.summary;
  const isBad = verdict.outcome === 'failed' || verdict.outcome === 'noAnswer';
  const label = (step: NextStep) =>
    step === 'again' && call === 'query' ? words.steps.queryAgain : words.steps[step];
  return (
    <div
      className={styles.words}
      role={isBad ? 'alert' : 'status'}
      data-outcome={verdict.outcome}
      data-testid="answer-words"
    >
      <p className={isBad ? styles.bad : undefined}>
        {code !== null ? <Tag tone="rec">{words.code(String(code))}</Tag> : null}
        <span>{verdict.what}</span>
      </p>
      {reason === null ? null : <p className={`mono ${styles.reason}`}>{reason}</p>}
      {verdict.why === null ? null : <p className="sub">{verdict.why}</p>}
      {verdict.next === null ? null : (
        <p>
          <b>{words.whatToDo}:</b> {verdict.next}
        </p>
      )}
      {onNext === undefined || verdict.steps.length === 0 ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
        <div role="group" aria-label={words.next} className={styles.steps}>
          {verdict.steps.map((step) => (
            <Button
              key={step}
              size="sm"
              isDisabled={isSending}
              onPress={() => onNext(step)}
              testId={`answer-next-${step}`}
            >
              {label(step)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

type View = 'tree' | 'raw' | 'people';

/** The body in the chosen view, and the headers. */
function Body({ entry }: { entry: CallEntry }) {
  const m = useMessages();
  const words = m.consoleAnswers.answer;
  const contract = useContract().data;
  const { call } = entry.summary;
  const answer = entry.answer ?? '';
  const value = useMemo(() => parsed(answer), [answer]);
  const people = useMemo(() => (call === 'channelUsers' ? peopleOf(value) : null), [call, value]);
  const [chosen, setChosen] = useState<View | null>(null);
  const isJson = value !== undefined;
  const text = useMemo(
    () => (value === undefined ? answer : JSON.stringify(value, null, 2)),
    [answer, value],
  );
  if (answer === '') {
    return (
      <>
        {entry.summary.status === null ? null : <p className="sub">{words.noBody}</p>}
        <Headers entry={entry} />
      </>
    );
  }
  const views: View[] = [...(people ? (['people'] as const) : []), 'tree', 'raw'];
  const view = chosen ?? views[0] ?? 'tree';
  async function copy() {
    if (await copyText(text)) toast(m.shell.copied);
    else toast(m.shell.copyFailed, { tone: 'bad' });
  }
  return (
    <>
      <div className={styles.bar}>
        {isJson ? (
          <Choice
            label={words.view}
            items={views.map((id) => ({ id, label: words[id] }))}
            value={view}
            onChange={setChosen}
            testId="answer-view"
          />
        ) : (
          <p className={`sub ${styles.note}`} data-testid="answer-not-json">
            {/\n… \d+ bytes more$/.test(answer) ? words.cutOff : words.notJson}
          </p>
        )}
        <span className="grow" />
        <Button size="sm" icon="copy" onPress={() => void copy()} testId="answer-copy">
          {words.copy}
        </Button>
      </div>
      {isJson && view === 'tree' ? (
        <Tree call={call} value={value} contract={contract} now={Date.now()} />
      ) : isJson && view === 'people' && people ? (
        <PeopleTable people={people} />
      ) : (
        <Raw label={words.raw} text={text} testId="answer-raw" />
      )}
      <Headers entry={entry} />
    </>
  );
}

function Headers({ entry: { headers, summary } }: { entry: CallEntry }) {
  const words = useMessages().consoleAnswers.answer;
  if (summary.status === null) return null;
  if (headers.length === 0) return <p className="sub">{words.noHeaders}</p>;
  return (
    <Fold title={words.headers(headers.length)} testId="answer-headers">
      <dl className={styles.headers}>
        {headers.map(({ name, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a header may come twice, and the list never changes
          <div key={`${name} ${index}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}
