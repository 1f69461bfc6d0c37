import { memo, useState } from 'react';
import { useMessages } from '../../../messages';
import { FieldFrame, lookOf, useIssues } from './FieldFrame';
import styles from './Form.module.css';
import { numberOf, stepped } from './numbers';
import { type FieldProps, type FieldState, useField } from './useField';
import { WrongKind } from './WrongKind';

/** A number with its unit. Arrow keys go by its step within its range. */
export const NumberControl = memo(function NumberControl({ node, field }: FieldProps) {
  const state = useField(field);
  const { value } = state;
  const isShowable = value === undefined || typeof value === 'string' || typeof value === 'number';
  return (
    <FieldFrame node={node} field={field} state={state}>
      {isShowable ? (
        <NumberInput node={node} field={field} state={state} />
      ) : (
        <WrongKind value={value} field={field} />
      )}
    </FieldFrame>
  );
});

/** The input alone. What is typed stands in the body at once; what is no number stands there as text. */
export function NumberInput({
  node: { row },
  field,
  state: { id, value, set },
  label,
}: FieldProps & { state: FieldState; label?: string }) {
  const { api } = useMessages();
  const issues = useIssues(field);
  const [typed, setTyped] = useState('');
  // `1.` and `0.50` are what somebody is typing: they stay while they mean what the body says.
  const shown = value !== undefined && numberOf(typed) === value ? typed : String(value ?? '');
  const now = typeof value === 'number' ? value : undefined;
  return (
    <span className={styles.box} data-look={lookOf(issues)}>
      <input
        id={id}
        role="spinbutton"
        inputMode="decimal"
        autoComplete="off"
        className={styles.input}
        value={shown}
        placeholder={row.default === null ? '' : String(row.default)}
        aria-label={label}
        aria-valuenow={now}
        aria-valuemin={row.min ?? undefined}
        aria-valuemax={row.max ?? undefined}
        aria-describedby={`${id}-help`}
        aria-invalid={lookOf(issues) === 'bad'}
        data-testid={`field:${field}`}
        onChange={(event) => {
          setTyped(event.target.value);
          set(event.target.value.trim() === '' ? undefined : numberOf(event.target.value));
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          set(stepped(row, value, event.key === 'ArrowUp' ? 1 : -1));
        }}
      />
      {row.unit === null ? null : (
        <span className={styles.unit}>{api.units[row.unit] ?? row.unit}</span>
      )}
    </span>
  );
}
