/** Where in a JSON text something is being written, however unfinished the text is. */
export interface TextContext {
  /** Way to the object or list that it stands in. */
  container: string[];
  /** A member's name, or a value. */
  kind: 'name' | 'value';
  /** Of a value in an object: its member's name; in a list: its place. */
  name: string;
  /** Where the word that is being written begins, with its quotation mark. */
  from: number;
}

interface Level {
  isList: boolean;
  /** The member or place that is being written. */
  name: string;
  /** The member's name is over, its value follows. */
  isAfterColon: boolean;
}

/** Reads the text up to a place. `null` outside of every object and list. */
export function contextAt(text: string, place: number): TextContext | null {
  const levels: Level[] = [];
  let at = 0;
  let from = place;
  let isInWord = false;
  while (at < place) {
    const sign = text[at] ?? '';
    const level = levels.at(-1);
    if (sign === '"') {
      const end = endOfText(text, at);
      if (end >= place) return found(levels, at);
      if (level && !level.isList && !level.isAfterColon) level.name = unquoted(text, at, end);
      at = end + 1;
      isInWord = false;
      continue;
    }
    if (/[\w.$-]/.test(sign)) {
      if (!isInWord) from = at;
      isInWord = true;
    } else {
      isInWord = false;
    }
    if (sign === '{') levels.push({ isList: false, name: '', isAfterColon: false });
    else if (sign === '[') levels.push({ isList: true, name: '0', isAfterColon: true });
    else if (sign === '}' || sign === ']') levels.pop();
    else if (sign === ':' && level) level.isAfterColon = true;
    else if (sign === ',' && level) {
      if (level.isList) level.name = String(Number(level.name) + 1);
      else {
        level.name = '';
        level.isAfterColon = false;
      }
    }
    at += 1;
  }
  return found(levels, isInWord ? from : place);
}

function found(levels: readonly Level[], from: number): TextContext | null {
  const level = levels.at(-1);
  if (level === undefined) return null;
  const container = levels.slice(0, -1).map(({ name }) => name);
  return {
    container,
    kind: level.isAfterColon ? 'value' : 'name',
    name: level.name,
    from,
  };
}

/** The place of the quotation mark that ends a text, or the end of its line where none does. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') {
    at += text[at] === '\\' ? 2 : 1;
  }
  return at;
}

function unquoted(text: string, start: number, end: number): string {
  return text.slice(start + 1, end);
}
