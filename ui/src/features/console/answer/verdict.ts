import type { Call, CallEntry, CallSummary } from '../../../bridge';
import type { Messages } from '../../../messages';
import { isRecord, parsed } from './pointer';

export type NextStep = 'acquire' | 'start' | 'query' | 'stop' | 'people' | 'again';

export type Outcome = 'inFlight' | 'done' | 'failed' | 'noAnswer';

/** What an answer comes to, in words. */
export interface Verdict {
  outcome: Outcome;
  what: string;
  why: string | null;
  /** What to do, where it went wrong. */
  next: string | null;
  steps: NextStep[];
}

/** What the number of an answer means for that call, else what the gateway's text means. */
export function codeWords(
  m: Messages,
  call: Call,
  code: number | null,
  status: number | null,
  message: string | null,
): { what: string; why: string; next: string } | null {
  const { numbers, gateway } = m.consoleAnswers.codes;
  if (code !== null) return numbers[`${code} ${call}`] ?? numbers[String(code)] ?? null;
  return gateway[`${status} ${message}`] ?? null;
}

/** No call is waited for so long, in milliseconds: without an answer by then there is none. */
const LONGEST_MS = 120_000;

/** How a call stands. 201 and 206 come with codes that are no success. */
export function outcomeOf(summary: CallSummary, hasFailed: boolean, now: number): Outcome {
  if (summary.status !== null) return summary.status === 200 && !hasFailed ? 'done' : 'failed';
  const isYoung = now - summary.sentAt < LONGEST_MS;
  return hasFailed || summary.elapsed !== null || !isYoung ? 'noAnswer' : 'inFlight';
}

export function verdictOf(entry: CallEntry, m: Messages, now: number): Verdict {
  const { summary, failure } = entry;
  const outcome = outcomeOf(summary, failure !== null, now);
  const words = m.consoleAnswers.answer;
  if (outcome === 'inFlight') {
    return { outcome, what: words.sending, why: null, next: null, steps: [] };
  }
  if (outcome === 'done') {
    const what = words.done[summary.call];
    return { outcome, what, why: null, next: null, steps: stepsAfter(entry) };
  }
  const coded = codeWords(m, summary.call, summary.code, summary.status, messageOf(entry));
  if (coded !== null) {
    const { what, why, next } = coded;
    return { outcome, what, why, next, steps: stepsToMend(entry) };
  }
  const general = failure === null ? null : m.failures[failure.code];
  return {
    outcome,
    what: general?.title ?? words.noAnswer,
    why: general?.why(failure?.params ?? {}) ?? null,
    next: null,
    steps: stepsToMend(entry),
  };
}

/** What the service says itself of a failure: its reason, or the gateway's message. */
export function reasonOf(entry: CallEntry): string | null {
  const body = parsed(entry.answer ?? '');
  if (isRecord(body) && typeof body.reason === 'string' && body.reason !== '') return body.reason;
  return messageOf(entry);
}

function messageOf({ answer }: CallEntry): string | null {
  const body = parsed(answer ?? '');
  return isRecord(body) && typeof body.message === 'string' ? body.message : null;
}

function stepsAfter({ summary, answer }: CallEntry): NextStep[] {
  switch (summary.call) {
    case 'acquire':
      return ['start', 'people'];
    case 'start':
      return ['query', 'stop', 'people'];
    case 'query':
      return isOver(answer) ? ['acquire'] : ['again', 'stop', 'people'];
    case 'update':
    case 'updateLayout':
      return ['query', 'stop'];
    case 'stop':
      return ['acquire'];
    case 'channelUsers':
      return ['again', 'acquire'];
  }
}

/** The state of a query's answer at which nothing runs any more: 6 and above are its end. */
function isOver(answer: string | null): boolean {
  const body = parsed(answer ?? '');
  const response = isRecord(body) ? body.serverResponse : undefined;
  const status = isRecord(response) ? Number(response.status) : Number.NaN;
  return status >= 6;
}

/** Codes after which a new acquire is what helps. */
const anew: readonly number[] = [15, 52, 109, 110, 433, 502, 1001];

function stepsToMend({ summary, failure }: CallEntry): NextStep[] {
  const { call, code, status } = summary;
  if (code === 7) return ['query'];
  if (code === 49 || code === 50 || code === 435)
    return call === 'stop' ? ['query', 'acquire'] : [];
  if (code !== null && anew.includes(code)) return ['acquire'];
  if (code === 404 || status === 404) return call === 'query' ? ['again', 'acquire'] : ['query'];
  if (code === 53 || code === 432) return ['people', 'acquire'];
  return failure?.retryable === true || status === null ? ['again'] : [];
}
