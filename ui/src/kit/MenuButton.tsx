import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import button from './Button.module.css';
import styles from './fields.module.css';
import { Icon } from './Icon';

export interface MenuButtonProps {
  label: string;
  /** Spoken instead, where the label is only a sign. */
  ariaLabel?: string;
  items: readonly { id: string; label: string }[];
  onAction: (id: string) => void;
  variant?: 'plain' | 'primary';
  testId?: string;
}

/** A button that opens a list of things to do. */
export function MenuButton({
  label,
  ariaLabel,
  items,
  onAction,
  variant = 'plain',
  testId,
}: MenuButtonProps) {
  return (
    <MenuTrigger>
      <AriaButton
        className={[button.button, button[variant], button.md].join(' ')}
        aria-label={ariaLabel}
        data-testid={testId}
      >
        {label}
        <Icon name="chevron" size={13} />
      </AriaButton>
      <Popover className={styles.popover} placement="bottom end" offset={4}>
        <Menu items={items} onAction={(key) => onAction(String(key))}>
          {(item) => (
            <MenuItem id={item.id} textValue={item.label} className={styles.item}>
              {item.label}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
