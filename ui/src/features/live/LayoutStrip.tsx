import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { asFailure, call, type Failure, type Layout, type Recording } from '../../bridge';
import { useLayouts } from '../../data';
import { Card, FailureNote, Icon, Thumb } from '../../kit';
import { layoutName, useMessages } from '../../messages';
import { canSwitchLayout } from '../../recordings/facts';
import styles from './LayoutStrip.module.css';

/** The layouts that fit the recording's picture; a press sends one to the running recording. */
export function LayoutStrip({ recording }: { recording: Recording }) {
  const m = useMessages();
  const layouts = useLayouts().data ?? [];
  const [sending, setSending] = useState<Layout | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const possible = canSwitchLayout(recording);
  const fitting = layouts.filter(
    (layout) => layout.id === recording.layout.id || sameShape(layout, recording),
  );

  const send = async (layout: Layout) => {
    setSending(layout);
    setFailure(null);
    try {
      await call('recording_layout', { id: recording.id, layoutId: layout.id });
    } catch (thrown) {
      setFailure(asFailure(thrown));
    } finally {
      setSending(null);
    }
  };

  return (
    <Card>
      <div className={styles.head}>
        <h2>{m.live.switch.title}</h2>
        <span className="sub">{possible ? m.live.switch.hint : m.live.switch.notYet}</span>
      </div>
      <ul className={styles.strip}>
        {fitting.map((layout) => {
          const isNow = layout.id === recording.layout.id;
          const isOnItsWay =
            sending?.id === layout.id ||
            (recording.layoutChange?.layoutId === layout.id &&
              recording.layoutChange.state !== 'refused');
          return (
            <li key={layout.id}>
              <AriaButton
                className={styles.choice}
                aria-label={layoutName(m, layout)}
                aria-pressed={isNow}
                isDisabled={!possible || sending !== null || isNow}
                onPress={() => send(layout)}
                data-testid={`live-layout-${layout.id}`}
                data-now={isNow || undefined}
                data-waiting={isOnItsWay || undefined}
              >
                <Thumb document={layout.document} selected={isNow} label={layoutName(m, layout)} />
                <span className={styles.name}>
                  {isNow ? <Icon name="check" size={12} /> : null}
                  <span>{layoutName(m, layout)}</span>
                </span>
              </AriaButton>
            </li>
          );
        })}
      </ul>
      <Change recording={recording} layouts={layouts} sending={sending} />
      {failure === null ? null : <FailureNote failure={failure} />}
    </Card>
  );
}

/** What became of the last layout that was sent. */
function Change({
  recording,
  layouts,
  sending,
}: {
  recording: Recording;
  layouts: readonly Layout[];
  sending: Layout | null;
}) {
  const m = useMessages();
  const change = recording.layoutChange;
  const words = () => {
    if (sending !== null) return m.live.switch.sending(layoutName(m, sending));
    if (change === null) return null;
    const layout = layouts.find((known) => known.id === change.layoutId);
    return m.live.switch[change.state](
      layoutName(m, layout ?? { id: change.layoutId, name: null }),
    );
  };
  return (
    <p
      role="status"
      className={styles.change}
      data-state={sending === null ? change?.state : 'waiting'}
      data-testid="live-layout-change"
    >
      {words()}
    </p>
  );
}

function sameShape(layout: Layout, recording: Recording): boolean {
  const { width, height } = layout.document.canvas;
  const picture = recording.setup.picture;
  return Math.abs(width / height - picture.width / picture.height) < 0.02;
}
