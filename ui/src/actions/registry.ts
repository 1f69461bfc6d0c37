import { showOverlay } from '../app/overlay';
import { go, type PlaceName, screens } from '../app/route';
import type { Account, Recording, Settings } from '../bridge';
import { editorActions, screenActions } from '../editor/actions';
import { useEditor } from '../editor/state';
import type { Messages } from '../messages';

/** What an action may look at and use. */
export interface ActionContext {
  settings: Settings;
  save: (change: Partial<Settings>) => void;
  accounts: readonly Account[];
  running: readonly Recording[];
  /** What the present screen lends to actions of its own, by action id. */
  handlers: Readonly<Record<string, ActionHandler>>;
}

export interface ActionHandler {
  run: () => void;
  isEnabled: boolean;
}

export interface Action {
  id: string;
  label: (messages: Messages, context: ActionContext) => string;
  /** Such as `Ctrl+K`; Cmd takes the place of Ctrl on a Mac. */
  shortcut?: string;
  /** Further keys that do the same. */
  also?: readonly string[];
  /** Goes on while the key is held. */
  repeats?: boolean;
  /** The system itself tells of these keys, as of a paste: they are shown, not listened for. */
  isNative?: boolean;
  /** Belongs to the text while somebody types in a field. */
  leavesTyping?: boolean;
  /** Stands under a heading of its own in the sheet of keys. */
  group?: 'layouts' | 'console';
  isEnabled?: (context: ActionContext) => boolean;
  run: (context: ActionContext) => void;
}

function goTo(screen: PlaceName, index: number): Action {
  return {
    id: `go.${screen}`,
    label: ({ shell }) => shell.actions.goTo(shell.screens[screen]),
    shortcut: `Ctrl+${index + 1}`,
    run: () => go({ screen }),
  };
}

/** The editor's own actions work on the layout that is open in it. */
const onTheCanvas = editorActions.map(
  ({ id, isEnabled, run, ...keys }): Action => ({
    ...keys,
    id: `layout.${id}`,
    label: ({ editor }) => editor.actions[id],
    leavesTyping: true,
    group: 'layouts',
    isEnabled: () => {
      const state = useEditor.getState();
      return state.isOpen && (isEnabled?.(state) ?? true);
    },
    run,
  }),
);

/** What the screen around the canvas lends. */
const aroundTheCanvas = screenActions.map(
  ({ id, shortcut, whileTyping }): Action => ({
    id: `layout.${id}`,
    label: ({ editor }) => editor.actions[id],
    shortcut,
    leavesTyping: !whileTyping,
    group: 'layouts',
    isEnabled: ({ handlers }) => handlers[`layout.${id}`]?.isEnabled ?? false,
    run: ({ handlers }) => handlers[`layout.${id}`]?.run(),
  }),
);

const scenes = Array.from({ length: 9 }, (_, index): Action => {
  const id = `layout.scene${index + 1}`;
  return {
    id,
    label: ({ editor }) => editor.actions.scene(index + 1),
    shortcut: String(index + 1),
    group: 'layouts',
    isEnabled: ({ handlers }) => handlers[id]?.isEnabled ?? false,
    run: ({ handlers }) => handlers[id]?.run(),
  };
});

/** What the API console lends while it is shown. Its undo goes across fields and text. */
const consoleActions = (
  [
    ['send', 'Ctrl+Enter', undefined],
    ['undo', 'Ctrl+Z', undefined],
    ['redo', 'Ctrl+Shift+Z', 'Ctrl+Y'],
    ['issue', 'Ctrl+.', undefined],
    ['draft', undefined, undefined],
  ] as const
).map(([name, shortcut, also]): Action => {
  const id = `console.${name}`;
  return {
    id,
    label: ({ api }) => api.actions[name],
    shortcut,
    also: also === undefined ? undefined : [also],
    repeats: name === 'undo' || name === 'redo',
    group: 'console',
    isEnabled: ({ handlers }) => handlers[id]?.isEnabled ?? false,
    run: ({ handlers }) => handlers[id]?.run(),
  };
});

const realAccount = ({ accounts }: ActionContext) => accounts.find((account) => !account.practice);

/** All actions that do not depend on what is recording. Buttons, palette and shortcut sheet read this list. */
export const actions: readonly Action[] = [
  {
    id: 'recording.start',
    label: ({ shell }) => shell.actions.start,
    shortcut: 'Ctrl+Enter',
    isEnabled: ({ handlers }) => handlers['recording.start']?.isEnabled ?? false,
    run: ({ handlers }) => handlers['recording.start']?.run(),
  },
  ...consoleActions,
  ...screens.map(goTo),
  {
    id: 'palette',
    label: ({ shell }) => shell.actions.palette,
    shortcut: 'Ctrl+K',
    run: () => showOverlay({ kind: 'palette' }),
  },
  {
    id: 'help',
    label: ({ shell }) => shell.actions.help,
    shortcut: '?',
    run: () => showOverlay({ kind: 'help' }),
  },
  {
    id: 'practice.on',
    label: ({ shell }) => shell.actions.practiceOn,
    isEnabled: ({ settings }) => settings.accountId !== 'practice',
    run: ({ save }) => save({ accountId: 'practice' }),
  },
  {
    id: 'practice.off',
    label: ({ shell }, context) => shell.actions.practiceOff(realAccount(context)?.name ?? ''),
    isEnabled: (context) =>
      context.settings.accountId === 'practice' && realAccount(context) !== undefined,
    run: (context) => {
      const account = realAccount(context);
      if (account) context.save({ accountId: account.id });
    },
  },
  {
    id: 'theme.light',
    label: ({ shell }) => shell.actions.themeLight,
    isEnabled: ({ settings }) => settings.theme !== 'light',
    run: ({ save }) => save({ theme: 'light' }),
  },
  {
    id: 'theme.dark',
    label: ({ shell }) => shell.actions.themeDark,
    isEnabled: ({ settings }) => settings.theme !== 'dark',
    run: ({ save }) => save({ theme: 'dark' }),
  },
  {
    id: 'theme.system',
    label: ({ shell }) => shell.actions.themeSystem,
    isEnabled: ({ settings }) => settings.theme !== 'system',
    run: ({ save }) => save({ theme: 'system' }),
  },
  {
    id: 'language.en',
    label: ({ shell }) => shell.actions.languageEn,
    isEnabled: ({ settings }) => settings.language !== 'en',
    run: ({ save }) => save({ language: 'en' }),
  },
  {
    id: 'language.zh',
    label: ({ shell }) => shell.actions.languageZh,
    isEnabled: ({ settings }) => settings.language !== 'zh',
    run: ({ save }) => save({ language: 'zh' }),
  },
  ...onTheCanvas,
  ...aroundTheCanvas,
  ...scenes,
];

/** A stop for each running recording; it asks before it stops, since a stop cannot be taken back. */
export function stopActions(context: ActionContext): Action[] {
  return context.running
    .filter((recording) => !recording.stopWanted)
    .map(({ id, channel }) => ({
      id: `recording.stop.${id}`,
      label: ({ shell }) => shell.actions.stop(channel),
      run: () => showOverlay({ kind: 'stop', id, channel }),
    }));
}

/** Everything that can be done right now. */
export function possibleActions(context: ActionContext): Action[] {
  return [...actions, ...stopActions(context)].filter(
    (action) => action.isEnabled?.(context) ?? true,
  );
}

export function actionById(id: string): Action | undefined {
  return actions.find((action) => action.id === id);
}
