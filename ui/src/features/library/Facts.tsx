import type { Cost, Recording, RecordingFiles, TimelineEntry } from '../../bridge';
import { Card, Duration } from '../../kit';
import { layoutName, type Messages, useMessages } from '../../messages';
import { isOver } from '../../recordings/facts';
import styles from './Facts.module.css';
import { layoutSpans } from './spans';

/** Length, people, cost and parts of a recording, and which layout it had when. */
export function Facts({
  recording,
  timeline,
  cost,
  files,
}: {
  recording: Recording;
  timeline: readonly TimelineEntry[];
  cost: Cost | undefined;
  files: RecordingFiles | undefined;
}) {
  const m = useMessages();
  const words = m.library.facts;
  const isPicture = recording.setup.recordAs === 'combinedVideo';
  return (
    <Card testId="library-facts">
      <dl className={styles.facts}>
        <div>
          <dt>{m.library.columns.length}</dt>
          <dd>
            {recording.startedAt === null ? (
              '–'
            ) : (
              <Duration
                from={recording.startedAt}
                until={isOver(recording) ? (recording.endedAt ?? recording.startedAt) : null}
              />
            )}
          </dd>
        </div>
        <div>
          <dt>{words.people}</dt>
          <dd className="num">{recording.people ?? '–'}</dd>
        </div>
        <div>
          <dt>{words.cost}</dt>
          <dd className="num">{costWords(recording, cost, m)}</dd>
        </div>
        <div>
          <dt>{words.parts}</dt>
          <dd className="num">{parts(files)}</dd>
        </div>
      </dl>
      {isPicture ? <Layouts recording={recording} timeline={timeline} /> : null}
    </Card>
  );
}

function Layouts({
  recording,
  timeline,
}: {
  recording: Recording;
  timeline: readonly TimelineEntry[];
}) {
  const m = useMessages();
  const spans = layoutSpans(recording, timeline);
  if (spans.length < 2) return null;
  return (
    <figure className={styles.layouts} data-testid="layout-timeline">
      <figcaption className="sub">{m.library.facts.layouts}</figcaption>
      <ol className={styles.bar}>
        {spans.map((span) => {
          const name = layoutName(m, span.layout);
          return (
            <li
              key={span.from}
              style={{ flexGrow: Math.max(span.share, 0.02) }}
              title={`${name}, ${Math.round(span.share * 100)} %`}
            >
              <span>{name}</span>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}

function costWords(recording: Recording, cost: Cost | undefined, m: Messages): string {
  if (recording.practice) return m.library.facts.free;
  if (cost === undefined) return '–';
  const dollars = (cents: number) =>
    new Intl.NumberFormat(m.locale, { style: 'currency', currency: 'USD' }).format(cents / 100);
  return cost.low === cost.high
    ? m.library.facts.about(dollars(cost.low))
    : m.library.facts.between(dollars(cost.low), dollars(cost.high));
}

function parts(files: RecordingFiles | undefined): string {
  if (files === undefined) return '–';
  const numbers = new Set(files.files.map((file) => file.part));
  numbers.delete(null);
  return String(numbers.size + 1);
}
