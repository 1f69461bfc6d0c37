import { useMemo } from 'react';
import styles from './Raw.module.css';
import { useWindow } from './useWindow';

const LINE = 18;

/** Longer lines are broken, so that no line is too much to draw. */
const MOST = 2_000;

/** The lines of a text, none longer than what can be drawn at once. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    if (line.length <= MOST) return [line];
    const parts = Math.ceil(line.length / MOST);
    return Array.from({ length: parts }, (_, part) => line.slice(part * MOST, (part + 1) * MOST));
  });
}

/** A text of any length; only the lines in sight are drawn. */
export function Raw({ label, text, testId }: { label: string; text: string; testId?: string }) {
  const lines = useMemo(() => linesOf(text), [text]);
  const { box, from, to } = useWindow<HTMLPreElement>(lines.length, LINE);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the text keeps its own element
    <pre
      ref={box}
      role="region"
      aria-label={label}
      // A scrolling box must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      className={styles.box}
      data-testid={testId}
    >
      <span className={styles.space} style={{ height: from * LINE }} />
      {lines.slice(from, to).join('\n')}
      <span className={styles.space} style={{ height: (lines.length - to) * LINE }} />
    </pre>
  );
}
