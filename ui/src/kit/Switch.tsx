import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import styles from './fields.module.css';

export interface SwitchProps {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  hint?: ReactNode;
  isDisabled?: boolean;
  testId?: string;
}

export function Switch({ label, isOn, onChange, hint, isDisabled, testId }: SwitchProps) {
  return (
    <AriaSwitch
      isSelected={isOn}
      onChange={onChange}
      isDisabled={isDisabled}
      className={styles.switch}
      data-testid={testId}
    >
      <span className={styles.track} />
      <span className={styles.switchText}>
        {label}
        {hint ? <small>{hint}</small> : null}
      </span>
    </AriaSwitch>
  );
}
