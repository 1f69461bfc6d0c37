import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon';

export interface ButtonProps {
  variant?: 'plain' | 'primary' | 'record' | 'ghost';
  size?: 'sm' | 'md';
  icon?: IconName;
  isDisabled?: boolean;
  /** A command is on its way: the button keeps its place and its focus, and ignores presses. */
  isPending?: boolean;
  /** Drawn as chosen; use for toggles. */
  isOn?: boolean;
  onPress?: () => void;
  children: ReactNode;
  testId?: string;
  label?: string;
  className?: string;
  autoFocus?: boolean;
}

export function Button({
  variant = 'plain',
  size = 'md',
  icon,
  isOn,
  testId,
  label,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      aria-label={label}
      aria-pressed={isOn}
      data-testid={testId}
      className={[
        styles.button,
        styles[variant],
        styles[size],
        isOn ? styles.on : '',
        className ?? '',
      ].join(' ')}
    >
      {icon ? <Icon name={icon} size={size === 'sm' ? 14 : 16} /> : null}
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps {
  label: string;
  icon: IconName;
  onPress?: () => void;
  isDisabled?: boolean;
  size?: 'sm' | 'md';
  variant?: 'plain' | 'ghost';
  testId?: string;
}

/** A button whose only content is a drawing; the label is its name and its tooltip. */
export function IconButton({
  label,
  icon,
  size = 'sm',
  variant = 'plain',
  testId,
  ...rest
}: IconButtonProps) {
  return (
    <AriaButton
      {...rest}
      aria-label={label}
      data-testid={testId}
      className={[styles.button, styles[variant], styles[size], styles.square].join(' ')}
    >
      <Icon name={icon} size={14} />
    </AriaButton>
  );
}
