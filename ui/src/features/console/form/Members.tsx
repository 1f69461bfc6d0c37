import { memo, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useMessages } from '../../../messages';
import { tokensOf, valueAt } from '../model/pointer';
import { formOf, isShown, type Node } from '../model/rows';
import { useConsole } from '../model/store';
import { Control } from './Control';
import { Disclosure } from './Disclosure';
import styles from './Form.module.css';
import { moreKey, useIsOpen } from './folds';

/** A field and where it stands. */
export interface Placed {
  node: Node;
  field: string;
}

/** Which of the fields have a use now. Asked for as one, so that a line is drawn again only when it changes. */
function useShownOf(fields: readonly Placed[]): readonly boolean[] {
  const places = useMemo(
    () => fields.map(({ node, field }) => ({ row: node.row, tokens: tokensOf(field) })),
    [fields],
  );
  return useConsole(
    useShallow(({ contract, call, bodies, mode }) =>
      places.map(
        ({ row, tokens }) =>
          contract !== null && isShown(formOf(contract, call), row, tokens, bodies[call], mode),
      ),
    ),
  );
}

/** Fields side by side, without those that have no use. */
export const Line = memo(function Line({ fields }: { fields: readonly Placed[] }) {
  const shown = useShownOf(fields);
  const there = fields.filter((_, at) => shown[at]);
  if (there.length === 0) return null;
  return (
    <div className={styles.line} data-fields={there.length}>
      {there.map(({ node, field }) => (
        <Control key={field} node={node} field={field} />
      ))}
    </div>
  );
});

export function Lines({ lines }: { lines: readonly (readonly Placed[])[] }) {
  return lines.map((fields) => <Line key={fields[0]?.field} fields={fields} />);
}

/** What is rarely used. It is open where something of it is set. */
export const More = memo(function More({
  section,
  lines,
}: {
  section: string;
  lines: readonly (readonly Placed[])[];
}) {
  const { api } = useMessages();
  const fields = useMemo(() => lines.flat(), [lines]);
  const count = useShownOf(fields).filter(Boolean).length;
  const places = useMemo(() => fields.map(({ field }) => tokensOf(field)), [fields]);
  const set = useConsole(
    ({ bodies, call }) =>
      places.filter((tokens) => valueAt(bodies[call], tokens) !== undefined).length,
  );
  const isOpen = useIsOpen(moreKey(section), false);
  if (count === 0) return null;
  return (
    <Disclosure
      foldKey={moreKey(section)}
      isOpen={isOpen}
      title={<span className={styles.count}>{api.more(count)}</span>}
      count={set > 0 ? api.set(set) : null}
    >
      <Lines lines={lines} />
    </Disclosure>
  );
});
