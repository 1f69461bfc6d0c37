import { create } from 'zustand';
import type { Layout, LayoutDocument } from '../bridge';
import type { Camera } from '../kit';
import { isShown, MOST, regionOf, shownCount } from './document/edits';
import { begin, commit, type History, redo, type StepName, undo } from './history';
import { newId } from './newId';
import type { Unit } from './units';

export type Mask = 'none' | '9:16' | '4:3';

/** How the document is looked at. Never part of it, nor of its history. */
export interface View {
  /** Screen pixels to a pixel of the recorded picture; `null` fits all into the window. */
  zoom: number | null;
  /** Where the canvas' middle is, from the middle of the window, in screen pixels. */
  pan: { x: number; y: number };
  /** What the zoom is when it fits; known once the canvas was measured. */
  fit: number;
  snap: boolean;
  grid: boolean;
  safe: boolean;
  thirds: boolean;
  mask: Mask;
  unit: Unit;
}

/** Something that the canvas or the screen around it has to do. */
export type Wish = 'fit' | 'zoomSelection' | 'zoomIn' | 'zoomOut' | 'paste' | 'sayFull';

export interface EditorState {
  /** Whether the editor is on the screen. */
  isOpen: boolean;
  /** The layout that is edited; a template becomes one's own with the first step. */
  id: string;
  name: string | null;
  isTemplate: boolean;
  /** The template that this came from while it was open. */
  origin: string | null;
  /** What a template's copy will be called. */
  ownName: string;
  history: History;
  /** By id; the one that was selected first leads. */
  selection: readonly string[];
  view: View;
  people: number;
  /** Of each pretend person, in the order of joining; the last one counts for all after it. */
  cameras: readonly Camera[];
  /** The recording that is edited live. */
  live: string | null;
  autoTake: boolean;
  /** For the screen reader. */
  announcement: string;
  wish: { what: Wish; count: number } | null;
}

const emptyDocument: LayoutDocument = {
  canvas: { width: 1920, height: 1080 },
  background: { color: '#000000' },
  regions: [],
};

const freshView: View = {
  zoom: null,
  pan: { x: 0, y: 0 },
  fit: 0.5,
  snap: true,
  grid: false,
  safe: false,
  thirds: false,
  mask: 'none',
  unit: 'px',
};

export const useEditor = create<EditorState>(() => ({
  isOpen: false,
  id: '',
  name: null,
  isTemplate: false,
  origin: null,
  ownName: '',
  history: begin(emptyDocument),
  selection: [],
  view: freshView,
  people: 4,
  cameras: ['16:9'],
  live: null,
  autoTake: false,
  announcement: '',
  wish: null,
}));

const set = useEditor.setState;
const get = useEditor.getState;

export const documentNow = (): LayoutDocument => get().history.present;

/** Opens a layout; what is known of its history follows when it was read. */
export function openLayout(layout: Layout, ownName: string): void {
  set({
    id: layout.id,
    name: layout.name,
    isTemplate: layout.template,
    origin: null,
    ownName,
    history: begin(layout.document),
    selection: [],
    view: { ...get().view, zoom: null, pan: { x: 0, y: 0 } },
    people: Math.max(1, shownCount(layout.document)),
    announcement: '',
  });
}

/** Takes over the steps that were kept, unless there are new ones already. */
export function restoreHistory(id: string, history: History): void {
  const state = get();
  if (state.id !== id || state.history.past.length > 0 || state.history.future.length > 0) return;
  if (state.history.present === history.present) set({ history });
}

/** Another document, in one named step. */
export function step(document: LayoutDocument, name: StepName, selection?: readonly string[]) {
  const state = get();
  const history = commit(state.history, document, name, Date.now());
  if (history !== state.history && state.isTemplate) {
    set({
      id: newId(),
      origin: state.id,
      name: state.ownName,
      isTemplate: false,
    });
  }
  set({ history, selection: existing(selection ?? state.selection, document) });
}

function existing(selection: readonly string[], document: LayoutDocument): readonly string[] {
  const left = selection.filter((id) => regionOf(document, id) !== undefined);
  return left.length === selection.length ? selection : left;
}

export function back(): void {
  const history = undo(get().history);
  set({ history, selection: existing(get().selection, history.present) });
}

export function again(): void {
  const history = redo(get().history);
  set({ history, selection: existing(get().selection, history.present) });
}

export function select(ids: readonly string[]): void {
  set({ selection: ids });
}

/** Shift-click: in or out. */
export function toggle(id: string): void {
  const { selection } = get();
  select(selection.includes(id) ? selection.filter((one) => one !== id) : [...selection, id]);
}

export function look(change: Partial<View>): void {
  set({ view: { ...get().view, ...change } });
}

export function wish(what: Wish): void {
  set({ wish: { what, count: (get().wish?.count ?? 0) + 1 } });
}

export function say(announcement: string): void {
  set({ announcement });
}

export function setPeople(count: number): void {
  set({ people: Math.min(Math.max(count, 1), MOST) });
}

/** The camera of one pretend person, or of all. */
export function setCamera(who: number | null, camera: Camera): void {
  if (who === null) {
    set({ cameras: [camera] });
    return;
  }
  const { cameras, people } = get();
  const all = Array.from({ length: people }, (_, at) => cameras[at] ?? cameras.at(-1) ?? '16:9');
  all[who] = camera;
  set({ cameras: all });
}

/** The regions that an action is about, in the order of selection. */
export function chosen(state: EditorState = get()) {
  return state.selection.flatMap((id) => regionOf(state.history.present, id) ?? []);
}

/** The same without locked ones, and without hidden ones: what can be arranged. */
export function movable(state: EditorState = get()) {
  return chosen(state).filter((region) => !region.locked && isShown(region));
}
