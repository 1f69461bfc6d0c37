import type { Failure, Layout, Recording } from '../../bridge';
import { useSettings } from '../../data';
import { FailureNote, Select, Switch, Tag, type Tone } from '../../kit';
import { layoutName, useMessages } from '../../messages';
import { canSwitchLayout } from '../../recordings/facts';
import { scenesOf } from '../live/scenes';
import { isOnAir, send, take, useTaking } from '../live/taking';
import { useEditor } from '../state';
import { ActionButton } from './ActionButton';
import styles from './Editor.module.css';

const OFF = 'off';

/** Edits are staged; Take sends the whole layout to the recording. */
export function LiveBar({
  recordings,
  layouts,
}: {
  recordings: readonly Recording[];
  layouts: readonly Layout[];
}) {
  const { editor } = useMessages();
  const live = useEditor((state) => state.live);
  const autoTake = useEditor((state) => state.autoTake);
  const document = useEditor((state) => state.history.present);
  const { failure, isSending } = useTaking();
  const recording = recordings.find((one) => one.id === live);
  if (recordings.length === 0) return null;
  const state = recording === undefined ? null : stateOf(recording, document, isSending);
  // What the service said stays until there is something newer.
  const refusal = state === 'refused' ? (recording?.layoutChange?.failure ?? null) : null;
  return (
    <section className={styles.live} aria-label={editor.liveBar} data-testid="live-bar">
      <b className={styles.liveWord}>{editor.liveWith}</b>
      <div className={styles.liveWho}>
        <Select
          label={editor.liveWith}
          labelHidden
          items={[
            { id: OFF, label: editor.liveNone },
            ...recordings.map(({ id, channel }) => ({ id, label: channel })),
          ]}
          value={recording === undefined ? OFF : recording.id}
          onChange={(id) => useEditor.setState({ live: id === OFF ? null : id })}
          testId="live-recording"
        />
      </div>
      {recording !== undefined && state !== null ? (
        <>
          <span role="status" data-testid="live-state" data-state={state}>
            <Tag tone={tones[state]}>
              {canSwitchLayout(recording) ? editor[words[state]] : editor.ended}
            </Tag>
          </span>
          <span className="grow" />
          <Switch
            label={editor.autoTake}
            isOn={autoTake}
            onChange={(isOn) => {
              useEditor.setState({ autoTake: isOn });
              if (isOn && !isOnAir(document, recording)) take(recording);
            }}
            testId="auto-take"
          />
          <ActionButton id="previous" text={editor.previous} />
          <ActionButton id="take" text={editor.take} isPrimary />
        </>
      ) : null}
      {recording !== undefined ? <Scenes recording={recording} layouts={layouts} /> : null}
      {recording !== undefined && (failure ?? refusal) !== null ? (
        <div className={styles.liveFailure}>
          <FailureNote
            failure={(failure ?? refusal) as Failure}
            saysIssues
            action={{ label: editor.takeAgain, onPress: () => take(recording) }}
          />
        </div>
      ) : null}
    </section>
  );
}

/** The layouts on the keys 1 to 9, each a press away. */
function Scenes({ recording, layouts }: { recording: Recording; layouts: readonly Layout[] }) {
  const messages = useMessages();
  const { editor } = messages;
  const { settings } = useSettings();
  const scenes = scenesOf(layouts, settings.scenes);
  return (
    <fieldset className={styles.scenes} data-testid="scenes">
      <legend className="visually-hidden">{editor.scenes}</legend>
      {scenes.map((layout, index) => {
        if (layout === null) return null;
        const key = index + 1;
        const name = layoutName(messages, layout);
        const isNow = layout.id === recording.layout.id && isOnAir(layout.document, recording);
        return (
          <button
            key={layout.id}
            type="button"
            className={`${styles.sceneKey} ${isNow ? styles.sceneNow : ''}`}
            aria-pressed={isNow}
            title={editor.sceneTo(String(key), name)}
            onClick={() => void send(recording, layout)}
            data-testid={`scene-${key}`}
          >
            <kbd>{key}</kbd> <span className="ellipsis">{name}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

type LiveState = 'same' | 'staged' | 'waiting' | 'sent' | 'refused';

const tones: Record<LiveState, Tone> = {
  same: 'ok',
  staged: 'warn',
  waiting: 'accent',
  sent: 'accent',
  refused: 'rec',
};

const words = {
  same: 'stateSame',
  staged: 'stateStaged',
  waiting: 'stateWaiting',
  sent: 'stateSent',
  refused: 'stateRefused',
} as const;

function stateOf(
  recording: Recording,
  document: Layout['document'],
  isSending: boolean,
): LiveState {
  const change = recording.layoutChange?.state;
  if (change === 'sent' || change === 'waiting') return change;
  if (isSending) return 'waiting';
  if (isOnAir(document, recording)) return 'same';
  return change === 'refused' ? 'refused' : 'staged';
}
