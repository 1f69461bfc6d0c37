import { call as ask } from '../../../bridge';
import { mapped } from './history';
import { changeOtherSteps } from './otherSteps';
import { isObject, pointerOf, tokensOf, valueAt, withoutValue, withValue } from './pointer';
import { formOf, walk } from './rows';
import { type ConsoleState, useConsole, workOf } from './store';
import { calls, formatted, type Work } from './work';

/** What stands in a body in the place of a secret. */
export type Reference =
  | { kind: 'token' }
  | { kind: 'storage'; id: string; key: string }
  | { kind: 'kept' | 'held'; id: string };

const FORM = /^\$\{(?:(token)|storage:([^/}]+)\/([^}]+)|(kept|held):([^}]+))\}$/;

/** Reads a reference; `null` for everything else. */
export function referenceOf(value: unknown): Reference | null {
  if (typeof value !== 'string') return null;
  const found = FORM.exec(value);
  if (found === null) return null;
  const [, token, storage, key, kind, id] = found;
  if (token !== undefined) return { kind: 'token' };
  if (storage !== undefined && key !== undefined) return { kind: 'storage', id: storage, key };
  return { kind: kind as 'kept' | 'held', id: id ?? '' };
}

/** The reference to a key of a storage. */
export function storageReference(id: string, key: 'accessKey' | 'secretKey'): string {
  return `\${storage:${id}/${key}}`;
}

/** Whether a value is a secret itself, and not a reference to one. */
function isBare(value: unknown): boolean {
  const isText = typeof value === 'string' || typeof value === 'number';
  return isText && value !== '' && referenceOf(value) === null;
}

type Contract = ConsoleState['contract'];

/** The places of a body where a secret of the contract stands in the clear. */
export function bareSecrets(contract: Contract, call: Work['call'], body: unknown): string[] {
  if (contract === null) return [];
  const found: string[] = [];
  walk(formOf(contract, call), body, ({ row }, tokens, value) => {
    if (row.secret && isBare(value)) found.push(pointerOf(tokens));
    return undefined;
  });
  return found;
}

/** Values in the clear, and what stands for them from now on. */
export type Taken = ReadonlyMap<unknown, string>;

/**
 * The same work without any secret in the clear: the taken ones are replaced by their references,
 * others are left out. A text that is not JSON can't be searched, so the body's own takes its place.
 */
export function cleaned(contract: Contract, work: Work, taken: Taken = new Map()): Work {
  const bodies = { ...work.bodies };
  const texts = { ...work.texts };
  for (const call of calls) {
    const before = bodies[call];
    let body = before;
    for (const pointer of bareSecrets(contract, call, before)) {
      const tokens = tokensOf(pointer);
      const reference = taken.get(valueAt(body, tokens));
      body =
        reference === undefined ? withoutValue(body, tokens) : withValue(body, tokens, reference);
    }
    body = replaced(body, taken);
    bodies[call] = body;
    const typed = texts[call];
    if (typed === undefined) continue;
    if (typed.isBroken) {
      const text = withoutSecrets(contract, typed.text, taken);
      texts[call] = { text, isBroken: true };
    } else if (body !== before) texts[call] = { text: formatted(body), isBroken: false };
  }
  const parked = Object.fromEntries(
    Object.entries(work.parked).map(([call, list]) => [
      call,
      (list ?? []).map((one) => ({ ...one, value: replaced(one.value, taken) })),
    ]),
  );
  return { ...work, bodies, texts, parked };
}

/** A value in which every taken secret, wherever it stands, has become its reference. */
function replaced(value: unknown, taken: Taken): unknown {
  if (taken.size === 0) return value;
  const reference = taken.get(value);
  if (reference !== undefined) return reference;
  if (Array.isArray(value)) {
    const list = value.map((one) => replaced(one, taken));
    return list.some((one, at) => one !== value[at]) ? list : value;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, replaced(one, taken)] as const);
  return entries.some(([name, one]) => one !== value[name]) ? Object.fromEntries(entries) : value;
}

/** A text that is not JSON without the values of members that hold secrets. */
export function withoutSecrets(contract: Contract, text: string, taken: Taken = new Map()): string {
  const rows = contract?.fields.filter(({ secret }) => secret) ?? [];
  const names = new Set(rows.map(({ path }) => path.slice(path.lastIndexOf('.') + 1)));
  let result = text;
  for (const [value, reference] of taken) {
    if (typeof value === 'string' && value !== '') result = result.replaceAll(value, reference);
  }
  return result.replace(
    /("?)(\w+)\1(\s*[:=]\s*)("(?:[^"\\\n]|\\.)*"?|[^\s,{}[\]"]+)/g,
    (all, quote: string, name: string, between: string, value: string) => {
      const bare = value.replace(/^"|"$/g, '');
      if (!names.has(name) || !isBare(bare)) return all;
      return `${quote}${name}${quote}${between}""`;
    },
  );
}

/** Holds a secret in memory; answers the reference to it. */
export async function hold(value: string): Promise<string> {
  const { reference } = await ask('secret_hold', { value });
  return reference;
}

/** Keeps held secrets in the keychain; answers the references to write in their place. */
export async function keep(references: readonly string[]): Promise<readonly string[]> {
  const answer = await ask('secret_keep', { references: [...references] });
  return answer.references;
}

/**
 * Takes the secrets that stand in the present body in the clear out of the page: they are held in
 * memory, or kept in the keychain, and references stand in their place, also in what can be undone.
 */
export async function takeBare(isKept: boolean): Promise<void> {
  const { call, bodies } = useConsole.getState();
  const before = bodies[call];
  const answer = await ask('console_take_secrets', { body: before });
  const kept = isKept && answer.held.length > 0 ? await keep(answer.held) : answer.held;
  const final = new Map(answer.held.map((held, at) => [held, kept[at] ?? held]));
  const taken = new Map<unknown, string>();
  collect(before, answer.body, final, taken);
  useConsole.setState((state) => {
    const clean = (work: Work) => cleaned(state.contract, work, taken);
    return { ...clean(workOf(state)), history: mapped(state.history, clean) };
  });
  const { contract } = useConsole.getState();
  changeOtherSteps((work) => cleaned(contract, work, taken));
}

/** Finds what the taken references stand for, by comparing the body before and after. */
function collect(
  before: unknown,
  after: unknown,
  final: ReadonlyMap<string, string>,
  taken: Map<unknown, string>,
): void {
  if (typeof after === 'string') {
    const reference = final.get(after);
    if (reference !== undefined) taken.set(before, reference);
  } else if (Array.isArray(after)) {
    after.forEach((one, at) => {
      collect(valueAt(before, [String(at)]), one, final, taken);
    });
  } else if (isObject(after)) {
    for (const [name, one] of Object.entries(after)) {
      collect(valueAt(before, [name]), one, final, taken);
    }
  }
}
