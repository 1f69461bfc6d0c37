import { memo, useMemo } from 'react';
import type { Call } from '../../../bridge';
import { Button } from '../../../kit';
import { useMessages } from '../../../messages';
import { tokensOf } from '../model/pointer';
import { formOf, type Node } from '../model/rows';
import { dropParked, dropText, useConsole } from '../model/store';
import { AddressField, type AddressPart } from './AddressFields';
import { callArrangements } from './arrange';
import { Control } from './Control';
import styles from './Form.module.css';
import { Line, Lines, More, type Placed } from './Members';
import { wordsOf } from './words';

type Slot = { part: AddressPart } | Placed;

/** The form of a call, made of the contract's rows and the arrangement. */
export const CallForm = memo(function CallForm({ call }: { call: Call }) {
  const contract = useConsole((state) => state.contract);
  const shape = useMemo(() => {
    if (contract === null) return null;
    const form = formOf(contract, call);
    const top = new Map<string, Placed>();
    const add = (node: Node, name: string) =>
      top.set(name, { node, field: `/${name.replace('.', '/')}` });
    for (const node of form.body) {
      add(node, node.name);
      if (node.name !== 'clientRequest') continue;
      for (const child of node.children) add(child, `clientRequest.${child.name}`);
    }
    const placed = (line: readonly string[]): Placed[] =>
      line.flatMap((name) => top.get(name) ?? []);
    const { lines, below, more } = callArrangements[call];
    return {
      lines: lines.map((line) =>
        line.flatMap((name): Slot[] => {
          if (name.startsWith('@')) return [{ part: name.slice(1) as AddressPart }];
          return placed([name]);
        }),
      ),
      below: below.map(placed),
      more: more.map(placed),
    };
  }, [contract, call]);
  if (shape === null) return null;
  return (
    <div className={styles.form} data-testid={`form-${call}`}>
      <Notes />
      <div className={styles.lines}>
        {shape.lines.map((line) => (
          <TopLine key={keyOf(line)} line={line} />
        ))}
        <Lines lines={shape.below} />
        {shape.more.length > 0 ? <More section="" lines={shape.more} /> : null}
      </div>
    </div>
  );
});

function keyOf(line: readonly Slot[]): string {
  const [first] = line;
  if (first === undefined) return '';
  return 'part' in first ? first.part : first.field;
}

/** A line at the top, where parts of the address and members of the body stand side by side. */
const TopLine = memo(function TopLine({ line }: { line: readonly Slot[] }) {
  const members = line.filter((slot) => !('part' in slot)) as Placed[];
  if (members.length === line.length) return <Line fields={members} />;
  return (
    <div className={styles.line} data-fields={line.length}>
      {line.map((slot) =>
        'part' in slot ? (
          <AddressField key={slot.part} part={slot.part} />
        ) : (
          <Control key={slot.field} node={slot.node} field={slot.field} />
        ),
      )}
    </div>
  );
});

/** What was set aside, and that the text is not JSON. */
function Notes() {
  const m = useMessages();
  const { api } = m;
  const parked = useConsole(({ parked, call }) => parked[call]) ?? [];
  const isBroken = useConsole(({ texts, call }) => texts[call]?.isBroken ?? false);
  const names = parked.map(({ help, pointer }) => {
    const { label } = wordsOf(m, { help, path: tokensOf(pointer).at(-1) ?? pointer });
    return label;
  });
  return (
    <>
      {isBroken ? (
        <div className={styles.notice} role="status" data-testid="broken-note">
          <span>{api.send.brokenText}</span>
          <Button size="sm" onPress={dropText}>
            {api.send.brokenBack}
          </Button>
        </div>
      ) : null}
      {parked.length > 0 ? (
        <div className={styles.notice} role="status" data-testid="parked-note">
          <span title={api.asideWhy}>
            <b>{api.aside(parked.length, names.join(', '))}</b> {api.asideWhy}
          </span>
          <Button size="sm" variant="ghost" onPress={dropParked}>
            {api.dropAside}
          </Button>
        </div>
      ) : null}
    </>
  );
}
