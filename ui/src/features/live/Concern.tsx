import { useState } from 'react';
import { asFailure, call, type Failure, type Recording, type TimelineEntry } from '../../bridge';
import { Button, Card, FailureNote, ProgressBar, remedies, StateTag, Tag, useNow } from '../../kit';
import { useMessages } from '../../messages';
import { concern, SIGHT_WINDOW } from '../../recordings/facts';
import { lengthWords } from '../../recordings/length';
import styles from './Concern.module.css';

/** What the person should be told about a running recording; nothing while all is well. */
export function ConcernPanel({
  recording,
  timeline,
}: {
  recording: Recording;
  timeline: readonly TimelineEntry[];
}) {
  const now = useNow(1000);
  const what = concern(recording, now);
  if (what === null) return null;
  if (what === 'problem') {
    return <Problem recording={recording} />;
  }
  return (
    <Card testId="live-concern">
      <div className={styles.panel} data-concern={what}>
        {what === 'outOfSight' ? (
          <OutOfSight recording={recording} timeline={timeline} now={now} />
        ) : null}
        {what === 'unreachable' ? <Unreachable recording={recording} now={now} /> : null}
        {what === 'unconfirmed' ? <Unconfirmed recording={recording} /> : null}
        {what === 'controlEnds' || what === 'controlOver' ? (
          <ControlEnds recording={recording} now={now} />
        ) : null}
      </div>
    </Card>
  );
}

/** What the account needs is put right there; for all else Roomreel looks again at once. */
function Problem({ recording }: { recording: Recording }) {
  const m = useMessages();
  const { check, failure } = useRecheck(recording);
  const { problem } = recording;
  if (problem === null) return null;
  const isOfAccount = remedies[problem.code] === 'accounts';
  return (
    <>
      <FailureNote
        failure={problem}
        action={isOfAccount ? {} : { label: m.live.unreachable.check, onPress: check }}
      />
      {failure === null ? null : <FailureNote failure={failure} />}
    </>
  );
}

function OutOfSight({
  recording,
  timeline,
  now,
}: {
  recording: Recording;
  timeline: readonly TimelineEntry[];
  now: number;
}) {
  const words = useMessages().live.outOfSight;
  const since =
    timeline.findLast((entry) => entry.code === 'outOfSight')?.at ?? recording.checkedAt ?? now;
  const share = (now - since) / SIGHT_WINDOW;
  return (
    <>
      <div>
        <StateTag recording={recording} />
      </div>
      <p>{words.text}</p>
      <ProgressBar tone="warn" label={words.window} value={share} />
      <p className={styles.note}>
        {[
          recording.troubledChecks > 0 ? words.checked(recording.troubledChecks) : null,
          share >= 1 ? words.over : <NextCheck key="next" recording={recording} now={now} />,
        ].map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two fixed places
          <span key={index}>{part}</span>
        ))}
      </p>
    </>
  );
}

function NextCheck({ recording, now }: { recording: Recording; now: number }) {
  const m = useMessages();
  const left = recording.nextCheckAt === null ? 0 : recording.nextCheckAt - now;
  return left <= 0
    ? m.live.outOfSight.now
    : m.live.outOfSight.next(lengthWords(left, m.states.length));
}

function Unreachable({ recording, now }: { recording: Recording; now: number }) {
  const m = useMessages();
  const words = m.live.unreachable;
  const left = recording.nextCheckAt === null ? null : recording.nextCheckAt - now;
  return (
    <>
      <div>
        <Tag tone="warn">{words.title}</Tag>
      </div>
      <p>{words.text}</p>
      <p className={styles.note}>
        <span>
          {left === null
            ? words.later
            : left <= 0
              ? words.now
              : words.next(lengthWords(left, m.states.length))}
        </span>
        <span>{words.stopNote}</span>
      </p>
      <CheckNow recording={recording} />
    </>
  );
}

function useRecheck(recording: Recording) {
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const check = async () => {
    setPending(true);
    setFailure(null);
    try {
      await call('recording_recheck', { id: recording.id });
    } catch (thrown) {
      setFailure(asFailure(thrown));
    } finally {
      setPending(false);
    }
  };
  return { check, isPending, failure };
}

function CheckNow({ recording }: { recording: Recording }) {
  const m = useMessages();
  const { check, isPending, failure } = useRecheck(recording);
  return (
    <>
      <div>
        <Button icon="refresh" isPending={isPending} onPress={check} testId="live-recheck">
          {m.live.unreachable.check}
        </Button>
      </div>
      {failure === null ? null : <FailureNote failure={failure} />}
    </>
  );
}

function Unconfirmed({ recording }: { recording: Recording }) {
  const m = useMessages();
  return (
    <>
      <div>
        <StateTag recording={recording} />
      </div>
      <p>{m.live.unconfirmed.text}</p>
      <p className={styles.note}>
        {m.live.unconfirmed.ends(
          lengthWords(recording.setup.stop.idleSeconds * 1000, m.states.length),
        )}
      </p>
      <CheckNow recording={recording} />
    </>
  );
}

function ControlEnds({ recording, now }: { recording: Recording; now: number }) {
  const m = useMessages();
  const left = (recording.controlUntil ?? now) - now;
  return (
    <>
      <div>
        <Tag tone="warn">{m.live.trouble.title}</Tag>
      </div>
      <p>
        {left <= 0
          ? m.live.trouble.controlOver
          : m.live.trouble.controlEnds(lengthWords(left, m.states.length))}
      </p>
    </>
  );
}
