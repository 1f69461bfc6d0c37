import { isRecord } from '../answer/pointer';

/** What becomes of secrets that a pasted text held. */
export type SecretChoice = 'keep' | 'once' | 'leave';

/** The body with other references in the place of those that are named, wherever in a text they stand. */
export function withReferences(body: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (typeof body === 'string') {
    let text = body;
    for (const [from, to] of renamed) text = text.replaceAll(from, to);
    return text;
  }
  if (Array.isArray(body)) return body.map((entry) => withReferences(entry, renamed));
  if (!isRecord(body)) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, member]) => [name, withReferences(member, renamed)]),
  );
}

/** The body without the members and entries whose text names one of the references. */
export function withoutReferences(body: unknown, references: readonly string[]): unknown {
  const isNamed = (value: unknown) =>
    typeof value === 'string' && references.some((reference) => value.includes(reference));
  if (Array.isArray(body)) {
    return body
      .filter((entry) => !isNamed(entry))
      .map((entry) => withoutReferences(entry, references));
  }
  if (!isRecord(body)) return body;
  return Object.fromEntries(
    Object.entries(body)
      .filter(([, member]) => !isNamed(member))
      .map(([name, member]) => [name, withoutReferences(member, references)]),
  );
}
