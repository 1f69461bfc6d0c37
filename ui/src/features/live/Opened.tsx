import { useState } from 'react';
import { go } from '../../app/route';
import { asFailure, call, type Failure, type Recording } from '../../bridge';
import { useAppInfo, useRecording } from '../../data';
import {
  Button,
  Card,
  Duration,
  FailureNote,
  HoldButton,
  IconButton,
  StateTag,
  Tag,
  toast,
} from '../../kit';
import { useMessages } from '../../messages';
import { copyText, supportIds } from '../../recordings/copy';
import { canStop, isFinal, isOver } from '../../recordings/facts';
import { Timeline } from '../../recordings/Timeline';
import { storageWords } from '../../recordings/words';
import { ConcernPanel } from './Concern';
import { EndedPanel } from './EndedPanel';
import { Health } from './Health';
import { LayoutStrip } from './LayoutStrip';
import styles from './Opened.module.css';
import { LivePicture } from './Picture';
import { isOnItsWay, Progress } from './Progress';
import { RawAnswers } from './RawAnswers';

/** One recording with its picture, health and story. It stays open when it ends. */
export function Opened({ recording }: { recording: Recording }) {
  const m = useMessages();
  const detail = useRecording(recording.id).data;
  const timeline = detail?.timeline ?? [];
  const isVideo = recording.setup.recordAs === 'combinedVideo';
  return (
    <div className={styles.screen} data-testid="live-opened" data-state={recording.state}>
      <Head recording={recording} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {isOver(recording) ? <EndedPanel recording={recording} /> : null}
          <ConcernPanel recording={recording} timeline={timeline} />
          {isOnItsWay(recording) ? <Progress recording={recording} /> : null}
          {isOver(recording) ? null : <LivePicture recording={recording} />}
          {isVideo && !isOver(recording) ? <LayoutStrip recording={recording} /> : null}
        </div>
        <div className={styles.side}>
          {isFinal(recording) ? null : <Health recording={recording} />}
          <Card title={m.live.timelineTitle}>
            <Timeline entries={timeline} />
            <div className={styles.support}>
              <CopyIds recording={recording} />
            </div>
            <RawAnswers recording={recording} />
          </Card>
        </div>
      </div>
    </div>
  );
}

function Head({ recording }: { recording: Recording }) {
  const m = useMessages();
  const picture = recording.setup.picture;
  const about = [
    storageWords(recording, m),
    m.live.recordAs[recording.setup.recordAs],
    recording.setup.recordAs === 'combinedVideo' ? `${picture.width} × ${picture.height}` : null,
  ];
  return (
    <header className={styles.head}>
      <IconButton
        label={m.live.back}
        icon="back"
        size="md"
        variant="ghost"
        onPress={() => go({ screen: 'live' })}
        testId="live-back"
      />
      <span data-testid="live-state" data-state={recording.state}>
        <StateTag recording={recording} />
      </span>
      <div className={styles.title}>
        <h1 className="ellipsis" title={recording.channel}>
          {recording.channel}
        </h1>
        <p className={styles.about}>
          {recording.practice ? <Tag>{m.library.practice}</Tag> : null}
          <span className="ellipsis">{about.filter((part) => part !== null).join(' · ')}</span>
        </p>
      </div>
      {recording.startedAt === null ? null : (
        <b className={styles.timer} data-testid="live-timer">
          <Duration
            from={recording.startedAt}
            until={isOver(recording) ? (recording.endedAt ?? recording.startedAt) : null}
          />
        </b>
      )}
      {isOver(recording) ? null : <Stop recording={recording} />}
    </header>
  );
}

/** Held for 0.8 s or pressed twice: a stop can't be taken back. */
function Stop({ recording }: { recording: Recording }) {
  const m = useMessages();
  const [failure, setFailure] = useState<Failure | null>(null);
  const isStopping = !canStop(recording);
  const stop = async () => {
    setFailure(null);
    try {
      await call('recording_stop', { id: recording.id });
    } catch (thrown) {
      setFailure(asFailure(thrown));
    }
  };
  return (
    <>
      <HoldButton
        label={isStopping ? m.live.stopping : m.live.stop}
        icon="stop"
        variant="record"
        holdMs={800}
        isDisabled={isStopping}
        onHold={stop}
        testId="stop-button"
      />
      {failure === null ? null : (
        <div className={styles.failure}>
          <FailureNote failure={failure} onDismiss={() => setFailure(null)} />
        </div>
      )}
    </>
  );
}

function CopyIds({ recording }: { recording: Recording }) {
  const m = useMessages();
  const version = useAppInfo().data?.version ?? '';
  const copy = async () => {
    const isThere = await copyText(supportIds(recording, version));
    toast(isThere ? m.live.copied : m.shell.copyFailed, isThere ? {} : { tone: 'bad' });
  };
  return (
    <Button size="sm" icon="copy" onPress={copy} testId="live-copy-ids">
      {m.live.copyIds}
    </Button>
  );
}
