import type { TokenFacts, TokenFit } from '../../../bridge';
import { formatWhen, Icon, useNow } from '../../../kit';
import { type Messages, useMessages } from '../../../messages';
import { lengthWords } from '../../../recordings/length';
import styles from './Token.module.css';

export interface FactsProps {
  facts: TokenFacts;
  channel: string;
  recorderId: string;
}

/** Whom a token is for, and until when, beside what it should be good for. */
export function Facts({ facts, channel, recorderId }: FactsProps) {
  const m = useMessages();
  const words = m.consoleAnswers.token;
  const now = useNow(1000);
  const rights = facts.allows.map((right) => words.rights[right] ?? right);
  const rows: [string, string][] = [
    [words.appId, facts.appId],
    [words.channel, facts.channel || words.anyChannel],
    [words.user, facts.user || words.anyUser],
    [words.issued, formatWhen(facts.issuedAt, now, m.locale)],
    [words.ends, facts.endsAt === null ? words.noEnd : formatWhen(facts.endsAt, now, m.locale)],
    [words.allows, rights.join(', ') || words.nothingAllowed],
  ];
  const lines = linesOf(facts, now, { channel, recorderId }, m);
  const fits = lines.every(({ isGood }) => isGood !== false);
  return (
    <section className={styles.facts} aria-live="polite" data-testid="token-facts">
      <p className={fits ? styles.good : styles.bad} data-testid="token-verdict">
        <Icon name={fits ? 'check' : 'warn'} size={15} />
        {fits ? words.good : words.bad}
      </p>
      <ul className={styles.lines}>
        {lines.map(({ name, isGood, text }) => (
          <li key={name} className={styles[toneOf(isGood)]} data-testid={`token-fit-${name}`}>
            <Icon name={isGood === null ? 'info' : isGood ? 'check' : 'cross'} size={13} />
            {text}
          </li>
        ))}
      </ul>
      <dl className={styles.rows}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt />
          <dd className="num" data-testid="token-left" aria-live="off">
            {timeWords(facts, now, m)}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function toneOf(isGood: boolean | null): 'good' | 'bad' | 'open' {
  if (isGood === null) return 'open';
  return isGood ? 'good' : 'bad';
}

interface FitLine {
  name: keyof TokenFit;
  isGood: boolean | null;
  text: string;
}

/** Each comparison in words. Whether it is good now follows the clock while the window stays open. */
function linesOf(
  { fit, issuedAt, endsAt }: TokenFacts,
  now: number,
  given: { channel: string; recorderId: string },
  m: Messages,
): FitLine[] {
  const { fit: words, notCompared } = m.consoleAnswers.token;
  const isNow = endsAt !== null && now < endsAt && (fit.now || now >= issuedAt);
  const missing = {
    channel: given.channel === '' ? notCompared.channel : null,
    recorder: given.recorderId === '' ? notCompared.recorder : null,
    signature: notCompared.signature,
  };
  const line = (name: keyof TokenFit, isGood: boolean | null, open: string | null): FitLine[] => {
    if (isGood === null) return open === null ? [] : [{ name, isGood, text: open }];
    return [{ name, isGood, text: words[name][isGood ? 0 : 1] }];
  };
  return [
    ...line('now', isNow, null),
    ...line('appId', fit.appId, null),
    ...line('channel', fit.channel, missing.channel),
    ...line('recorder', fit.recorder, missing.recorder),
    ...line('signature', fit.signature, missing.signature),
  ];
}

/** How long it is still good, how long it has not been, or how long until it is. */
export function timeWords({ issuedAt, endsAt }: TokenFacts, now: number, m: Messages): string {
  const words = m.consoleAnswers.token;
  const length = (ms: number) => lengthWords(ms, m.states.length);
  if (endsAt === null) return '';
  if (now >= endsAt) return words.ago(length(now - endsAt));
  return now < issuedAt ? words.ahead(length(issuedAt - now)) : words.left(length(endsAt - now));
}
