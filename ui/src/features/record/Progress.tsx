import { go } from '../../app/route';
import type { Recording } from '../../bridge';
import { useRecordings } from '../../data';
import {
  Button,
  Card,
  type Deeds,
  FailureNote,
  Icon,
  IconButton,
  ProgressBar,
  StateTag,
} from '../../kit';
import { useMessages } from '../../messages';
import { isFinal } from '../../recordings/facts';
import { putProgressAway, useLatest } from './latest';
import styles from './Record.module.css';

type Step = 'reserve' | 'join' | 'piece';

const steps: readonly Step[] = ['reserve', 'join', 'piece'];

/** How many of the three steps are behind a recording. */
export function stepsDone(recording: Recording): number {
  if (recording.firstPieceAt !== null) return 3;
  switch (recording.state) {
    case 'preparing':
      return 0;
    case 'acquired':
    case 'starting':
    case 'confirming':
    case 'failed':
    case 'unconfirmed':
      return 1;
    default:
      return 2;
  }
}

/** What becomes of the recording that was started last. */
export function Progress({ deeds }: { deeds: Deeds }) {
  const messages = useMessages();
  const { record, shell } = messages;
  const id = useLatest((state) => state.id);
  const recording = useRecordings().data?.find((one) => one.id === id);
  if (recording === undefined) return null;
  const done = stepsDone(recording);
  const isOver = isFinal(recording) && recording.firstPieceAt === null;
  const title = isOver
    ? record.progressOver(recording.channel)
    : done === 3
      ? record.progressDone(recording.channel)
      : record.progressOf(recording.channel);
  return (
    <Card
      title={title}
      testId="progress"
      className={styles.progress}
      actions={
        <IconButton label={shell.dismiss} icon="cross" variant="ghost" onPress={putProgressAway} />
      }
    >
      {isOver ? (
        <Over recording={recording} deeds={deeds} />
      ) : (
        <>
          <ol className={styles.steps}>
            {steps.map((step, index) => (
              <li key={step} data-step={step} data-state={stateOf(index, done)}>
                <Mark state={stateOf(index, done)} />
                {record.steps[step]}
                <span className="visually-hidden">{record.stepStates[stateOf(index, done)]}</span>
              </li>
            ))}
          </ol>
          <div className={styles.progressEnd}>
            <div className="grow">
              <ProgressBar
                label={title}
                value={done === 3 ? 1 : (done + 0.4) / 3}
                tone={done === 3 ? 'ok' : 'accent'}
              />
            </div>
            {done === 3 ? (
              <Button
                size="sm"
                testId="progress-live"
                onPress={() => go({ screen: 'live', id: recording.id })}
              >
                {record.watch}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </Card>
  );
}

function Over({ recording, deeds }: { recording: Recording; deeds: Deeds }) {
  const freeId = () => {
    deeds.freeId?.();
    putProgressAway();
  };
  return recording.problem ? (
    <FailureNote failure={recording.problem} action={{ ...deeds, freeId }} />
  ) : (
    <StateTag recording={recording} />
  );
}

type StepState = 'done' | 'now' | 'next';

function stateOf(index: number, done: number): StepState {
  if (index < done) return 'done';
  return index === done ? 'now' : 'next';
}

function Mark({ state }: { state: StepState }) {
  if (state === 'done') return <Icon name="check" size={14} />;
  return <Icon name={state === 'now' ? 'more' : 'ring'} size={14} />;
}
