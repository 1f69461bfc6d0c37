import { useDeferredValue, useMemo, useState } from 'react';
import type { Call, FieldData, Mode } from '../../../bridge';
import { useContract } from '../../../data';
import { IconButton, SearchField, Tag } from '../../../kit';
import { useMessages } from '../../../messages';
import styles from './Code.module.css';
import { factsOf, fieldsOf, fieldWords } from './facts';

export interface DocsProps {
  call: Call;
  mode: Mode;
  /** Goes to the field in the form; the path is the contract's. */
  onField?: (path: string) => void;
}

/** Every field of the call with what the contract knows of it. */
export function Docs({ call, mode, onField }: DocsProps) {
  const m = useMessages();
  const words = m.consoleAnswers.code;
  const contract = useContract().data;
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const found = useMemo(
    () => fieldsOf(contract?.fields ?? [], call, mode, wanted, m),
    [contract, call, mode, wanted, m],
  );
  return (
    <div className={styles.view} data-testid="docs">
      <SearchField
        label={words.search}
        value={search}
        onChange={setSearch}
        placeholder={words.search}
        testId="docs-search"
      />
      <p className="visually-hidden" role="status">
        {words.fields(found.length)}
      </p>
      {found.length === 0 ? (
        <p className="sub">{wanted === '' ? words.noFields : words.none}</p>
      ) : (
        // A scrolling box must be reachable by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <ul className={styles.fields} tabIndex={0} aria-label={words.fields(found.length)}>
          {found.map((field) => (
            <Field key={field.path} field={field} onField={onField} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Field({ field, onField }: { field: FieldData; onField?: (path: string) => void }) {
  const m = useMessages();
  const words = m.consoleAnswers.code;
  const { label, help } = fieldWords(field, m);
  return (
    <li className={styles.field} data-testid="docs-field" data-path={field.path}>
      <div className={styles.fieldHead}>
        <b>{label}</b>
        {field.required ? <Tag tone="accent">{words.required}</Tag> : null}
        {field.secret ? <Tag tone="warn">{words.secret}</Tag> : null}
        {onField ? (
          <span className={styles.go}>
            <IconButton
              label={words.go(label)}
              icon="edit"
              variant="ghost"
              onPress={() => onField(field.path)}
            />
          </span>
        ) : null}
      </div>
      <p className={`mono ${styles.path}`}>{field.path}</p>
      <p className="sub">{help}</p>
      <dl className={styles.facts}>
        {factsOf(field, m).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {field.whileRecording ? <p className={styles.also}>{words.whileRecording}</p> : null}
    </li>
  );
}
