import { go } from '../../app/route';
import type { Recording } from '../../bridge';
import { useCommand, useRecordings } from '../../data';
import { Button, Card, Duration, FailureNote, HoldButton, StateTag } from '../../kit';
import { useMessages } from '../../messages';
import { isOver } from '../../recordings/facts';
import styles from './Record.module.css';

/** What records at the moment, with the two things that one may want in a hurry. */
export function RecordingNow() {
  const { record } = useMessages();
  const recordings = useRecordings();
  const running = (recordings.data ?? []).filter((recording) => !isOver(recording));
  return (
    <Card
      title={record.now}
      className={styles.now}
      actions={
        running.length > 0 ? (
          <Button size="sm" variant="ghost" onPress={() => go({ screen: 'live' })}>
            {record.openLive}
          </Button>
        ) : null
      }
    >
      {recordings.error ? (
        <FailureNote
          failure={recordings.error}
          action={{ onPress: () => void recordings.refetch() }}
        />
      ) : running.length === 0 ? (
        <p className="sub">{record.nowEmpty}</p>
      ) : (
        <ul className={styles.rows}>
          {running.map((recording) => (
            <Row key={recording.id} recording={recording} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Row({ recording }: { recording: Recording }) {
  const { record } = useMessages();
  const stop = useCommand('recording_stop');
  const { refetch } = useRecordings();
  const askStop = () => stop.mutate({ id: recording.id });
  const lookAgain = () => {
    stop.reset();
    void refetch();
  };
  const isStopping = recording.stopWanted || recording.state === 'stopping' || stop.isPending;
  return (
    <li
      className={styles.rowItem}
      data-testid="recording-row"
      data-id={recording.id}
      data-channel={recording.channel}
    >
      <div className={styles.rowLine}>
        <StateTag recording={recording} />
        <b className={styles.channel} title={recording.channel}>
          {recording.channel}
        </b>
        <span className={styles.time}>
          {recording.startedAt === null ? null : <Duration from={recording.startedAt} />}
        </span>
        <span className={styles.people}>
          {recording.people === null ? null : record.people(recording.people)}
        </span>
        <Button
          size="sm"
          className={styles.layoutButton}
          label={record.changeLayoutOf(recording.channel)}
          onPress={() => go({ screen: 'live', id: recording.id })}
        >
          {record.changeLayout}
        </Button>
        {isStopping ? (
          <span className={styles.stopping}>{record.stopping}</span>
        ) : (
          <HoldButton size="sm" label={record.stopButton} testId="stop-button" onHold={askStop} />
        )}
      </div>
      {stop.error ? (
        <FailureNote
          failure={stop.error}
          action={{ again: askStop, lookAgain, checkAgain: lookAgain }}
          onDismiss={stop.reset}
        />
      ) : null}
    </li>
  );
}
