import { type ReactNode, useState } from 'react';
import { asFailure, call, type Failure, type Recording } from '../../bridge';
import { Button, Card, FailureNote, Tag, useNow } from '../../kit';
import { useMessages } from '../../messages';
import { shortTime } from '../../recordings/clock';
import { isOver, serviceWord } from '../../recordings/facts';
import { lengthWords } from '../../recordings/length';
import styles from './Health.module.css';

/** How often one press of "+30 min" moves the planned end back, in minutes. */
const EXTEND = 30;

/** How the recording is doing, in words. */
export function Health({ recording }: { recording: Recording }) {
  const m = useMessages();
  const words = m.live.health;
  return (
    <Card title={words.title}>
      <dl className={styles.rows}>
        <Row label={words.service}>
          <ServiceTag recording={recording} />
        </Row>
        <Row label={words.checked}>
          <Checked recording={recording} />
        </Row>
        <Row label={words.upload}>
          <UploadTag recording={recording} />
        </Row>
        <Row label={words.control}>
          <Control recording={recording} />
        </Row>
        <PlannedEnd recording={recording} />
        <Row label={words.idle}>
          {words.idleAfter(lengthWords(recording.setup.stop.idleSeconds * 1000, m.states.length))}
        </Row>
      </dl>
      <p className={styles.note}>{words.closed}</p>
    </Card>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ServiceTag({ recording }: { recording: Recording }) {
  const m = useMessages();
  const word = serviceWord(recording);
  const tones = {
    inProgress: 'ok',
    ready: 'ok',
    unexpected: 'rec',
    notSeen: 'warn',
  } as const;
  return (
    <Tag tone={word in tones ? tones[word as keyof typeof tones] : 'neutral'}>
      {m.states.service[word]}
    </Tag>
  );
}

function Checked({ recording }: { recording: Recording }) {
  const m = useMessages();
  const now = useNow(1000);
  if (recording.checkedAt === null) return m.live.health.never;
  return m.live.health.ago(lengthWords(now - recording.checkedAt, m.states.length));
}

function UploadTag({ recording }: { recording: Recording }) {
  const words = useMessages().states.upload;
  const { upload, practice } = recording;
  if (upload === 'uploaded') {
    return <Tag tone="ok">{practice ? words.uploadedPractice : words.uploaded}</Tag>;
  }
  if (upload !== null) return <Tag tone="warn">{words[upload]}</Tag>;
  if (recording.firstPieceAt === null) return <Tag>{words.waiting}</Tag>;
  return <Tag tone="ok">{practice ? words.runningPractice : words.running}</Tag>;
}

function Control({ recording }: { recording: Recording }) {
  const m = useMessages();
  const now = useNow(1000);
  if (recording.controlUntil === null) return '–';
  const left = recording.controlUntil - now;
  if (left <= 0 || isOver(recording)) return m.live.health.controlOver;
  return lengthWords(left, m.states.length);
}

function PlannedEnd({ recording }: { recording: Recording }) {
  const m = useMessages();
  const { locale } = m;
  const now = useNow(1000);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const canExtend = recording.plannedEnd !== null && !recording.stopWanted && !isOver(recording);

  const extend = async () => {
    setPending(true);
    setFailure(null);
    try {
      await call('recording_extend', { id: recording.id, minutes: EXTEND });
    } catch (thrown) {
      setFailure(asFailure(thrown));
    } finally {
      setPending(false);
    }
  };

  return (
    <>
      <Row label={m.live.health.end}>
        <span data-testid="live-planned-end">
          {recording.plannedEnd === null
            ? m.live.health.noEnd
            : shortTime(recording.plannedEnd, now, locale)}
        </span>
        {canExtend ? (
          <Button
            size="sm"
            isPending={isPending}
            onPress={extend}
            label={`${m.live.health.extend}: ${m.live.health.extendLabel}`}
            testId="live-extend"
          >
            {m.live.health.extend}
          </Button>
        ) : null}
      </Row>
      {failure === null ? null : <FailureNote failure={failure} />}
    </>
  );
}
