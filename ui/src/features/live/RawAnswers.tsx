import { useEffect } from 'react';
import type { CallRecord, Recording } from '../../bridge';
import { useRecording } from '../../data';
import { Fold, Tag } from '../../kit';
import { useMessages } from '../../messages';
import { clockTime } from '../../recordings/clock';
import { pretty } from './pretty';
import styles from './RawAnswers.module.css';

/** Every call as it went out and came back, newest first. The studio took the secrets out. */
export function RawAnswers({ recording }: { recording: Recording }) {
  const m = useMessages();
  return (
    <Fold title={m.live.raw} testId="raw-answers">
      <Calls recording={recording} />
    </Fold>
  );
}

function Calls({ recording }: { recording: Recording }) {
  const m = useMessages();
  const { data, refetch } = useRecording(recording.id);
  const calls = data?.calls ?? [];
  // No event carries calls, so they are asked for again with each answered check while they are looked at.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new check is what asks
  useEffect(() => {
    refetch();
  }, [refetch, recording.checkedAt, recording.state]);
  return (
    <>
      <p className={styles.note}>{calls.length === 0 ? m.live.rawEmpty : m.live.rawNote}</p>
      <ol className={styles.calls}>
        {calls.map((record) => (
          <Call key={record.id} record={record} />
        ))}
      </ol>
    </>
  );
}

function Call({ record }: { record: CallRecord }) {
  const m = useMessages();
  const tone = record.status === null ? 'warn' : record.status < 300 ? 'ok' : 'rec';
  return (
    <li>
      <div className={styles.head}>
        <Tag tone={tone}>
          {record.status ?? (record.answeredAt === null ? m.live.inFlight : m.live.noAnswer)}
        </Tag>
        <b>{record.call}</b>
        {record.answeredAt === null ? null : (
          <span className="sub">{m.live.took(String(record.answeredAt - record.sentAt))}</span>
        )}
        <span className={styles.time}>{clockTime(record.sentAt)}</span>
      </div>
      <Body label={`${m.live.request}: ${record.call}`} text={record.request} />
      {record.answer === null ? null : (
        <Body label={`${m.live.answer}: ${record.call}`} text={record.answer} />
      )}
    </li>
  );
}

function Body({ label, text }: { label: string; text: string }) {
  if (text.trim() === '') return null;
  return (
    // A scrolling box must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.box} aria-label={label} tabIndex={0}>
      <pre className={styles.body}>{pretty(text)}</pre>
    </section>
  );
}
