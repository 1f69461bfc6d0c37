import { asFailure, call as ask, type ConsoleDraft } from '../../../bridge';
import { newId } from '../../../editor/newId';
import { mapped } from './history';
import { keepSteps, stepsOf } from './otherSteps';
import { isObject } from './pointer';
import { cleaned } from './secrets';
import { type ConsoleState, useConsole, workOf } from './store';
import { calls, freshWork, type Work } from './work';

/** How long the work must rest before it is saved, in milliseconds. */
export const REST_MS = 500;

/** What a draft holds; readers leave out what they do not know. */
interface Content extends Work {
  form: 1;
}

/** The work as it is kept: without any secret in the clear. */
export function contentOf(state: ConsoleState): Content {
  return { form: 1, ...cleaned(state.contract, workOf(state)) };
}

/** The work of a draft; what can't be read is as if nobody had touched it. */
export function workFrom(content: unknown): Work {
  const fresh = freshWork();
  if (!isObject(content)) return fresh;
  const { call, mode, address, bodies, texts, parked } = content as unknown as Work;
  return {
    call: calls.includes(call) ? call : fresh.call,
    mode: mode === 'individual' || mode === 'web' ? mode : 'mix',
    address: { ...fresh.address, ...(isObject(address) ? address : {}) },
    bodies: { ...fresh.bodies, ...(isObject(bodies) ? bodies : {}) },
    texts: isObject(texts) ? texts : {},
    parked: isObject(parked) ? parked : {},
  };
}

function open(draft: Pick<ConsoleDraft, 'id' | 'name' | 'content'>): void {
  const { draft: before, history, contract } = useConsole.getState();
  // What is kept of a draft has no secrets in the clear, and so have the steps that led to it.
  if (before !== null)
    keepSteps(
      before.id,
      mapped(history, (work) => cleaned(contract, work)),
    );
  useConsole.setState({
    ...workFrom(draft.content),
    draft: { id: draft.id, name: draft.name },
    history: stepsOf(draft.id),
    refusal: null,
  });
}

let saved: Work | null = null;
let savedName = '';
let last: Promise<unknown> = Promise.resolve();

function isSaved(state: ConsoleState): boolean {
  if (state.draft === null || saved === null) return state.draft === null;
  const before = saved;
  const now = workOf(state);
  const names = Object.keys(now) as (keyof Work)[];
  return state.draft.name === savedName && names.every((name) => now[name] === before[name]);
}

/** Saves the open draft now, if anything has changed. Saves go out one after the other. */
export function saveNow(): Promise<void> {
  const state = useConsole.getState();
  const { draft } = state;
  if (draft === null || isSaved(state)) return Promise.resolve();
  saved = workOf(state);
  savedName = draft.name;
  const content = contentOf(state);
  const next = last
    .catch(() => undefined)
    .then(() => ask('draft_save', { ...draft, updatedAt: Date.now(), content }))
    .then(
      () => useConsole.setState({ unsaved: null }),
      (thrown) => {
        // It goes out with the next change; the window itself keeps everything.
        saved = null;
        useConsole.setState({ unsaved: asFailure(thrown) });
      },
    );
  last = next;
  return next;
}

/** Saves the work whenever it rests, until the returned function is called, and then once more. */
export function startSaving(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const off = useConsole.subscribe((state) => {
    if (isSaved(state)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void saveNow(), REST_MS);
  });
  const leave = () => void saveNow();
  window.addEventListener('pagehide', leave);
  window.addEventListener('blur', leave);
  return () => {
    off();
    clearTimeout(timer);
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('blur', leave);
    leave();
  };
}

/** Opens the draft that was worked on last, or begins the first one. `name` is the first one's. */
export async function loadDrafts(name: string): Promise<void> {
  if (useConsole.getState().draft !== null) return;
  let drafts: ConsoleDraft[] = [];
  try {
    drafts = await ask('draft_list', {});
  } catch {
    // Work goes on without them; the new one is saved once that is possible.
  }
  if (useConsole.getState().draft !== null) return;
  const [latest] = [...drafts].sort((a, b) => b.updatedAt - a.updatedAt);
  if (latest === undefined) useConsole.setState({ draft: { id: newId(), name } });
  else open(latest);
  // A first draft is kept once there is something in it.
  saved = workOf(useConsole.getState());
  savedName = latest?.name ?? name;
}

async function leaveFor(draft: Pick<ConsoleDraft, 'id' | 'name' | 'content'>): Promise<void> {
  await saveNow();
  open(draft);
  saved = workOf(useConsole.getState());
  savedName = draft.name;
}

/** Goes to another draft; the open one is saved before. */
export function openDraft(draft: ConsoleDraft): Promise<void> {
  return leaveFor(draft);
}

/** Begins a draft with nothing in it. */
export async function newDraft(name: string): Promise<void> {
  await leaveFor({ id: newId(), name, content: freshWork() });
  saved = null;
  await saveNow();
}

/** Goes on with a copy; the draft itself stays as it is. */
export async function duplicateDraft(name: string): Promise<void> {
  await leaveFor({ id: newId(), name, content: contentOf(useConsole.getState()) });
  saved = null;
  await saveNow();
}

export async function renameDraft(name: string): Promise<void> {
  useConsole.setState(({ draft }) => ({ draft: draft === null ? null : { ...draft, name } }));
  await saveNow();
}

/**
 * Deletes the open draft and goes to the one worked on before it, or begins a new one. Answers the
 * way to take it back.
 */
export async function deleteDraft(nextName: string): Promise<() => Promise<void>> {
  await saveNow();
  const state = useConsole.getState();
  const { draft } = state;
  if (draft === null) return async () => undefined;
  const gone: ConsoleDraft = { ...draft, updatedAt: Date.now(), content: contentOf(state) };
  await ask('draft_delete', { id: draft.id });
  const rest = (await ask('draft_list', {})).filter(({ id }) => id !== draft.id);
  const [latest] = rest.sort((a, b) => b.updatedAt - a.updatedAt);
  saved = workOf(state);
  savedName = draft.name;
  if (latest === undefined) await newDraft(nextName);
  else await leaveFor(latest);
  return async () => {
    await ask('draft_save', gone);
    await leaveFor(gone);
  };
}
