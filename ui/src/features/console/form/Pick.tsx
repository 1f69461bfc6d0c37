import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { Icon } from '../../../kit';
import kit from '../../../kit/fields.module.css';
import styles from './Form.module.css';

export interface PickItem {
  id: string;
  label: string;
  /** Small, behind the label: what goes to the wire. */
  code?: string;
  description?: string;
}

export interface PickProps {
  id: string;
  items: readonly PickItem[];
  chosen: string | null;
  onChoose: (id: string) => void;
  /** What the button shows. */
  children: ReactNode;
  look?: 'bad' | 'warned';
  testId?: string;
  /** Name of the list, for assistive technology. */
  label: string;
  start?: ReactNode;
}

/** A button with a list of values. The list is only made when it is opened: a form has dozens of them. */
export function Pick({
  id,
  items,
  chosen,
  onChoose,
  children,
  look,
  testId,
  label,
  start,
}: PickProps) {
  const [isOpen, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={trigger}
        type="button"
        id={id}
        className={`${styles.box} ${styles.pick}`}
        data-look={look}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-labelledby={`${id}-label ${id}-value`}
        aria-describedby={`${id}-help`}
        data-testid={testId}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {start}
        <span className={styles.picked} id={`${id}-value`}>
          {children}
        </span>
        <span className={styles.caret}>
          <Icon name="chevron" size={14} />
        </span>
      </button>
      {isOpen ? (
        <List
          trigger={trigger}
          items={items}
          chosen={chosen}
          label={label}
          onChoose={onChoose}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

function List({
  trigger,
  items,
  chosen,
  label,
  onChoose,
  onClose,
}: {
  trigger: RefObject<HTMLButtonElement | null>;
  items: readonly PickItem[];
  chosen: string | null;
  label: string;
  onChoose: (id: string) => void;
  onClose: () => void;
}) {
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      className={kit.popover}
      offset={4}
    >
      <ListBox
        aria-label={label}
        items={items}
        autoFocus
        selectionMode="single"
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys;
          onClose();
          if (key !== undefined) onChoose(String(key));
        }}
      >
        {(item) => (
          <ListBoxItem id={item.id} textValue={item.label} className={kit.item}>
            <span>
              {item.label}
              {item.code === undefined ? null : <span className={styles.number}> {item.code}</span>}
            </span>
            {item.description === undefined ? null : <small>{item.description}</small>}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}
