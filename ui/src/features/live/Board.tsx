import { Button as AriaButton } from 'react-aria-components';
import { go } from '../../app/route';
import type { Recording } from '../../bridge';
import { Duration, StateTag, Thumb, useNow } from '../../kit';
import { layoutName, type Messages, useMessages } from '../../messages';
import { shortTime } from '../../recordings/clock';
import { concern, isOver } from '../../recordings/facts';
import styles from './Board.module.css';
import { BoardTable } from './BoardTable';

/** More than this many are shown as a table. */
const CARDS = 8;

/** All running recordings. */
export function Board({ recordings }: { recordings: readonly Recording[] }) {
  const m = useMessages();
  if (recordings.length > CARDS) return <BoardTable recordings={recordings} />;
  return (
    <ul className={styles.board} aria-label={m.live.board}>
      {recordings.map((recording) => (
        <li key={recording.id}>
          <LiveCard recording={recording} />
        </li>
      ))}
    </ul>
  );
}

function LiveCard({ recording }: { recording: Recording }) {
  const m = useMessages();
  const { locale } = m;
  const now = useNow(1000);
  const note = concernWords(recording, now, m);
  return (
    <AriaButton
      className={styles.card}
      onPress={() => go({ screen: 'live', id: recording.id })}
      data-testid="live-card"
      data-id={recording.id}
    >
      <span className="visually-hidden">{m.live.open(recording.channel)}</span>
      <Thumb document={recording.layout.document} label={layoutName(m, recording.layout)} />
      <span data-testid="live-state" data-state={recording.state}>
        <StateTag recording={recording} />
      </span>
      <span className={styles.line}>
        <b className={styles.channel} title={recording.channel}>
          {recording.channel}
        </b>
        <Timer recording={recording} />
      </span>
      <span className={styles.facts}>
        <span>{peopleWords(recording, m)}</span>
        <span>{endWords(recording, m, now, locale)}</span>
      </span>
      {note === null ? null : <span className={styles.note}>{note}</span>}
    </AriaButton>
  );
}

export function Timer({ recording }: { recording: Recording }) {
  if (recording.startedAt === null) return null;
  return (
    <span className={styles.timer} data-testid="live-timer">
      <Duration
        from={recording.startedAt}
        until={isOver(recording) ? (recording.endedAt ?? recording.startedAt) : null}
      />
    </span>
  );
}

function peopleWords(recording: Recording, m: Messages): string {
  if (recording.people === null) return m.live.peopleUnknown;
  return recording.people === 0 ? m.live.nobodyYet : m.live.people(recording.people);
}

function endWords(recording: Recording, m: Messages, now: number, locale: string): string {
  if (isOver(recording)) return m.live.stopped;
  return recording.plannedEnd === null
    ? m.live.noEnd
    : m.live.endsAt(shortTime(recording.plannedEnd, now, locale));
}

/** One short sentence on a card: the rest stands where the recording is opened. */
export function concernWords(recording: Recording, now: number, m: Messages): string | null {
  switch (concern(recording, now)) {
    case 'outOfSight':
      return m.live.outOfSight.text;
    case 'unreachable':
      return m.live.unreachable.text;
    case 'unconfirmed':
      return m.live.unconfirmed.short;
    case 'controlEnds':
    case 'controlOver':
      return m.live.trouble.controlOver;
    case 'problem':
      return recording.problem === null ? null : m.failures[recording.problem.code].title;
    case null:
      return null;
  }
}
