import { useRef } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { actionById, useActionContext } from '../../actions';
import { Keys } from '../../app/Keys';
import { useMessages } from '../../messages';
import styles from './Canvas.module.css';
import menu from './Menu.module.css';

const onARegion = [
  'duplicate',
  'remove',
  'lock',
  'hide',
  'ratio',
  'forward',
  'backward',
  'front',
  'back',
  'swap',
  'sameSize',
  'across',
  'down',
  'tidy',
  'addRegion',
  'selectAll',
  'zoomSelection',
  'fit',
  'paste',
  'copyJson',
];

/** What can be done where the pointer is; the same actions as everywhere. */
export function ContextMenu({
  at,
  onClose,
}: {
  at: { x: number; y: number } | null;
  onClose: () => void;
}) {
  const messages = useMessages();
  const context = useActionContext();
  const anchor = useRef<HTMLSpanElement | null>(null);
  const possible = onARegion
    .flatMap((id) => actionById(`layout.${id}`) ?? [])
    .filter((action) => action.isEnabled?.(context) ?? true);
  return (
    <>
      <span
        ref={anchor}
        className={styles.menuAnchor}
        style={{ left: at?.x ?? 0, top: at?.y ?? 0 }}
        aria-hidden="true"
      />
      <Popover
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        placement="bottom start"
        aria-label={messages.editor.more}
        className={menu.popover}
        data-no-gesture
      >
        <Menu
          aria-label={messages.editor.more}
          className={menu.menu}
          autoFocus="first"
          onAction={(key) => {
            onClose();
            possible.find((action) => action.id === key)?.run(context);
          }}
          onClose={onClose}
        >
          {possible.map((action) => (
            <MenuItem
              key={action.id}
              id={action.id}
              textValue={action.label(messages, context)}
              className={menu.item}
            >
              <span>{action.label(messages, context)}</span>{' '}
              {action.shortcut ? <Keys shortcut={action.shortcut} /> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
