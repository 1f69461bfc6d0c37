import { useEffect, useState } from 'react';
import { TextField } from '../../kit';

/** A text that is taken when the field is left, once it is legal. */
export function CommitField({
  label,
  value,
  problem,
  onCommit,
  hint,
  warn,
  placeholder,
  start,
  mono,
  labelHidden,
  testId,
}: {
  label: string;
  value: string;
  /** What is wrong with a text; `null` where nothing is. */
  problem?: (text: string) => string | null;
  onCommit: (text: string) => void;
  hint?: string;
  warn?: string;
  placeholder?: string;
  start?: React.ReactNode;
  mono?: boolean;
  labelHidden?: boolean;
  testId?: string;
}) {
  const [text, setText] = useState(value);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    setText(value);
    setError(null);
  }, [value]);

  function take() {
    const trimmed = text.trim();
    const wrong = trimmed === value ? null : (problem?.(trimmed) ?? null);
    setError(wrong);
    if (wrong === null && trimmed !== value) onCommit(trimmed);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <TextField
        label={label}
        labelHidden={labelHidden}
        value={text}
        onChange={setText}
        onBlur={take}
        hint={hint}
        error={error ?? undefined}
        warn={warn}
        placeholder={placeholder}
        start={start}
        mono={mono}
        testId={testId}
      />
    </form>
  );
}
