import type { ReactNode } from 'react';
import { NumberField as AriaNumberField, Group, Input, Label } from 'react-aria-components';
import styles from './fields.module.css';
import { FieldMessages } from './Messages';

export interface NumberFieldProps {
  label: string;
  /** NaN shows an empty field. */
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  unit?: string;
  hint?: ReactNode;
  error?: string;
  warn?: string;
  placeholder?: string;
  testId?: string;
  issueTestId?: string;
}

/** A number; what is typed is taken when the field is left or Enter is pressed. */
export function NumberField({
  label,
  min,
  max,
  unit,
  hint,
  error,
  warn,
  placeholder,
  testId,
  issueTestId,
  ...rest
}: NumberFieldProps) {
  return (
    <AriaNumberField
      {...rest}
      minValue={min}
      maxValue={max}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      formatOptions={{ useGrouping: false }}
      className={styles.field}
    >
      <Label className={styles.label}>{label}</Label>
      <Group
        className={[styles.box, error ? styles.bad : '', !error && warn ? styles.warned : ''].join(
          ' ',
        )}
      >
        <Input className={styles.input} data-testid={testId} placeholder={placeholder} />
        {unit ? <span className={styles.unit}>{unit}</span> : null}
      </Group>
      <FieldMessages hint={hint} error={error} warn={warn} testId={issueTestId} />
    </AriaNumberField>
  );
}
