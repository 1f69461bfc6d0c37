import type { FaultRule } from '../../../bridge';
import { IconButton, Tag } from '../../../kit';
import { type Messages, useMessages } from '../../../messages';
import styles from './Faults.module.css';

/** The rules in force, each with what is left of it and a way to turn it off. */
export function RuleRows({
  rules,
  onRemove,
}: {
  rules: readonly FaultRule[];
  onRemove: (index: number) => void;
}) {
  const { faults } = useMessages();
  return (
    <ul className={styles.rules}>
      {rules.map((rule, index) => {
        const name = nameOf(faults, rule);
        const isDone = rule.often.kind === 'times' && rule.often.times === 0;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same rule may be there twice
          <li key={index} className={isDone ? styles.done : ''} data-testid={`fault-rule-${index}`}>
            <span className={styles.name}>{name}</span>
            <Tag>{rule.call === null ? faults.anyCall : faults.calls[rule.call]}</Tag>
            <span className={styles.left}>{leftOf(faults, rule)}</span>
            <IconButton
              icon="cross"
              label={faults.remove(name)}
              onPress={() => onRemove(index)}
              testId={`fault-remove-${index}`}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** The fault's name, with its number where it has one. */
export function nameOf(faults: Messages['faults'], { fault }: Pick<FaultRule, 'fault'>): string {
  const name = faults.names[fault.kind] ?? fault.kind;
  if ('ms' in fault) return `${name}, ${fault.ms} ${faults.milliseconds}`;
  if ('seconds' in fault) return `${name}, ${fault.seconds} ${faults.seconds}`;
  return name;
}

function leftOf({ left }: Messages['faults'], { often }: FaultRule): string {
  if (often.kind === 'always') return left.always;
  if (often.kind === 'chance') return left.chance(Math.round(often.probability * 100));
  return often.times === 0 ? left.done : left.times(often.times);
}
