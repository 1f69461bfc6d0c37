import { setMore } from '../../draft';
import { TextField } from '../../kit';
import { useMessages } from '../../messages';
import type { FieldWords } from './issueFields';
import styles from './Record.module.css';

/** A colour, typed or picked; empty takes the layout's own. */
export function Background({
  color,
  own,
  words,
}: {
  color: string | null;
  own: string;
  words: FieldWords | undefined;
}) {
  const { record } = useMessages();
  const isColor = color !== null && /^#[0-9a-f]{6}$/i.test(color);
  return (
    <TextField
      label={record.background}
      value={color ?? ''}
      onChange={(text) => setMore({ backgroundColor: text === '' ? null : text })}
      placeholder={own}
      mono
      hint={record.backgroundHint}
      {...words}
      testId="background"
      issueTestId="issue-background"
      start={
        <input
          type="color"
          className={styles.swatch}
          aria-label={record.backgroundPick}
          value={isColor ? color.toLowerCase() : own.toLowerCase()}
          onChange={(event) => setMore({ backgroundColor: event.target.value.toUpperCase() })}
        />
      }
    />
  );
}
