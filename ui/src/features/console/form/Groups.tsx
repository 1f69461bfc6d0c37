import { memo } from 'react';
import { Button, IconButton } from '../../../kit';
import { useMessages } from '../../../messages';
import { isObject, tokensOf } from '../model/pointer';
import { removeEntry, setValue } from '../model/store';
import { Disclosure } from './Disclosure';
import { IssueLines, ResetButton } from './FieldFrame';
import styles from './Form.module.css';
import { useIsOpen } from './folds';
import { MembersOf } from './Section';
import { below, type FieldProps, useField } from './useField';
import { WrongKind } from './WrongKind';
import { factsOf, wordsOf } from './words';

/** A list of objects, each a group of fields. */
export const Groups = memo(function Groups({ node, field }: FieldProps) {
  const m = useMessages();
  const { value, isSet, reset } = useField(field);
  const { label, help } = wordsOf(m, node.row);
  const count = Array.isArray(value) ? value.length : 0;
  const isOpen = useIsOpen(field, true);
  return (
    <Disclosure
      foldKey={field}
      field={field}
      isOpen={isOpen}
      title={
        <>
          {label}
          <span className={styles.api}>{node.name}</span>
        </>
      }
      count={count > 0 ? m.api.set(count) : null}
      aside={isSet ? <ResetButton field={field} label={label} onReset={reset} /> : null}
    >
      <div className={styles.below} style={{ marginTop: -4 }}>
        <IssueLines field={field} />
        <span className={styles.help}>{help}</span>
        <span className={styles.facts}>{factsOf(m, node.row).join(' · ')}</span>
      </div>
      <Entries node={node} field={field} />
    </Disclosure>
  );
});

/** The entries of a list, and the way to add and remove some. */
export function Entries({ node, field }: FieldProps) {
  const m = useMessages();
  const { value } = useField(field);
  const { label } = wordsOf(m, node.row);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  if (value !== undefined && !Array.isArray(value))
    return <WrongKind value={value} field={field} />;
  const isFull = node.row.max !== null && list.length >= node.row.max;
  return (
    <>
      {list.map((entry, place) => (
        // Entries have no names of their own: their place is what they are known by.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Entry key={place} node={node} field={field} place={place} isGroup={isObject(entry)} />
      ))}
      <div className={styles.buttons}>
        <Button
          size="sm"
          icon="plus"
          isDisabled={isFull}
          testId={`add:${field}`}
          onPress={() => setValue([...tokensOf(field), String(list.length)], {})}
        >
          {m.api.add(label)}
        </Button>
      </div>
    </>
  );
}

const Entry = memo(function Entry({
  node,
  field,
  place,
  isGroup,
}: FieldProps & { place: number; isGroup: boolean }) {
  const m = useMessages();
  const own = below(field, place);
  const { label } = wordsOf(m, node.row);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as the others
    <div
      role="group"
      className={styles.entry}
      aria-label={`${label}: ${m.api.entry(place + 1)}`}
      data-field={own}
    >
      <div className={styles.entryHead}>
        <span>{m.api.entry(place + 1)}</span>
        <IconButton
          label={m.api.removeEntry(place + 1)}
          icon="trash"
          variant="ghost"
          testId={`remove:${own}`}
          onPress={() => removeEntry(tokensOf(field), place)}
        />
      </div>
      <IssueLines field={own} />
      {isGroup ? <MembersOf node={node} field={own} /> : <WrongKind value={null} field={own} />}
    </div>
  );
});
