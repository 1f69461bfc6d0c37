import { create } from 'zustand';
import type {
  Call,
  CallEntry,
  ConsoleAnswer,
  ConsoleCall,
  ContractData,
  Failure,
  Mode,
  Recording,
} from '../../../bridge';
import { type History, mapped, noHistory, noted, redone, undone } from './history';
import { rearrange, withoutEntry } from './parking';
import {
  isObject,
  isSame,
  pointerOf,
  type Tokens,
  tokensOf,
  valueAt,
  withoutValue,
  withoutValueAndShells,
  withValue,
} from './pointer';
import { formOf } from './rows';
import { type Address, calls, enveloped, freshBody, freshWork, type Work, withBody } from './work';

/** The console as a whole. It outlives the screen, so that nothing is lost by leaving it. */
export interface ConsoleState extends Work {
  /** Whose calls these are: the account that the window's head shows. */
  accountId: string;
  /** The rows; `null` until the studio has answered. */
  contract: ContractData | null;
  history: History<Work>;
  /** The last answer of each call. */
  answers: Record<Call, CallEntry | null>;
  /** The last answer of all. */
  latest: CallEntry | null;
  /** Calls that are under way, and since when, in Unix milliseconds. */
  sending: Partial<Record<Call, number>>;
  /** Why nothing could be sent the last time. */
  refusal: Failure | null;
  /** When the resource was acquired, in Unix milliseconds; only known for those acquired here. */
  acquired: { resourceId: string; at: number } | null;
  /** The draft that this is. */
  draft: { id: string; name: string } | null;
  /** Why the draft could not be saved the last time; it is then in the window only. */
  unsaved: Failure | null;
}

const noAnswers = Object.fromEntries(calls.map((call) => [call, null])) as ConsoleState['answers'];

export const useConsole = create<ConsoleState>(() => ({
  ...freshWork(),
  accountId: 'practice',
  contract: null,
  history: noHistory,
  answers: noAnswers,
  latest: null,
  sending: {},
  refusal: null,
  acquired: null,
  draft: null,
  unsaved: null,
}));

/** The part of the state that undo and drafts are about. */
export function workOf(state: ConsoleState): Work {
  const { call, mode, address, bodies, texts, parked } = state;
  return { call, mode, address, bodies, texts, parked };
}

/** Changes the work as a step that can be taken back. The same key within a second is the same step. */
function change(key: string, next: (work: Work, state: ConsoleState) => Work): void {
  useConsole.setState((state) => {
    const before = workOf(state);
    const after = next(before, state);
    if (after === before) return {};
    return { ...after, history: noted(state.history, before, key, Date.now()) };
  });
}

/** Puts a body that the form made into the work: what lost its use is set aside, what has one comes back. */
function composed(
  work: Work,
  { contract }: ConsoleState,
  call: Call,
  made: unknown,
  parkedNow = work.parked[call] ?? [],
): Work {
  if (contract === null) return withBody(work, call, made);
  const { body, parked } = rearrange(
    formOf(contract, call),
    { body: work.bodies[call], mode: work.mode },
    { body: made, mode: work.mode },
    parkedNow,
  );
  const next = withBody(work, call, body);
  const { [call]: _typed, ...texts } = next.texts;
  return { ...next, texts, parked: { ...next.parked, [call]: parked } };
}

/** The call as it would be sent. */
export function currentCall(): ConsoleCall {
  return callOf(useConsole.getState());
}

export function callOf(state: ConsoleState, call: Call = state.call): ConsoleCall {
  const { accountId, mode, address, bodies } = state;
  return { accountId, call, mode, ...address, body: bodies[call] };
}

/** Takes over a call that was imported or is to be sent again, as one step that can be taken back. */
export function openCall({ call, mode, body, ...rest }: ConsoleCall): void {
  const { resourceId, sid, channel, hostsOnly } = rest;
  change('', (work) => {
    const { [call]: _typed, ...texts } = work.texts;
    const { [call]: _parked, ...parked } = work.parked;
    const opened = withBody({ ...work, texts, parked }, call, body);
    return {
      ...opened,
      call,
      mode,
      address: {
        resourceId: resourceId || work.address.resourceId,
        sid: sid || work.address.sid,
        channel: channel || opened.address.channel,
        hostsOnly,
      },
    };
  });
}

/** Shows what came back for a call. */
export function showAnswer(entry: CallEntry): void {
  useConsole.setState(({ answers }) => ({
    answers: { ...answers, [entry.summary.call]: entry },
    latest: entry,
  }));
}

/** Goes to another call. Nothing is changed by it, so there is nothing to take back. */
export function goToCall(call: Call): void {
  useConsole.setState({ call, refusal: null });
}

/** Records in another way: in every call, what has no use there is set aside. */
export function setMode(mode: Mode): void {
  change('', (work, state) => (work.mode === mode ? work : inMode(work, state, mode)));
}

function inMode(work: Work, { contract }: ConsoleState, mode: Mode): Work {
  let next: Work = { ...work, mode };
  for (const call of calls) {
    if (contract === null || work.texts[call]?.isBroken) continue;
    const { body, parked } = rearrange(
      formOf(contract, call),
      { body: work.bodies[call], mode: work.mode },
      { body: work.bodies[call], mode },
      work.parked[call] ?? [],
    );
    if (body === work.bodies[call]) continue;
    const { [call]: _typed, ...texts } = next.texts;
    next = {
      ...next,
      bodies: { ...next.bodies, [call]: body },
      texts,
      parked: { ...next.parked, [call]: parked },
    };
  }
  return next;
}

export function setAddress(part: Partial<Address>): void {
  change(`address:${Object.keys(part).join()}`, (work) => ({
    ...work,
    address: { ...work.address, ...part },
  }));
}

/** Writes a value of the form; `undefined` leaves the member out, and groups that become empty with it. */
export function setValue(tokens: Tokens, value: unknown): void {
  change(`field:${pointerOf(tokens)}`, (work, state) => {
    const { call } = work;
    const body = work.bodies[call];
    if (valueAt(body, tokens) === value) return work;
    const [name = ''] = tokens;
    const isEnvelope = tokens.length === 1 && (name === 'cname' || name === 'uid');
    let made: unknown;
    if (value === undefined) made = withoutValueAndShells(body, tokens, 1);
    else if (isEnvelope) made = enveloped(body, name, value);
    else made = withValue(body, tokens, value);
    return composed(work, state, call, made);
  });
}

/** Writes several values as one step; `undefined` leaves a member out. */
export function setValues(values: readonly { tokens: Tokens; value: unknown }[]): void {
  change('', (work, state) => {
    let made = work.bodies[work.call];
    for (const { tokens, value } of values) {
      made =
        value === undefined
          ? withoutValueAndShells(made, tokens, 1)
          : withValue(made, tokens, value);
    }
    return composed(work, state, work.call, made);
  });
}

/** Takes an entry out of a list. */
export function removeEntry(list: Tokens, place: number): void {
  change('', (work, state) => {
    const { call } = work;
    const entries = valueAt(work.bodies[call], list);
    const isLast = Array.isArray(entries) && entries.length === 1;
    const made = isLast
      ? withoutValueAndShells(work.bodies[call], list, 1)
      : withoutValue(work.bodies[call], [...list, String(place)]);
    const parked = withoutEntry(work.parked[call] ?? [], pointerOf(list), place);
    return composed(work, state, call, made, parked);
  });
}

/** Moves a member to where it belongs. */
export function moveMember(from: string, to: string): void {
  change('', (work, state) => {
    const body = work.bodies[work.call];
    const value = valueAt(body, tokensOf(from));
    if (value === undefined) return work;
    const moved = withValue(withoutValueAndShells(body, tokensOf(from), 1), tokensOf(to), value);
    return composed(work, state, work.call, moved);
  });
}

/** Begins the present call's body anew. */
export function resetBody(): void {
  change('', (work, state) => {
    const { cname, uid } = (work.bodies[work.call] ?? {}) as Record<string, unknown>;
    let body = freshBody(work.call);
    if (cname !== undefined) body = enveloped(body, 'cname', cname);
    if (uid !== undefined) body = enveloped(body, 'uid', uid);
    return composed(work, state, work.call, body, []);
  });
}

/** Lets go of what was set aside. */
export function dropParked(): void {
  change('', (work) => ({ ...work, parked: { ...work.parked, [work.call]: [] } }));
}

/** Takes over what somebody typed as text. While it is not JSON, the last good body stays. */
export function setText(text: string): void {
  change(`text:${useConsole.getState().call}`, (work) => {
    const { call } = work;
    if (work.texts[call]?.text === text) return work;
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      return { ...work, texts: { ...work.texts, [call]: { text, isBroken: true } } };
    }
    const next = withBody(work, call, body);
    return { ...next, texts: { ...next.texts, [call]: { text, isBroken: false } } };
  });
}

/** Leaves a text that is not JSON for the last good body. */
export function dropText(): void {
  change('', (work) => {
    const { [work.call]: _typed, ...texts } = work.texts;
    return { ...work, texts };
  });
}

export function undo(): void {
  useConsole.setState((state) => {
    const step = undone(state.history, workOf(state));
    return step === null ? {} : { ...step.state, history: step.history };
  });
}

export function redo(): void {
  useConsole.setState((state) => {
    const step = redone(state.history, workOf(state));
    return step === null ? {} : { ...step.state, history: step.history };
  });
}

/** Names channel and recorder in every call's body, whichever is open. */
function named(work: Work, channel: unknown, recorderId: unknown): Work {
  const bodies = { ...work.bodies };
  const texts = { ...work.texts };
  for (const call of calls) {
    if (!isObject(bodies[call]) || texts[call]?.isBroken) continue;
    const body = enveloped(enveloped(bodies[call], 'uid', recorderId), 'cname', channel);
    if (isSame(body, bodies[call])) continue;
    bodies[call] = body;
    delete texts[call];
  }
  return { ...work, bodies, texts };
}

/** Takes IDs, channel and recorder over from a recording of the app, all of which are mixes. */
export function takeRecording(recording: Recording): void {
  const { channel, recorderId, resourceId, sid } = recording;
  change('', (work, state) => {
    const next = named(work, channel, recorderId || undefined);
    return inMode(
      {
        ...next,
        address: { ...next.address, channel, resourceId: resourceId ?? '', sid: sid ?? '' },
      },
      state,
      'mix',
    );
  });
}

/**
 * Takes over what an answer gave: acquire's resource, start's recording. Channel and recorder follow
 * into the later calls. Taking back an older step leaves it: what the service gave was given.
 */
export function takeAnswer(sent: ConsoleCall, answer: ConsoleAnswer, at: number): void {
  showAnswer(answer.entry);
  const { call } = sent;
  if (call !== 'acquire' && call !== 'start') return;
  const given = call === 'acquire' ? answer.resourceId : answer.sid;
  if (answer.entry.failure !== null || given === null || given === '') return;
  const fill = (work: Work): Work => {
    const next = named(work, valueAt(sent.body, ['cname']), valueAt(sent.body, ['uid']));
    const part = call === 'acquire' ? { resourceId: given, sid: '' } : { sid: given };
    return { ...next, address: { ...next.address, ...part } };
  };
  useConsole.setState((state) => ({
    ...fill(workOf(state)),
    history: mapped(state.history, fill),
    ...(call === 'acquire' ? { acquired: { resourceId: given, at } } : {}),
  }));
}
