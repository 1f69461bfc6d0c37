import { memo, useState } from 'react';
import { Button, IconButton } from '../../../kit';
import { useMessages } from '../../../messages';
import { FieldFrame, lookOf, useIssues } from './FieldFrame';
import styles from './Form.module.css';
import { type FieldProps, useField } from './useField';
import { WrongKind } from './WrongKind';

/** How the service writes everybody in a list of users. */
const ALL = '#allstream#';
const PARTS = /[\s,;，；、]+/;

/** A list of IDs or short texts as chips. */
export const ChipsControl = memo(function ChipsControl({ node, field }: FieldProps) {
  const { api } = useMessages();
  const state = useField(field);
  const { id, value, set } = state;
  const issues = useIssues(field);
  const [typed, setTyped] = useState('');
  const isList = value === undefined || (Array.isArray(value) && value.every(isShort));
  const list = (isList ? (value ?? []) : []) as (string | number)[];
  // Lists of whom to leave out cannot name everybody.
  const hasEverybody = node.row.control === 'users' && node.name.startsWith('subscribe');

  function add(text: string) {
    const parts = text.split(PARTS).filter((part) => part !== '' && !list.includes(part));
    if (parts.length > 0) set([...list, ...parts]);
    setTyped('');
  }
  function remove(place: number) {
    const rest = list.filter((_, at) => at !== place);
    set(rest.length === 0 ? undefined : rest);
  }

  return (
    <FieldFrame
      node={node}
      field={field}
      state={state}
      note={<span className={styles.facts}>{api.chipsHint}</span>}
    >
      {isList ? (
        <span className={`${styles.box} ${styles.chips}`} data-look={lookOf(issues)}>
          {list.map((one, place) => (
            <span
              // Two chips can be the same: then the service shall say so.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={`${place} ${one}`}
              className={styles.chip}
              data-all={one === ALL ? '' : undefined}
            >
              {one === ALL ? api.everybody : String(one)}
              <IconButton
                label={api.removeChip(one === ALL ? api.everybody : String(one))}
                icon="cross"
                variant="ghost"
                onPress={() => remove(place)}
              />
            </span>
          ))}
          <input
            id={id}
            autoComplete="off"
            spellCheck={false}
            className={`${styles.input} ${styles.mono}`}
            value={typed}
            aria-describedby={`${id}-help`}
            aria-invalid={lookOf(issues) === 'bad'}
            data-testid={`field:${field}`}
            onChange={({ target }) => {
              if (PARTS.test(target.value)) add(target.value);
              else setTyped(target.value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
                event.preventDefault();
                add(typed);
              } else if (event.key === 'Backspace' && typed === '' && list.length > 0) {
                remove(list.length - 1);
              }
            }}
            onBlur={() => add(typed)}
          />
          {hasEverybody && !list.includes(ALL) ? (
            <Button size="sm" variant="ghost" onPress={() => set([ALL])}>
              {api.addEverybody}
            </Button>
          ) : null}
        </span>
      ) : (
        <WrongKind value={value} field={field} />
      )}
    </FieldFrame>
  );
});

function isShort(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
