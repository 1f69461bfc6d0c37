import { create } from 'zustand';
import { call as ask, type Call, type ConsoleCheck, type Issue, type Move } from '../../../bridge';
import { isSame, pointerOf, tokensOf } from './pointer';
import { formOf, nodesAt } from './rows';
import { type ConsoleState, callOf, useConsole } from './store';

/** How long the work must rest before it is checked, in milliseconds. */
export const REST_MS = 150;

/** What the service would say to the present call. */
interface CheckState {
  /** Of which call; `null` before the first answer. */
  of: Call | null;
  /** A newer state of the work has not been judged yet. */
  isBehind: boolean;
  /** The studio could not be asked. */
  hasFailed: boolean;
  issues: readonly Issue[];
  /** By the field at which they are shown; a part of the address is `@` and its name. */
  byField: ReadonlyMap<string, readonly Issue[]>;
  moves: readonly Move[];
  /** JSON pointers of secrets in the clear. */
  bare: readonly string[];
}

const nothing = { issues: [], byField: new Map(), moves: [], bare: [] };

export const useCheck = create<CheckState>(() => ({
  of: null,
  isBehind: true,
  hasFailed: false,
  ...nothing,
}));

/** The field at which an issue is shown: where it points, or the nearest that the form has. */
export function fieldOf(state: Pick<ConsoleState, 'contract'>, call: Call, path: string): string {
  if (!path.startsWith('/')) return path === '' ? '' : `@${path}`;
  if (state.contract === null) return path;
  const form = formOf(state.contract, call);
  const tokens = tokensOf(path);
  for (let length = tokens.length; length > 0; length -= 1) {
    const part = tokens.slice(0, length);
    const way = nodesAt(form, part);
    const last = way?.at(-1);
    if (last === undefined) continue;
    // An entry of a list of texts belongs to the list; one of a list of groups has a place of its own.
    const isEntry = last.node.row.control === 'groups' && last.tokens.length + 1 === part.length;
    return pointerOf(isEntry ? part : last.tokens);
  }
  return '';
}

function sorted(
  state: ConsoleState,
  call: Call,
  issues: readonly Issue[],
  before: CheckState['byField'],
): CheckState['byField'] {
  const byField = new Map<string, Issue[]>();
  for (const issue of issues) {
    const field = fieldOf(state, call, issue.path);
    byField.set(field, [...(byField.get(field) ?? []), issue]);
  }
  // What did not change stays the same object, so that its field is not drawn again.
  for (const [field, now] of byField) {
    const then = before.get(field);
    if (then !== undefined && isSame(then, now)) byField.set(field, then as Issue[]);
  }
  return byField;
}

type Judged = Pick<ConsoleState, 'accountId' | 'call' | 'mode' | 'address' | 'contract'> & {
  body: unknown;
};

const judged = (state: ConsoleState): Judged => ({
  accountId: state.accountId,
  call: state.call,
  mode: state.mode,
  address: state.address,
  contract: state.contract,
  body: state.bodies[state.call],
});

/** Checks the work whenever it rests, until the returned function is called. Late answers are dropped. */
export function startChecking(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let last: Judged | null = null;

  async function check() {
    asked += 1;
    const mine = asked;
    const state = useConsole.getState();
    let answer: ConsoleCheck | null = null;
    try {
      answer = await ask('console_check', callOf(state));
    } catch {
      // Sending judges it again; until then the form says that it could not be checked.
    }
    if (mine !== asked) return;
    if (answer === null) {
      useCheck.setState({ isBehind: false, hasFailed: true, of: state.call, ...nothing });
      return;
    }
    const { issues, moves, bare } = answer;
    useCheck.setState(({ byField }) => ({
      of: state.call,
      isBehind: false,
      hasFailed: false,
      issues,
      byField: sorted(state, state.call, issues, byField),
      moves,
      bare,
    }));
  }

  function look(state: ConsoleState) {
    const now = judged(state);
    const before = last;
    if (
      before !== null &&
      (Object.keys(now) as (keyof Judged)[]).every((k) => now[k] === before[k])
    )
      return;
    last = now;
    asked += 1;
    const isOther = before !== null && before.call !== now.call;
    if (isOther) useCheck.setState({ isBehind: true, of: null, ...nothing });
    else if (!useCheck.getState().isBehind) useCheck.setState({ isBehind: true });
    clearTimeout(timer);
    timer = setTimeout(() => void check(), isOther ? 0 : REST_MS);
  }

  look(useConsole.getState());
  const off = useConsole.subscribe(look);
  return () => {
    off();
    clearTimeout(timer);
    asked += 1;
  };
}
