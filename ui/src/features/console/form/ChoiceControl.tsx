import { memo, useState } from 'react';
import type { FieldData } from '../../../bridge';
import { IconButton } from '../../../kit';
import { useMessages } from '../../../messages';
import { isSame } from '../model/pointer';
import { FieldFrame, lookOf, useIssues } from './FieldFrame';
import styles from './Form.module.css';
import { numberOf } from './numbers';
import { Pick, type PickItem } from './Pick';
import { type FieldProps, type FieldState, useField } from './useField';
import { useLateFocus } from './useLateFocus';
import { optionName, valueWords, wordsOf } from './words';

const OTHER = 'other';
const NONE = 'none';

/** One of the contract's values, by name; any other value can be typed, to see what the service says. */
export const ChoiceControl = memo(function ChoiceControl({ node, field }: FieldProps) {
  const m = useMessages();
  const { row } = node;
  const state = useField(field);
  const items = row.options.map((option) => ({
    id: JSON.stringify(option.value),
    label: optionName(m, row, option),
    code: String(option.value),
  }));
  return (
    <FieldFrame node={node} field={field} state={state}>
      <PickOrType row={row} field={field} state={state} items={items} />
    </FieldFrame>
  );
});

export interface PickOrTypeProps {
  row: FieldData;
  field: string;
  state: FieldState;
  /** Their ids are the values as JSON. */
  items: readonly PickItem[];
  /** Writes the chosen value; by default it is the field's own. */
  onChoose?: (value: unknown) => void;
}

/** A list of values with a way to type another one. */
export function PickOrType({ row, field, state, items, onChoose = state.set }: PickOrTypeProps) {
  const m = useMessages();
  const { api } = m;
  const { id, value } = state;
  const issues = useIssues(field);
  const [isTyping, setTyping] = useState(false);
  // Whoever asked for another value is about to type it.
  const input = useLateFocus<HTMLInputElement>(isTyping);
  const { label } = wordsOf(m, row);
  const chosen = items.find((item) => isSame(JSON.parse(item.id), value));
  const isText = typeof value === 'string' || typeof value === 'number' || value === undefined;
  if (isTyping && isText) {
    return (
      <span className={styles.box} data-look={lookOf(issues)}>
        <input
          id={id}
          ref={input}
          autoComplete="off"
          spellCheck={false}
          className={`${styles.input} ${styles.mono}`}
          value={value === undefined ? '' : String(value)}
          aria-label={api.otherLabel(label)}
          aria-describedby={`${id}-help`}
          aria-invalid={lookOf(issues) === 'bad'}
          data-testid={`field:${field}`}
          onChange={({ target }) => {
            const typed = row.kind === 'integer' ? numberOf(target.value) : target.value;
            onChoose(target.value === '' ? undefined : typed);
          }}
        />
        <IconButton
          label={api.listed}
          icon="chevron"
          variant="ghost"
          onPress={() => setTyping(false)}
        />
      </span>
    );
  }
  const shown = () => {
    if (value === undefined) {
      return (
        <span className={styles.unset}>
          {row.default === null ? api.notSet : valueWords(m, row, row.default)}
        </span>
      );
    }
    if (chosen === undefined) return api.unlisted(textOf(value));
    return (
      <>
        {chosen.label} <span className={styles.number}>{chosen.code}</span>
      </>
    );
  };
  return (
    <Pick
      id={id}
      label={label}
      look={lookOf(issues)}
      testId={`field:${field}`}
      chosen={value === undefined ? NONE : (chosen?.id ?? OTHER)}
      items={[...items, { id: NONE, label: api.notSet }, { id: OTHER, label: api.otherValue }]}
      onChoose={(key) => {
        if (key === OTHER) setTyping(true);
        else onChoose(key === NONE ? undefined : JSON.parse(key));
      }}
    >
      {shown()}
    </Pick>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Several of the contract's values. */
export const ChoicesControl = memo(function ChoicesControl({ node, field }: FieldProps) {
  const m = useMessages();
  const { row } = node;
  const state = useField(field);
  const { id, value, set } = state;
  const issues = useIssues(field);
  const standard = Array.isArray(row.default) ? row.default : [];
  const list: unknown[] = Array.isArray(value) ? value : standard;
  return (
    <FieldFrame node={node} field={field} state={state} isGroup>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as the others */}
      <div
        role="group"
        className={styles.ticks}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-help`}
        data-unset={value === undefined ? '' : undefined}
        data-look={lookOf(issues)}
        data-testid={`field:${field}`}
      >
        {row.options.map((option) => (
          <label key={option.name} className={styles.tick}>
            <input
              type="checkbox"
              checked={list.includes(option.value)}
              data-testid={`field:${field}:${option.value}`}
              onChange={({ target }) => {
                const others = list.filter((one) => one !== option.value);
                set(target.checked ? [...others, option.value] : others);
              }}
            />
            {optionName(m, row, option)}
            <span className={styles.number}>{option.value}</span>
          </label>
        ))}
      </div>
    </FieldFrame>
  );
});

/** On or off. */
export const SwitchControl = memo(function SwitchControl({ node, field }: FieldProps) {
  const { api } = useMessages();
  const state = useField(field);
  const { id, value, set } = state;
  const issues = useIssues(field);
  const isOn = (value ?? node.row.default) === true;
  return (
    <FieldFrame node={node} field={field} state={state}>
      <span
        className={styles.ticks}
        data-unset={value === undefined ? '' : undefined}
        data-look={lookOf(issues)}
      >
        <span className={styles.tick}>
          <input
            type="checkbox"
            role="switch"
            id={id}
            checked={isOn}
            aria-checked={isOn}
            aria-describedby={`${id}-help`}
            data-testid={`field:${field}`}
            onChange={({ target }) => set(target.checked)}
          />
          <span aria-hidden="true">{isOn ? api.on : api.off}</span>
        </span>
      </span>
    </FieldFrame>
  );
});
