import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useMessages } from '../messages';
import button from './Button.module.css';
import styles from './HoldButton.module.css';
import { Icon, type IconName } from './Icon';

export interface HoldButtonProps {
  label: string;
  holdMs?: number;
  onHold: () => void;
  icon?: IconName;
  size?: 'sm' | 'md';
  variant?: 'plain' | 'record';
  isDisabled?: boolean;
  testId?: string;
}

/** How long the button waits for the second press, in milliseconds. */
const ARMED_MS = 3000;

type Stage = 'idle' | 'holding' | 'armed';

/**
 * A button for what cannot be undone: held for a moment, or pressed twice within three seconds.
 * Enter and Space work the same way, and so does the click of a screen reader.
 */
export function HoldButton({
  label,
  holdMs = 800,
  onHold,
  icon,
  size = 'md',
  variant = 'plain',
  isDisabled,
  testId,
}: HoldButtonProps) {
  const { shell } = useMessages();
  const [stage, setStage] = useState<Stage>('idle');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const wasArmed = useRef(false);
  const fired = useRef(false);

  useEffect(() => () => clearTimeout(timer.current), []);

  function after(ms: number, then: () => void) {
    clearTimeout(timer.current);
    timer.current = setTimeout(then, ms);
  }

  function press() {
    if (isDisabled) return;
    wasArmed.current = stage === 'armed';
    fired.current = false;
    setStage('holding');
    after(holdMs, () => {
      fired.current = true;
      setStage('idle');
      onHold();
    });
  }

  function release() {
    if (stage !== 'holding') return;
    clearTimeout(timer.current);
    if (wasArmed.current) {
      setStage('idle');
      onHold();
      return;
    }
    setStage('armed');
    after(ARMED_MS, () => setStage('idle'));
  }

  function abandon() {
    if (stage !== 'holding') return;
    clearTimeout(timer.current);
    setStage('idle');
  }

  function isPressKey(event: KeyboardEvent) {
    return event.key === 'Enter' || event.key === ' ';
  }

  return (
    <button
      type="button"
      data-testid={testId}
      data-stage={stage}
      aria-disabled={isDisabled || undefined}
      data-disabled={isDisabled || undefined}
      aria-description={shell.holdHint}
      title={shell.holdHint}
      className={[button.button, button[variant], button[size], styles.hold].join(' ')}
      onPointerDown={(event) => {
        if (event.button === 0) press();
      }}
      onPointerUp={release}
      onPointerLeave={abandon}
      onPointerCancel={abandon}
      onKeyDown={(event) => {
        if (!isPressKey(event)) return;
        event.preventDefault();
        if (!event.repeat) press();
      }}
      onKeyUp={(event) => {
        if (!isPressKey(event)) return;
        event.preventDefault();
        release();
      }}
      onBlur={abandon}
      onClick={(event) => {
        // A click without a pointer or key before it comes from assistive technology.
        if (event.detail !== 0 || stage === 'holding' || fired.current || isDisabled) return;
        if (stage === 'armed') {
          clearTimeout(timer.current);
          setStage('idle');
          onHold();
        } else {
          setStage('armed');
          after(ARMED_MS, () => setStage('idle'));
        }
      }}
    >
      <span
        className={styles.fill}
        style={stage === 'holding' ? { transition: `transform ${holdMs}ms linear` } : undefined}
        aria-hidden="true"
      />
      {icon ? <Icon name={icon} size={size === 'sm' ? 12 : 14} /> : null}
      <span className={styles.words} aria-live="polite">
        {stage === 'armed' ? shell.pressAgain(label) : label}
      </span>
    </button>
  );
}
