import type { ReactNode } from 'react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import styles from './fields.module.css';
import { Icon } from './Icon';
import { FieldMessages } from './Messages';

export interface SelectItem {
  id: string;
  label: string;
  description?: string;
}

export interface SelectProps {
  label: string;
  items: readonly SelectItem[];
  value: string | null;
  onChange: (id: string) => void;
  hint?: ReactNode;
  error?: string;
  warn?: string;
  placeholder?: string;
  isDisabled?: boolean;
  testId?: string;
  issueTestId?: string;
  labelHidden?: boolean;
  /** Stands before the chosen value, such as a tag. */
  start?: ReactNode;
}

export function Select({
  label,
  items,
  value,
  onChange,
  hint,
  error,
  warn,
  testId,
  issueTestId,
  labelHidden,
  start,
  ...rest
}: SelectProps) {
  return (
    <AriaSelect
      {...rest}
      value={value}
      onChange={(key) => {
        if (key !== null && key !== value) onChange(String(key));
      }}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={styles.field}
    >
      <Label className={labelHidden ? 'visually-hidden' : styles.label}>{label}</Label>
      <Button
        data-testid={testId}
        className={[
          styles.box,
          styles.trigger,
          error ? styles.bad : '',
          !error && warn ? styles.warned : '',
        ].join(' ')}
      >
        {start}
        <SelectValue className={styles.value}>
          {({ selectedText, isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <span className={styles.caret}>
          <Icon name="chevron" size={14} />
        </span>
      </Button>
      <FieldMessages hint={hint} error={error} warn={warn} testId={issueTestId} />
      <Popover className={styles.popover} offset={4}>
        <ListBox items={items}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className={styles.item}>
              <Text slot="label">{item.label}</Text>
              {item.description ? (
                <Text slot="description" elementType="small">
                  {item.description}
                </Text>
              ) : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
