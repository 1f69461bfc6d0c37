import { type ReactNode, type Ref, useState } from 'react';
import { TextField as AriaTextField, Group, Input, Label } from 'react-aria-components';
import styles from './fields.module.css';
import { Icon } from './Icon';
import { FieldMessages } from './Messages';

export interface TextFieldProps {
  label: string;
  /** The API's own name, small beside the label (console only). */
  apiName?: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: string;
  warn?: string;
  type?: 'text' | 'password' | 'search';
  placeholder?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  mono?: boolean;
  onBlur?: () => void;
  /** For the journeys: goes on the input. */
  testId?: string;
  /** For the journeys: goes on the error or warning. */
  issueTestId?: string;
  maxLength?: number;
  autoFocus?: boolean;
  /** Keeps the label for assistive technology only. */
  labelHidden?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  start?: ReactNode;
}

export function TextField({
  label,
  apiName,
  hint,
  error,
  warn,
  placeholder,
  mono,
  testId,
  issueTestId,
  labelHidden,
  inputRef,
  start,
  type = 'text',
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      type={type}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={styles.field}
    >
      <Label className={labelHidden ? 'visually-hidden' : styles.label}>
        {label}
        {apiName ? <span className={styles.api}>{apiName}</span> : null}
      </Label>
      <Group
        className={[styles.box, error ? styles.bad : '', !error && warn ? styles.warned : ''].join(
          ' ',
        )}
      >
        {start}
        <Input
          ref={inputRef}
          className={[styles.input, mono ? styles.mono : ''].join(' ')}
          placeholder={placeholder}
          data-testid={testId}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      </Group>
      <FieldMessages hint={hint} error={error} warn={warn} testId={issueTestId} />
    </AriaTextField>
  );
}

export interface SecretFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: string;
  isRequired?: boolean;
  testId?: string;
}

/** A field for a secret: never shown, paste allowed, not offered to password stores. */
export function SecretField({ label, hint, error, testId, ...rest }: SecretFieldProps) {
  const [isReadOnly, setReadOnly] = useState(true);
  return (
    <AriaTextField
      {...rest}
      type="password"
      // Read-only until focused: autofill then leaves the field alone.
      isReadOnly={isReadOnly}
      onFocus={() => setReadOnly(false)}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={styles.field}
    >
      <Label className={styles.label}>{label}</Label>
      <Group className={[styles.box, error ? styles.bad : ''].join(' ')}>
        <Input
          className={[styles.input, styles.mono].join(' ')}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          data-testid={testId}
        />
      </Group>
      <FieldMessages hint={hint} error={error} />
    </AriaTextField>
  );
}

export type SearchFieldProps = Pick<
  TextFieldProps,
  'label' | 'value' | 'onChange' | 'placeholder' | 'autoFocus' | 'testId'
>;

/** Where to type what is looked for. */
export function SearchField(props: SearchFieldProps) {
  return (
    <TextField {...props} labelHidden type="search" start={<Icon name="search" size={14} />} />
  );
}
