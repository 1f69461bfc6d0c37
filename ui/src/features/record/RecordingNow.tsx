import { useState } from 'react';
import { go } from '../../app/route';
import type { Failure, Recording } from '../../bridge';
import { useCommand, useRecordings } from '../../data';
import { Button, Card, Duration, FailureNote, HoldButton, StateTag } from '../../kit';
import { useMessages } from '../../messages';
import { canStop, isOver } from '../../recordings/facts';
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
        <table className={styles.table}>
          <thead className="visually-hidden">
            <tr>
              <th>{record.columns.state}</th>
              <th>{record.columns.channel}</th>
              <th>{record.columns.time}</th>
              <th>{record.columns.people}</th>
              <th>{record.columns.actions}</th>
            </tr>
          </thead>
          <tbody>
            {running.map((recording) => (
              <Row key={recording.id} recording={recording} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function Row({ recording }: { recording: Recording }) {
  const { record } = useMessages();
  const stop = useCommand('recording_stop');
  const [failure, setFailure] = useState<Failure | null>(null);
  const isStopping = recording.stopWanted || recording.state === 'stopping' || stop.isPending;
  return (
    <>
      <tr data-testid="recording-row" data-id={recording.id} data-channel={recording.channel}>
        <td>
          <StateTag recording={recording} />
        </td>
        <td className={styles.channel} title={recording.channel}>
          <b>{recording.channel}</b>
        </td>
        <td className={styles.time}>
          {recording.startedAt === null ? '' : <Duration from={recording.startedAt} />}
        </td>
        <td className={styles.people}>
          {recording.people === null ? '' : record.people(recording.people)}
        </td>
        <td className={styles.rowActions}>
          <Button
            size="sm"
            label={record.changeLayoutOf(recording.channel)}
            onPress={() => go({ screen: 'live', id: recording.id })}
          >
            {record.changeLayout}
          </Button>
          {isStopping ? (
            <span className="sub">{record.stopping}</span>
          ) : (
            <HoldButton
              size="sm"
              label={record.stopButton}
              isDisabled={!canStop(recording)}
              testId="stop-button"
              onHold={() =>
                stop.mutate({ id: recording.id }, { onError: setFailure, onSuccess: () => setFailure(null) })
              }
            />
          )}
        </td>
      </tr>
      {failure ? (
        <tr>
          <td colSpan={5}>
            <FailureNote
              failure={failure}
              action={{ onPress: () => stop.mutate({ id: recording.id }, { onError: setFailure }) }}
              onDismiss={() => setFailure(null)}
            />
          </td>
        </tr>
      ) : null}
    </>
  );
}
