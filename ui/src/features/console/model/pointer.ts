/** A way into a body: names of members, and places in lists as text. */
export type Tokens = readonly string[];

/** The tokens of a JSON pointer; the whole body has none. */
export function tokensOf(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function pointerOf(tokens: Tokens): string {
  return tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands there, or `undefined`. */
export function valueAt(body: unknown, tokens: Tokens): unknown {
  let value = body;
  for (const token of tokens) {
    if (Array.isArray(value)) value = value[Number(token)];
    else if (isObject(value) && Object.hasOwn(value, token)) value = value[token];
    else return undefined;
  }
  return value;
}

/** A body with the value there; objects and lists on the way are made. Nothing else is copied. */
export function withValue(body: unknown, tokens: Tokens, value: unknown): unknown {
  const [token, ...rest] = tokens;
  if (token === undefined) return value;
  if (Array.isArray(body)) {
    const copy = [...body];
    copy[Number(token)] = withValue(body[Number(token)], rest, value);
    return copy;
  }
  if (!isObject(body) && isPlace(token)) return [withValue(undefined, rest, value)];
  const object = isObject(body) ? body : {};
  return { ...object, [token]: withValue(object[token], rest, value) };
}

/** A body without the member or entry; later entries of a list move up. */
export function withoutValue(body: unknown, tokens: Tokens): unknown {
  const [token, ...rest] = tokens;
  if (token === undefined) return undefined;
  if (Array.isArray(body)) {
    const at = Number(token);
    if (!(at in body)) return body;
    if (rest.length === 0) return body.filter((_, place) => place !== at);
    return body.map((entry, place) => (place === at ? withoutValue(entry, rest) : entry));
  }
  if (!isObject(body) || !Object.hasOwn(body, token)) return body;
  if (rest.length > 0) return { ...body, [token]: withoutValue(body[token], rest) };
  const { [token]: _gone, ...others } = body;
  return others;
}

/**
 * The same, and every object that has become empty by it goes too. What stands at the first
 * `keep` tokens stays, however empty: a body needs its `clientRequest`.
 */
export function withoutValueAndShells(body: unknown, tokens: Tokens, keep: number): unknown {
  let result = withoutValue(body, tokens);
  for (let length = tokens.length - 1; length > keep; length -= 1) {
    const parent = tokens.slice(0, length);
    const value = valueAt(result, parent);
    // An entry of a list keeps its place: its neighbours would move.
    if (isPlace(parent.at(-1) ?? '') || !isEmpty(value)) return result;
    result = withoutValue(result, parent);
  }
  return result;
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

function isPlace(token: string): boolean {
  return /^\d+$/.test(token);
}

/** Whether two values are written the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
