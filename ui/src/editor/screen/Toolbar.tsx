import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { actionById, useActionContext } from '../../actions';
import { Keys } from '../../app/Keys';
import button from '../../kit/Button.module.css';
import { useMessages } from '../../messages';
import { edges } from '../geometry/arrange';
import { look, type Mask, useEditor } from '../state';
import { ActionButton } from './ActionButton';
import styles from './Editor.module.css';
import menu from './Menu.module.css';

const moreIds = [
  'thirds',
  'sameSize',
  'swap',
  'tidy',
  'front',
  'forward',
  'backward',
  'back',
  'zoomSelection',
  'zoomWhole',
  'zoomIn',
  'zoomOut',
];
const masks: readonly Mask[] = ['none', '9:16', '4:3'];

export function Toolbar() {
  const { editor } = useMessages();
  const view = useEditor((state) => state.view);
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={editor.toolbar}>
      <div className={styles.tools}>
        <ActionButton id="snap" text={editor.snap} />
        <ActionButton id="grid" text={editor.grid} />
        <ActionButton id="safe" text={editor.safe} />
      </div>
      <div className={styles.tools}>
        {edges.map((edge) => (
          <ActionButton key={edge} id={edge} glyph={edge} />
        ))}
        <ActionButton id="across" glyph="across" />
        <ActionButton id="down" glyph="down" />
        <ActionButton id="tidy" glyph="tidy" />
      </div>
      <More />
      <span className="grow" />
      <div className={styles.tools}>
        <ActionButton id="fit" text={editor.zoomFit} />
        <b className={styles.zoom} data-testid="zoom">
          {editor.zoomPercent(Math.round((view.zoom ?? view.fit) * 100))}
        </b>
      </div>
    </div>
  );
}

function More() {
  const messages = useMessages();
  const { editor } = messages;
  const context = useActionContext();
  const mask = useEditor((state) => state.view.mask);
  const isPossible = (id: string) => actionById(`layout.${id}`)?.isEnabled?.(context) ?? true;
  return (
    <MenuTrigger>
      <AriaButton
        className={[button.button, button.plain, button.sm].join(' ')}
        data-testid="more-tools"
      >
        {editor.more}
      </AriaButton>
      <Popover className={menu.popover} placement="bottom start" offset={4}>
        <Menu
          className={menu.menu}
          disabledKeys={moreIds.filter((id) => !isPossible(id))}
          onAction={(key) => {
            const wanted = masks.find((one) => `mask-${one}` === key);
            if (wanted !== undefined) look({ mask: wanted });
            else actionById(`layout.${key}`)?.run(context);
          }}
        >
          {moreIds.map((id) => {
            const action = actionById(`layout.${id}`);
            const words = action?.label(messages, context) ?? id;
            return (
              <MenuItem key={id} id={id} textValue={words} className={menu.item}>
                <span>{words}</span> {action?.shortcut ? <Keys shortcut={action.shortcut} /> : null}
              </MenuItem>
            );
          })}
          {masks.map((one) => (
            <MenuItem
              key={one}
              id={`mask-${one}`}
              textValue={editor.masks[one]}
              className={menu.item}
            >
              <span>{editor.masks[one]}</span> {one === mask ? '✓' : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
