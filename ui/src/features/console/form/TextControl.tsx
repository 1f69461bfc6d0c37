import { memo } from 'react';
import { useMessages } from '../../../messages';
import { FieldFrame, lookOf, useIssues } from './FieldFrame';
import styles from './Form.module.css';
import { type FieldProps, useField } from './useField';
import { WrongKind } from './WrongKind';
import { valueWords } from './words';

const quiet = {
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'off',
  spellCheck: false,
} as const;

/** A line of text; emptied, the member is left out. */
export const TextControl = memo(function TextControl({ node, field }: FieldProps) {
  const m = useMessages();
  const state = useField(field);
  const { id, value, set } = state;
  const issues = useIssues(field);
  const isShowable = value === undefined || typeof value === 'string' || typeof value === 'number';
  const isCode = node.row.control !== 'text';
  return (
    <FieldFrame node={node} field={field} state={state}>
      {isShowable ? (
        <span className={styles.box} data-look={lookOf(issues)}>
          <input
            {...quiet}
            id={id}
            className={`${styles.input} ${isCode ? styles.mono : ''}`}
            value={value === undefined ? '' : String(value)}
            placeholder={node.row.default === null ? '' : valueWords(m, node.row, node.row.default)}
            aria-describedby={`${id}-help`}
            aria-invalid={lookOf(issues) === 'bad'}
            data-testid={`field:${field}`}
            onChange={(event) => set(event.target.value === '' ? undefined : event.target.value)}
          />
        </span>
      ) : (
        <WrongKind value={value} field={field} />
      )}
    </FieldFrame>
  );
});

/** JSON that travels as text. */
export const JsonControl = memo(function JsonControl({ node, field }: FieldProps) {
  const { api } = useMessages();
  const state = useField(field);
  const { id, value, set } = state;
  const issues = useIssues(field);
  const text = typeof value === 'string' ? value : '';
  const isShowable = value === undefined || typeof value === 'string';
  return (
    <FieldFrame
      node={node}
      field={field}
      state={state}
      note={text === '' ? null : <span>{isJson(text) ? api.json.ok : api.json.bad}</span>}
    >
      {isShowable ? (
        <span className={styles.box} data-look={lookOf(issues)}>
          <textarea
            {...quiet}
            id={id}
            className={`${styles.input} ${styles.area}`}
            value={text}
            placeholder="{ }"
            aria-describedby={`${id}-help`}
            aria-invalid={lookOf(issues) === 'bad'}
            data-testid={`field:${field}`}
            onChange={(event) => set(event.target.value === '' ? undefined : event.target.value)}
          />
        </span>
      ) : (
        <WrongKind value={value} field={field} />
      )}
    </FieldFrame>
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A colour, typed or picked. */
export const ColorControl = memo(function ColorControl({ node, field }: FieldProps) {
  const { api } = useMessages();
  const state = useField(field);
  const { id, value, set } = state;
  const issues = useIssues(field);
  const standard = typeof node.row.default === 'string' ? node.row.default : '#000000';
  const isColor = typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
  const isShowable = value === undefined || typeof value === 'string';
  return (
    <FieldFrame node={node} field={field} state={state}>
      {isShowable ? (
        <span className={styles.box} data-look={lookOf(issues)}>
          <input
            type="color"
            className={styles.swatch}
            aria-label={api.pickColor}
            value={isColor ? value.toLowerCase() : standard.toLowerCase()}
            onChange={(event) => set(event.target.value.toUpperCase())}
          />
          <input
            {...quiet}
            id={id}
            className={`${styles.input} ${styles.mono}`}
            value={value ?? ''}
            placeholder={standard}
            aria-describedby={`${id}-help`}
            aria-invalid={lookOf(issues) === 'bad'}
            data-testid={`field:${field}`}
            onChange={(event) => set(event.target.value === '' ? undefined : event.target.value)}
          />
        </span>
      ) : (
        <WrongKind value={value} field={field} />
      )}
    </FieldFrame>
  );
});
