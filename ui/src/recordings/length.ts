/** The catalogue's words for units of time. */
export interface LengthWords {
  seconds: (n: number) => string;
  minutes: (n: number) => string;
  hours: (n: number) => string;
  days: (n: number) => string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A length in words, such as `3 s`, `5 min`, `1 min 30 s`, `71 h 17 min`, `14 d 2 h`. Rounds down,
 * so that a countdown never promises more than there is. Seconds stay below ten minutes, minutes
 * below a hundred hours.
 */
export function lengthWords(ms: number, words: LengthWords): string {
  const rest = Math.max(0, Math.floor(ms / SECOND) * SECOND);
  if (rest < MINUTE) return words.seconds(rest / SECOND);
  if (rest < 10 * MINUTE) {
    return pair(words.minutes(whole(rest, MINUTE)), (rest % MINUTE) / SECOND, words.seconds);
  }
  if (rest < HOUR) return words.minutes(whole(rest, MINUTE));
  if (rest < 100 * HOUR) {
    return pair(words.hours(whole(rest, HOUR)), whole(rest % HOUR, MINUTE), words.minutes);
  }
  return pair(words.days(whole(rest, DAY)), whole(rest % DAY, HOUR), words.hours);
}

function whole(ms: number, unit: number): number {
  return Math.floor(ms / unit);
}

function pair(first: string, second: number, words: (n: number) => string): string {
  return second === 0 ? first : `${first} ${words(second)}`;
}
