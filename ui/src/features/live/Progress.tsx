import type { Recording } from '../../bridge';
import { Card, Icon, ProgressBar } from '../../kit';
import { useMessages } from '../../messages';
import styles from './Progress.module.css';

type Mark = 'done' | 'now' | 'later';

/** The way from the red button to the first saved piece, each step by its name. */
export function Progress({ recording }: { recording: Recording }) {
  const m = useMessages();
  const words = m.live.progress;
  const steps = marks(recording);
  const spoken = { done: words.doneMark, now: words.nowMark, later: words.laterMark };
  const names = [words.reserve, words.join, words.save];
  const done = steps.filter((mark) => mark === 'done').length;
  return (
    <Card title={words.title}>
      <ol className={styles.steps} data-testid="live-progress">
        {steps.map((mark, index) => (
          <li key={names[index]} className={styles.step} data-mark={mark}>
            <span className={styles.mark}>
              {mark === 'done' ? <Icon name="check" size={14} /> : null}
            </span>
            {names[index]}
            <span className="visually-hidden">: {spoken[mark]}</span>
          </li>
        ))}
      </ol>
      <ProgressBar label={words.title} value={(done + 0.5) / steps.length} />
      {recording.state === 'recording' ? <p className={styles.note}>{words.nobody}</p> : null}
    </Card>
  );
}

/** Shown until the first piece is there. */
export function isOnItsWay(recording: Recording): boolean {
  return (
    recording.firstPieceAt === null &&
    ['preparing', 'acquired', 'starting', 'confirming', 'recording'].includes(recording.state)
  );
}

function marks(recording: Recording): Mark[] {
  switch (recording.state) {
    case 'preparing':
      return ['now', 'later', 'later'];
    case 'acquired':
    case 'starting':
    case 'confirming':
      return ['done', 'now', 'later'];
    default:
      return ['done', 'done', 'now'];
  }
}
