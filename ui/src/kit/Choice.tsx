import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import styles from './Choice.module.css';

export interface ChoiceProps<T extends string> {
  label: string;
  items: readonly { id: T; label: string }[];
  value: T;
  onChange: (id: T) => void;
  testId?: string;
}

/** One of a few, all in sight. */
export function Choice<T extends string>({
  label,
  items,
  value,
  onChange,
  testId,
}: ChoiceProps<T>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (key !== undefined) onChange(String(key) as T);
      }}
      className={styles.choice}
      data-testid={testId}
    >
      {items.map((item) => (
        <ToggleButton key={item.id} id={item.id} className={styles.option}>
          {item.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
