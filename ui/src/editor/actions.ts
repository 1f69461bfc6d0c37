import type { Messages } from '../messages';
import { isFull, isShown } from './document/edits';
import {
  addRegion,
  alignTo,
  changeRegions,
  deselect,
  distributeAll,
  duplicateChosen,
  makeSameSize,
  nudge,
  orderChosen,
  removeChosen,
  selectAll,
  swapPlaces,
  tidyUp,
  toggleHidden,
  toggleLock,
} from './doing';
import { edges } from './geometry/arrange';
import { again, back, chosen, type EditorState, look, movable, useEditor, wish } from './state';

export type EditorActionId = keyof Messages['editor']['actions'];
type Words = Exclude<EditorActionId, 'scene'>;

/** Something that the editor can do by itself. Its words are in the catalogue under its id. */
export interface EditorAction {
  id: Words;
  shortcut?: string;
  /** Further keys that do the same. */
  also?: readonly string[];
  /** Goes on while the key is held. */
  repeats?: boolean;
  /** The system itself tells of these keys, as of a paste. */
  isNative?: boolean;
  isEnabled?: (state: EditorState) => boolean;
  isOn?: (state: EditorState) => boolean;
  run: () => void;
}

const some = (state: EditorState) => chosen(state).length > 0;
const atLeast = (count: number) => (state: EditorState) => movable(state).length >= count;

function move(id: Words, shortcut: string, x: number, y: number, grows = false): EditorAction {
  return {
    id,
    shortcut,
    repeats: true,
    isEnabled: atLeast(1),
    run: () => void nudge(x, y, grows),
  };
}

export const editorActions: readonly EditorAction[] = [
  {
    id: 'undo',
    shortcut: 'Ctrl+Z',
    repeats: true,
    isEnabled: ({ history }) => history.past.length > 0,
    run: back,
  },
  {
    id: 'redo',
    shortcut: 'Ctrl+Shift+Z',
    also: ['Ctrl+Y'],
    repeats: true,
    isEnabled: ({ history }) => history.future.length > 0,
    run: again,
  },
  {
    id: 'addRegion',
    shortcut: 'N',
    run: () => {
      if (isFull(useEditor.getState().history.present)) wish('sayFull');
      else addRegion();
    },
  },
  {
    id: 'duplicate',
    shortcut: 'Ctrl+D',
    isEnabled: some,
    run: () => {
      if (!duplicateChosen()) wish('sayFull');
    },
  },
  { id: 'remove', shortcut: 'Delete', also: ['Backspace'], isEnabled: some, run: removeChosen },
  { id: 'selectAll', shortcut: 'Ctrl+A', run: selectAll },
  { id: 'deselect', shortcut: 'Escape', isEnabled: some, run: deselect },
  { id: 'lock', shortcut: 'Ctrl+Shift+L', isEnabled: some, run: toggleLock },
  {
    id: 'hide',
    shortcut: 'Ctrl+Shift+H',
    isEnabled: some,
    run: () => {
      if (!toggleHidden()) wish('sayFull');
    },
  },
  {
    id: 'ratio',
    isEnabled: some,
    isOn: (state) => some(state) && chosen(state).every((region) => region.keepRatio),
    run: () =>
      changeRegions('ratio', {
        keepRatio: !chosen().every((region) => region.keepRatio),
      }),
  },
  ...edges.map(
    (edge): EditorAction => ({
      id: edge,
      isEnabled: atLeast(1),
      run: () => alignTo(edge),
    }),
  ),
  { id: 'across', isEnabled: atLeast(3), run: () => distributeAll('across') },
  { id: 'down', isEnabled: atLeast(3), run: () => distributeAll('down') },
  { id: 'sameSize', isEnabled: atLeast(2), run: makeSameSize },
  {
    id: 'tidy',
    isEnabled: ({ history }) => history.present.regions.some(isShown),
    run: tidyUp,
  },
  { id: 'swap', isEnabled: (state) => movable(state).length === 2, run: swapPlaces },
  {
    id: 'forward',
    shortcut: 'Ctrl+ArrowUp',
    also: ['Ctrl+]'],
    isEnabled: some,
    run: () => orderChosen('forward'),
  },
  {
    id: 'backward',
    shortcut: 'Ctrl+ArrowDown',
    also: ['Ctrl+['],
    isEnabled: some,
    run: () => orderChosen('backward'),
  },
  { id: 'front', shortcut: 'Ctrl+Home', isEnabled: some, run: () => orderChosen('front') },
  { id: 'back', shortcut: 'Ctrl+End', isEnabled: some, run: () => orderChosen('back') },
  move('moveLeft', 'ArrowLeft', -1, 0),
  move('moveRight', 'ArrowRight', 1, 0),
  move('moveUp', 'ArrowUp', 0, -1),
  move('moveDown', 'ArrowDown', 0, 1),
  move('moveLeft10', 'Shift+ArrowLeft', -10, 0),
  move('moveRight10', 'Shift+ArrowRight', 10, 0),
  move('moveUp10', 'Shift+ArrowUp', 0, -10),
  move('moveDown10', 'Shift+ArrowDown', 0, 10),
  move('narrower', 'Alt+ArrowLeft', -1, 0, true),
  move('wider', 'Alt+ArrowRight', 1, 0, true),
  move('lower', 'Alt+ArrowUp', 0, -1, true),
  move('higher', 'Alt+ArrowDown', 0, 1, true),
  { id: 'fit', shortcut: 'Shift+1', run: () => wish('fit') },
  { id: 'zoomSelection', shortcut: 'Shift+2', isEnabled: some, run: () => wish('zoomSelection') },
  {
    id: 'zoomWhole',
    shortcut: 'Ctrl+0',
    run: () => look({ zoom: 1, pan: { x: 0, y: 0 } }),
  },
  { id: 'zoomIn', shortcut: 'Ctrl++', also: ['Ctrl+='], run: () => wish('zoomIn') },
  { id: 'zoomOut', shortcut: 'Ctrl+-', run: () => wish('zoomOut') },
  {
    id: 'snap',
    isOn: ({ view }) => view.snap,
    run: () => look({ snap: !useEditor.getState().view.snap }),
  },
  {
    id: 'grid',
    isOn: ({ view }) => view.grid,
    run: () => look({ grid: !useEditor.getState().view.grid }),
  },
  {
    id: 'safe',
    isOn: ({ view }) => view.safe,
    run: () => look({ safe: !useEditor.getState().view.safe }),
  },
  {
    id: 'thirds',
    isOn: ({ view }) => view.thirds,
    run: () => look({ thirds: !useEditor.getState().view.thirds }),
  },
  { id: 'paste', shortcut: 'Ctrl+V', isNative: true, run: () => wish('paste') },
];

export const editorAction = (id: Words): EditorAction =>
  editorActions.find((action) => action.id === id) as EditorAction;

/** What the screen around the canvas lends: copying, files and the live recording. */
export const screenActions: readonly { id: Words; shortcut?: string; whileTyping?: boolean }[] = [
  { id: 'copyJson', shortcut: 'Ctrl+C' },
  { id: 'copyCurl', shortcut: 'Ctrl+Shift+C' },
  { id: 'copyPng' },
  { id: 'exportFile' },
  { id: 'exportPng' },
  { id: 'take', shortcut: 'Ctrl+Enter', whileTyping: true },
  { id: 'previous', shortcut: 'P' },
  { id: 'autoTake' },
];
