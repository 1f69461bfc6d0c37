import { useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../../messages';
import { isSameLength, parseLength, pixel, showLength, type Unit } from '../units';
import styles from './Panel.module.css';

/** A length in any unit, or a sum of them; taken when the field is left or Enter is pressed. */
export function LengthField({
  label,
  value,
  pixels,
  unit,
  onCommit,
  testId,
}: {
  label: string;
  value: number;
  pixels: number;
  unit: Unit;
  onCommit: (millionths: number) => void;
  testId: string;
}) {
  const { editor } = useMessages();
  const id = useId();
  const written = showLength(value, unit, pixels);
  const [text, setText] = useState(written);
  const [isBad, setBad] = useState(false);
  const isTouched = useRef(false);

  useEffect(() => {
    setText(written);
    setBad(false);
    isTouched.current = false;
  }, [written]);

  function take() {
    if (!isTouched.current) return;
    const millionths = parseLength(text, unit, pixels);
    setBad(millionths === null);
    if (millionths === null) return;
    isTouched.current = false;
    if (isSameLength(millionths, value)) setText(written);
    else onCommit(millionths);
    // What was typed may be more than there is room for: the field shows what came of it.
    setText(written);
  }

  return (
    <div className={styles.length}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={text}
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={isBad}
        aria-describedby={isBad ? `${id}-bad` : undefined}
        data-testid={testId}
        onChange={(event) => {
          isTouched.current = true;
          setText(event.target.value);
        }}
        onBlur={take}
        onFocus={(event) => event.target.select()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape' && isTouched.current) {
            event.stopPropagation();
            isTouched.current = false;
            setText(written);
            setBad(false);
          }
          if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && !event.ctrlKey) {
            event.preventDefault();
            const by = (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1);
            onCommit(Math.round(value + by * pixel(pixels)));
          }
        }}
      />
      {isBad ? (
        <p id={`${id}-bad`} className={styles.bad} role="alert">
          {editor.badLength}
        </p>
      ) : null}
    </div>
  );
}
