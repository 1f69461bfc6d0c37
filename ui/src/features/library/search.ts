/**
 * Whether a text holds every word of a query, in any order and letter case. An empty query matches.
 */
export function matches(query: string, text: string): boolean {
  const all = fold(text);
  return fold(query)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
