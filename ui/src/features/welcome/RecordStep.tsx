import { useEffect, useRef } from 'react';
import type { Recording } from '../../bridge';
import { useCommand, useRecordings } from '../../data';
import { Button, FailureNote, ProgressBar, useNow } from '../../kit';
import { useMessages } from '../../messages';
import { isFinal, isOver } from '../../recordings/facts';
import { useTestSetup } from './useTestSetup';
import type { Walk } from './useWelcome';
import styles from './Welcome.module.css';

/** How long is recorded, in milliseconds. */
const LENGTH = 30_000;

/** Half a minute of the channel, stopped by itself. */
export function RecordStep({ walk }: { walk: Walk }) {
  const { welcome: words } = useMessages();
  const setup = useTestSetup(walk);
  const start = useCommand('recording_start');
  const recording = useRecordings().data?.find(({ id }) => id === walk.recordingId);
  const isThere = recording !== undefined;
  const hasFailed =
    recording !== undefined && isFinal(recording) && !['saved', 'ended'].includes(recording.state);
  const { goOn } = walk;
  const isSaved = isThere && isFinal(recording) && !hasFailed;
  const onwards = useRef(goOn);
  onwards.current = goOn;
  useEffect(() => {
    if (isSaved) onwards.current('play');
  }, [isSaved]);

  const begin = () => {
    if (setup === null) return;
    start.mutate(setup, { onSuccess: ({ id }) => goOn('record', {}, id) });
  };
  return (
    <section className={styles.choice}>
      <p className="sub">{words.recordIntro}</p>
      {start.error ? <FailureNote failure={start.error} action={{ again: begin }} /> : null}
      {hasFailed ? (
        recording.problem ? (
          <FailureNote failure={recording.problem} action={{ again: begin, recordAgain: begin }} />
        ) : (
          <p role="alert">{recording.state === 'empty' ? words.nothing : words.failed}</p>
        )
      ) : null}
      {isThere && !hasFailed ? <Running recording={recording} /> : null}
      <div className={styles.actions}>
        {isThere && !hasFailed ? null : (
          <>
            <Button variant="ghost" onPress={() => goOn('layout')} testId="welcome-back">
              {words.back}
            </Button>
            <span className="grow" />
            <Button
              variant="record"
              isDisabled={setup === null}
              isPending={start.isPending}
              onPress={begin}
              testId="welcome-record"
            >
              {words.recordButton}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function Running({ recording }: { recording: Recording }) {
  const { welcome: words } = useMessages();
  const now = useNow(500);
  const stop = useCommand('recording_stop');
  const isAsked = useRef(false);
  const { id, startedAt, state, stopWanted } = recording;
  const passed = startedAt === null ? 0 : now - startedAt;
  const isEnding = isOver(recording) || stopWanted || state === 'stopping';
  const isTime = startedAt !== null && passed >= LENGTH && !isEnding;
  const ask = useRef(stop.mutate);
  ask.current = stop.mutate;
  useEffect(() => {
    if (!isTime || isAsked.current) return;
    isAsked.current = true;
    ask.current({ id });
  }, [isTime, id]);

  const left = Math.max(0, Math.ceil((LENGTH - passed) / 1000));
  const said =
    isEnding || left === 0
      ? words.saving
      : startedAt === null
        ? words.starting
        : words.recording(left);
  return (
    <div role="status" data-testid="welcome-progress" data-state={state}>
      <p className={styles.said}>{said}</p>
      <ProgressBar
        label={said}
        value={startedAt === null || isEnding ? undefined : passed / LENGTH}
      />
      {stop.error ? (
        <FailureNote failure={stop.error} action={{ again: () => stop.mutate({ id }) }} />
      ) : null}
    </div>
  );
}
