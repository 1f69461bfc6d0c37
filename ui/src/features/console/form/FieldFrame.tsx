import type { ReactNode } from 'react';
import type { FieldData, Issue } from '../../../bridge';
import { Icon } from '../../../kit';
import { useMessages } from '../../../messages';
import { useCheck } from '../model/check';
import type { Node } from '../model/rows';
import styles from './Form.module.css';
import type { FieldState } from './useField';
import { factsOf, issueWords, wordsOf } from './words';

const none: readonly Issue[] = [];

/** What the check found at a field. */
export function useIssues(field: string): readonly Issue[] {
  return useCheck(({ byField }) => byField.get(field) ?? none);
}

/** How a control's border looks. */
export function lookOf(issues: readonly Issue[]): 'bad' | 'warned' | undefined {
  if (issues.some(({ severity }) => severity === 'error')) return 'bad';
  return issues.length > 0 ? 'warned' : undefined;
}

export interface FrameProps {
  node: Pick<Node, 'row' | 'name'>;
  /** JSON pointer, or `@` and a part of the address. */
  field: string;
  /** The control's id, to which the label belongs, and whether there is something to take back. */
  state: Pick<FieldState, 'id' | 'isSet' | 'reset'>;
  /** Stands before the help. */
  note?: ReactNode;
  /** The control is a group of its own, which the label names. */
  isGroup?: boolean;
  children: ReactNode;
}

/** What surrounds every control: label, the API's name, reset, what is wrong, help and facts. */
export function FieldFrame({
  node: { row, name },
  field,
  state: { id, isSet, reset },
  note,
  isGroup,
  children,
}: FrameProps) {
  const m = useMessages();
  const { label } = wordsOf(m, row);
  const isNeeded = row.required;
  const text = (
    <>
      {label}
      {isNeeded ? (
        <span className={styles.need} title={m.api.needed}>
          <span aria-hidden="true"> *</span>
          <span className="visually-hidden"> ({m.api.needed})</span>
        </span>
      ) : null}
    </>
  );
  return (
    <div className={styles.field} data-field={field}>
      <div className={styles.head}>
        <span className={styles.names}>
          {isGroup ? (
            <span className={styles.label} id={`${id}-label`}>
              {text}
            </span>
          ) : (
            <label className={styles.label} htmlFor={id} id={`${id}-label`}>
              {text}
            </label>
          )}
          <span className={styles.api}>{name}</span>
        </span>
        {isSet ? <ResetButton field={field} label={label} onReset={reset} /> : null}
      </div>
      {children}
      <Below row={row} field={field} id={id} note={note} />
    </div>
  );
}

/** Takes a member out of the body again. */
export function ResetButton({
  field,
  label,
  onReset,
}: {
  field: string;
  label: string;
  onReset: () => void;
}) {
  const { api } = useMessages();
  return (
    <button
      type="button"
      className={styles.reset}
      aria-label={api.resetField(label)}
      title={api.resetField(label)}
      data-testid={`reset:${field}`}
      onClick={onReset}
    >
      <Icon name="refresh" size={12} />
    </button>
  );
}

function Below({
  row,
  field,
  id,
  note,
}: {
  row: FieldData;
  field: string;
  id: string;
  note: ReactNode;
}) {
  const m = useMessages();
  const { help } = wordsOf(m, row);
  return (
    <div className={styles.below} id={`${id}-help`}>
      <IssueLines field={field} />
      {note}
      <span className={styles.help}>{help}</span>
      <span className={styles.facts}>{factsOf(m, row).join(' · ')}</span>
    </div>
  );
}

/** What is wrong at a field, errors first. */
export function IssueLines({ field }: { field: string }) {
  const m = useMessages();
  const issues = useIssues(field);
  if (issues.length === 0) return null;
  return (
    <span data-testid={`issue:${field}`}>
      {issues.slice(0, 3).map((issue) => (
        <span
          key={`${issue.code}${issue.path}`}
          className={issue.severity === 'error' ? styles.error : styles.warn}
          style={{ display: 'block' }}
        >
          <span className={styles.mark}>
            <Icon name={issue.severity === 'error' ? 'cross' : 'warn'} size={12} />
          </span>
          {issueWords(m, issue)}
        </span>
      ))}
    </span>
  );
}
