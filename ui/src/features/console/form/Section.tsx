import { memo, useMemo } from 'react';
import { useMessages } from '../../../messages';
import { isObject } from '../model/pointer';
import type { Node } from '../model/rows';
import { useConsole } from '../model/store';
import { groupArrangement } from './arrange';
import { Disclosure } from './Disclosure';
import { IssueLines, ResetButton } from './FieldFrame';
import styles from './Form.module.css';
import { useIsOpen } from './folds';
import { Lines, More, type Placed } from './Members';
import { FillFromStorage } from './StorageControls';
import { below, type FieldProps, useField } from './useField';
import { WrongKind } from './WrongKind';
import { wordsOf } from './words';

/** The members of a group in their arrangement. */
export function arranged(node: Node, field: string): { lines: Placed[][]; more: Placed[][] } {
  const names = node.children.map(({ name }) => name);
  const { lines, more = [] } = groupArrangement(node.row.help, names);
  const place = (line: readonly string[]) =>
    line.flatMap((name) => {
      const child = node.children.find((one) => one.name === name);
      return child === undefined ? [] : [{ node: child, field: below(field, name) }];
    });
  return { lines: lines.map(place), more: more.map(place) };
}

export function MembersOf({ node, field }: FieldProps) {
  const { lines, more } = useMemo(() => arranged(node, field), [node, field]);
  return (
    <>
      <Lines lines={lines} />
      {more.length > 0 ? <More section={field} lines={more} /> : null}
    </>
  );
}

/** A nested object as a section that folds. */
export const Section = memo(function Section({ node, field }: FieldProps) {
  const m = useMessages();
  const { value, isSet, reset } = useField(field);
  const { label, help } = wordsOf(m, node.row);
  const count = isObject(value) ? Object.keys(value).length : 0;
  const isAnnounced = node.row.help === 'acquire.startParameter';
  const mode = useConsole((state) => state.mode);
  // In a mix it is for one old service only, and not needed.
  const isIdle = node.row.help === 'start.extensionServiceConfig' && mode !== 'web';
  const isOpen = useIsOpen(field, (!isAnnounced && !isIdle) || count > 0);
  const isStorage = node.row.help.endsWith('.storageConfig');
  return (
    <Disclosure
      foldKey={field}
      field={field}
      isOpen={isOpen}
      className={isTop(field) ? styles.top : undefined}
      title={
        <>
          {label}
          {node.row.required && !isIdle ? (
            <span className={styles.need} title={m.api.needed}>
              *<span className="visually-hidden"> ({m.api.needed})</span>
            </span>
          ) : null}
          <span className={styles.api}>{node.name}</span>
        </>
      }
      count={count > 0 ? m.api.set(count) : null}
      aside={
        <>
          {isSet ? <ResetButton field={field} label={label} onReset={reset} /> : null}
          {isStorage ? <FillFromStorage field={field} /> : null}
        </>
      }
    >
      <div className={styles.below} style={{ marginTop: -4 }}>
        <IssueLines field={field} />
        <span className={styles.help}>{help}</span>
      </div>
      {isObject(value) || value === undefined ? (
        isAnnounced ? (
          <Announced node={node} field={field} />
        ) : (
          <MembersOf node={node} field={field} />
        )
      ) : (
        <WrongKind value={value} field={field} />
      )}
    </Disclosure>
  );
});

function isTop(field: string): boolean {
  return field.split('/').length <= 3;
}

/** The form of a start inside acquire, without what only a start has. */
function Announced({ node, field }: FieldProps) {
  const { lines, more } = useMemo(() => {
    const place = (name: string): Placed[] => {
      const child = node.children.find((one) => one.name === name);
      return child === undefined ? [] : [{ node: child, field: below(field, name) }];
    };
    const rare = new Set(['appsCollection', 'transcodeOptions']);
    const names = node.children.map(({ name }) => name);
    return {
      lines: names.filter((name) => !rare.has(name)).map(place),
      more: names.filter((name) => rare.has(name)).map(place),
    };
  }, [node, field]);
  return (
    <>
      <Lines lines={lines} />
      <More section={field} lines={more} />
    </>
  );
}
