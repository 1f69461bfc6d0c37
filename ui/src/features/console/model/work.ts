import type { Call, Mode } from '../../../bridge';
import type { Parked } from './parking';
import { isObject, valueAt, withoutValue, withValue } from './pointer';

/** All calls, in the order of a recording's life. */
export const calls: readonly Call[] = [
  'acquire',
  'start',
  'query',
  'update',
  'updateLayout',
  'stop',
  'channelUsers',
];

/** What the address of a call carries. One for all calls: they are about one recording. */
export interface Address {
  resourceId: string;
  sid: string;
  channel: string;
  hostsOnly: boolean;
}

/** A body's text as a person typed it. */
export interface Typed {
  text: string;
  /** It is not JSON: the body is the last one that was. */
  isBroken: boolean;
}

/** What a person works on: what undo takes back and a draft keeps. */
export interface Work {
  call: Call;
  mode: Mode;
  address: Address;
  bodies: Record<Call, unknown>;
  /** Where a text was typed: it is shown as it is until the form changes the body. */
  texts: Partial<Record<Call, Typed>>;
  /** Values without a use at present. */
  parked: Partial<Record<Call, readonly Parked[]>>;
}

/** Whether a call has a body at all. */
export function hasBody(call: Call): boolean {
  return call !== 'query' && call !== 'channelUsers';
}

/** A piece of work that nobody has touched. A start asks for a token of the app's own making. */
export function freshWork(): Work {
  return {
    call: 'acquire',
    mode: 'mix',
    address: { resourceId: '', sid: '', channel: '', hostsOnly: false },
    bodies: Object.fromEntries(calls.map((call) => [call, freshBody(call)])) as Work['bodies'],
    texts: {},
    parked: {},
  };
}

export function freshBody(call: Call): unknown {
  if (!hasBody(call)) return null;
  return { clientRequest: call === 'start' ? { token: TOKEN } : {} };
}

/** Stands for a token that the studio makes when it sends. */
export const TOKEN = `\${token}`;

/** A body's text where nobody typed one. */
export function formatted(body: unknown): string {
  return body === null ? '' : JSON.stringify(body, null, 2);
}

export function textOf(work: Work, call: Call): string {
  return work.texts[call]?.text ?? formatted(work.bodies[call]);
}

/** Members of the envelope that all calls of one recording have the same. */
const SHARED = ['cname', 'uid'] as const;

/**
 * The work with another body for one call. Channel and recorder ID follow in the other calls where
 * they were the same before: all calls of a recording must name the same.
 */
export function withBody(work: Work, call: Call, body: unknown): Work {
  const bodies = { ...work.bodies, [call]: body };
  const texts = { ...work.texts };
  let { address } = work;
  for (const name of SHARED) {
    const before = valueAt(work.bodies[call], [name]);
    const after = valueAt(body, [name]);
    if (before === after) continue;
    for (const other of calls) {
      const theirs = bodies[other];
      const isBroken = texts[other]?.isBroken ?? false;
      if (other === call || !isObject(theirs) || isBroken) continue;
      if (valueAt(theirs, [name]) !== before) continue;
      bodies[other] =
        after === undefined ? withoutValue(theirs, [name]) : enveloped(theirs, name, after);
      delete texts[other];
    }
    if (name === 'cname' && address.channel === (before ?? '')) {
      address = { ...address, channel: typeof after === 'string' ? after : '' };
    }
  }
  return { ...work, bodies, texts, address };
}

/** The body with a member of the envelope, which stands before the request as in the reference. */
export function enveloped(body: unknown, name: string, value: unknown): unknown {
  const changed = withValue(body, [name], value);
  if (!isObject(changed)) return changed;
  const { cname, uid, ...rest } = changed;
  return {
    ...(cname === undefined ? {} : { cname }),
    ...(uid === undefined ? {} : { uid }),
    ...rest,
  };
}
