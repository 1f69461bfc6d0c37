import { useState } from 'react';
import type { Call, Fault, FaultKind, FaultOften, FaultRule } from '../../../bridge';
import { Button, NumberField, Select } from '../../../kit';
import { useMessages } from '../../../messages';
import styles from './Faults.module.css';

const oftens = {
  once: { kind: 'times', times: 1 },
  thrice: { kind: 'times', times: 3 },
  chance: { kind: 'chance', probability: 0.25 },
  always: { kind: 'always' },
} satisfies Record<string, FaultOften>;

type OftenId = keyof typeof oftens;
const ANY = 'any';

/** Composes one rule: what goes wrong, where and how often. */
export function AddFault({
  kinds,
  onAdd,
}: {
  kinds: readonly FaultKind[];
  onAdd: (rule: FaultRule) => void;
}) {
  const { faults } = useMessages();
  const [name, setName] = useState(kinds[0]?.name ?? '');
  const [call, setCall] = useState<string>(ANY);
  const [often, setOften] = useState<OftenId>('once');
  const [amount, setAmount] = useState<number | null>(null);
  const kind = kinds.find((one) => one.name === name);
  if (kind === undefined) return null;
  const fits = (kind.calls as string[]).includes(call) ? call : ANY;
  const { argument } = kind;
  return (
    <div className={styles.add}>
      <Select
        label={faults.kind}
        items={kinds.map((one) => ({
          id: one.name,
          label: faults.names[one.name] ?? one.name,
          description: faults.help[one.name],
        }))}
        value={name}
        onChange={(id) => {
          setName(id);
          setAmount(null);
        }}
        hint={faults.help[name]}
        testId="fault-kind"
      />
      <Select
        label={faults.call}
        items={[
          { id: ANY, label: faults.anyCall },
          ...kind.calls.map((one) => ({ id: one, label: faults.calls[one], description: one })),
        ]}
        value={fits}
        onChange={setCall}
        testId="fault-call"
      />
      <Select
        label={faults.often}
        items={(Object.keys(oftens) as OftenId[]).map((id) => ({
          id,
          label: faults.oftenIs[id],
        }))}
        value={often}
        onChange={(id) => setOften(id as OftenId)}
        testId="fault-often"
      />
      {argument === null ? null : (
        <NumberField
          label={name === 'clock-skew' ? faults.skew : faults.amount}
          value={amount ?? argument.default}
          onChange={setAmount}
          min={argument.least}
          max={argument.most}
          unit={argument.unit === 'seconds' ? faults.seconds : faults.milliseconds}
          testId="fault-amount"
        />
      )}
      <Button
        icon="plus"
        onPress={() =>
          onAdd({
            call: fits === ANY ? null : (fits as Call),
            fault: withAmount(kind.fault, amount),
            often: oftens[often],
          })
        }
        testId="fault-add"
      >
        {faults.add}
      </Button>
    </div>
  );
}

/** The kind's own fault with another number; 0 has no meaning and leaves the default. */
function withAmount(fault: Fault, amount: number | null): Fault {
  if (amount === null || amount === 0 || Number.isNaN(amount)) return fault;
  if ('ms' in fault) return { ...fault, ms: amount };
  if ('seconds' in fault) return { ...fault, seconds: amount };
  return fault;
}
