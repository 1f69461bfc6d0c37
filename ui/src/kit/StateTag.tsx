import type { Recording, RecordingState } from '../bridge';
import { useMessages } from '../messages';
import { Tag, type Tone } from './Tag';

type Shape = 'dot' | 'ring' | 'dashed' | 'square' | 'tick' | 'cross' | 'bar' | 'arrow';

const looks: Record<RecordingState, { tone: Tone; shape: Shape }> = {
  preparing: { tone: 'accent', shape: 'ring' },
  acquired: { tone: 'accent', shape: 'ring' },
  starting: { tone: 'accent', shape: 'ring' },
  confirming: { tone: 'accent', shape: 'ring' },
  recording: { tone: 'rec', shape: 'dot' },
  outOfSight: { tone: 'warn', shape: 'dashed' },
  unconfirmed: { tone: 'warn', shape: 'dashed' },
  stopping: { tone: 'accent', shape: 'square' },
  uploading: { tone: 'warn', shape: 'arrow' },
  saved: { tone: 'ok', shape: 'tick' },
  empty: { tone: 'neutral', shape: 'bar' },
  failed: { tone: 'rec', shape: 'cross' },
  ended: { tone: 'neutral', shape: 'square' },
};

/** Over, with files that follow from the service's backup. */
function isInBackup({ state, upload }: Recording): boolean {
  return upload === 'backuped' && (state === 'saved' || state === 'ended');
}

/** The state as word, shape and colour; the finer cases come from what went wrong. */
export function StateTag({ recording }: { recording: Recording }) {
  const { states } = useMessages();
  const { tone, shape } = looks[recording.state];
  const code = recording.problem?.code;
  if (code === 'stoppedUnexpectedly') {
    return <Shown tone="rec" shape="square" word={states.stoppedUnexpectedly} />;
  }
  if (recording.state === 'ended' && code === 'endedByItself') {
    return <Shown tone="neutral" shape="square" word={states.endedByItself} />;
  }
  if (recording.state === 'recording' && code === 'unreachable') {
    return <Shown tone="warn" shape="dashed" word={states.unreachable} />;
  }
  if (isInBackup(recording)) {
    return <Shown tone="warn" shape="arrow" word={states.inBackup} />;
  }
  return <Shown tone={tone} shape={shape} word={states[recording.state]} />;
}

function Shown({ tone, shape, word }: { tone: Tone; shape: Shape; word: string }) {
  return (
    <Tag tone={tone} testId="state-tag">
      <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true" focusable="false">
        {shapes[shape]}
      </svg>
      {word}
    </Tag>
  );
}

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 } as const;

const shapes: Record<Shape, React.ReactNode> = {
  dot: <circle cx="5" cy="5" r="4.5" fill="currentColor" />,
  ring: <circle cx="5" cy="5" r="3.8" {...line} />,
  dashed: <circle cx="5" cy="5" r="3.8" {...line} strokeDasharray="2 1.6" />,
  square: <rect x="1" y="1" width="8" height="8" rx="1" fill="currentColor" />,
  tick: <path d="M1 5.4 3.8 8 9 2" {...line} />,
  cross: <path d="M1.5 1.5l7 7M8.5 1.5l-7 7" {...line} />,
  bar: <path d="M1 5h8" {...line} />,
  arrow: <path d="M5 9V1.5M1.5 5 5 1.5 8.5 5" {...line} />,
};
