import { useState } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { go } from '../../app/route';
import type { Layout } from '../../bridge';
import { useSettings } from '../../data';
import { usePicture } from '../../data/pictures';
import { useDraft } from '../../draft';
import { sceneOf, scenesOf } from '../../editor/live/scenes';
import menu from '../../editor/screen/Menu.module.css';
import { Icon, Tag, Thumb } from '../../kit';
import button from '../../kit/Button.module.css';
import { layoutName, useMessages } from '../../messages';
import { KeyDialog } from './KeyDialog';
import styles from './Layouts.module.css';
import { shapeOf } from './shape';
import type { useOwn } from './useOwn';

/** A layout of the gallery: opens in the editor, and has a menu for everything else. */
export function Item({
  layout,
  layouts,
  own,
}: {
  layout: Layout;
  /** All of them, of which nine are on keys. */
  layouts: readonly Layout[];
  own: ReturnType<typeof useOwn>;
}) {
  const messages = useMessages();
  const words = messages.layouts;
  const isChosen = useDraft((state) => state.setup.layoutId === layout.id);
  const [isRenaming, setRenaming] = useState(false);
  const [isPuttingOnKey, setPuttingOnKey] = useState(false);
  const { settings } = useSettings();
  const key = sceneOf(scenesOf(layouts, settings.scenes), layout.id);
  const { url: backdrop } = usePicture(layout.document.background.image);
  const { regions, canvas } = layout.document;
  const shown = regions.filter((region) => !region.hidden);
  const name = layoutName(messages, layout);
  const open = () => go({ screen: 'layouts', id: layout.id });
  const doing: Record<string, [string, () => void]> = {
    duplicate: [words.duplicate, () => void own.duplicate(layout)],
    key: [words.toKey, () => setPuttingOnKey(true)],
    export: [words.export, () => void own.exportFile(layout)],
    ...(layout.template
      ? {}
      : {
          rename: [words.rename, () => setRenaming(true)],
          remove: [words.remove, () => void own.remove(layout)],
        }),
  };
  return (
    <li className={styles.card}>
      <Thumb
        document={layout.document}
        backdrop={backdrop}
        label={words.open(name)}
        selected={isChosen}
        onPress={open}
        testId={`layout-thumb-${layout.id}`}
      />
      <div className={styles.caption}>
        {isRenaming ? (
          <Rename
            name={name}
            onDone={(fresh) => {
              setRenaming(false);
              if (fresh) void own.rename(layout, fresh);
            }}
          />
        ) : (
          <b className="ellipsis" title={name}>
            {name}
          </b>
        )}
        <span className="grow" />
        {key > 0 ? (
          <kbd
            className={styles.cap}
            title={words.key(key)}
            data-testid={`layout-key-${layout.id}`}
          >
            <span className="visually-hidden">{words.key(key)}</span>
            <span aria-hidden="true">{key}</span>
          </kbd>
        ) : null}
        <MenuTrigger>
          <AriaButton
            aria-label={words.moreOf(name)}
            className={[button.button, button.ghost, button.sm, button.square].join(' ')}
            data-testid={`layout-menu-${layout.id}`}
          >
            <Icon name="more" size={14} />
          </AriaButton>
          <Popover className={menu.popover} placement="bottom end" offset={4}>
            <Menu className={menu.menu} onAction={(key) => doing[String(key)]?.[1]()}>
              {Object.entries(doing).map(([id, [label]]) => (
                <MenuItem key={id} id={id} textValue={label} className={menu.item}>
                  {label}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
      <p className={styles.facts}>
        {words.places(shown.length)} · {words.shapes[shapeOf(canvas)]}
        {isChosen ? <Tag tone="accent">{words.inUse}</Tag> : null}
      </p>
      {isPuttingOnKey ? (
        <KeyDialog layout={layout} layouts={layouts} onClose={() => setPuttingOnKey(false)} />
      ) : null}
    </li>
  );
}

function Rename({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const { layouts } = useMessages();
  const [text, setText] = useState(name);
  const take = () => onDone(text.trim() === name ? null : text.trim());
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
        autoFocus
        aria-label={layouts.rename}
        value={text}
        maxLength={120}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone(null);
        }}
        data-testid="layout-rename"
      />
    </form>
  );
}
