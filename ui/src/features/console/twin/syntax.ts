import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

/** The name of a member, without its quotation marks. */
function nameOf(state: EditorState, property: SyntaxNode): string {
  const name = property.getChild('PropertyName');
  return name === null ? '' : state.sliceDoc(name.from + 1, name.to - 1);
}

const VALUES = ['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null'];

function isValue(node: SyntaxNode): boolean {
  return VALUES.includes(node.name);
}

export function valueNode(property: SyntaxNode): SyntaxNode | null {
  const { lastChild } = property;
  return lastChild !== null && isValue(lastChild) ? lastChild : null;
}

function entriesOf(list: SyntaxNode): SyntaxNode[] {
  const entries: SyntaxNode[] = [];
  for (let child = list.firstChild; child !== null; child = child.nextSibling) {
    if (isValue(child)) entries.push(child);
  }
  return entries;
}

/** Where a value stands in the text: its member with the name, or as much of its way as there is. */
export function rangeOf(
  state: EditorState,
  tokens: readonly string[],
): { from: number; to: number } {
  let node = syntaxTree(state).topNode.firstChild;
  let range = { from: node?.from ?? 0, to: node === null ? 0 : Math.min(node.from + 1, node.to) };
  for (const token of tokens) {
    if (node === null) return range;
    if (node.name === 'Array') {
      node = entriesOf(node)[Number(token)] ?? null;
      if (node !== null) range = { from: node.from, to: node.to };
    } else if (node.name === 'Object') {
      const members = node.getChildren('Property').filter((one) => nameOf(state, one) === token);
      // Written twice, the last one counts.
      const member = members.at(-1) ?? null;
      if (member === null) return range;
      range = { from: member.from, to: member.to };
      node = valueNode(member);
    } else return range;
  }
  return range;
}

/** How long the text may be read for the place where it stops being JSON, in milliseconds. */
const READING_MS = 100;

/**
 * Where a text stops being JSON, by its syntax: not every web view says with its own error where that is. A
 * text whose syntax is right but which still can't be read, as with an unknown escape, is marked at its start.
 */
export function brokenAt(state: EditorState): { from: number; to: number } {
  const { length } = state.doc;
  const tree = ensureSyntaxTree(state, length, READING_MS) ?? syntaxTree(state);
  let found: { from: number; to: number } | null = null;
  tree.iterate({
    enter: ({ type, from, to }) => {
      if (type.isError && found === null) found = { from, to };
      return found === null;
    },
  });
  return found ?? { from: 0, to: Math.min(1, length) };
}

/** The way to the member or entry that a node belongs to. */
export function tokensAt(state: EditorState, node: SyntaxNode): string[] {
  const tokens: string[] = [];
  let child = node;
  for (let parent = node.parent; parent !== null; child = parent, parent = parent.parent) {
    if (parent.name === 'Property') tokens.unshift(nameOf(state, parent));
    else if (parent.name === 'Array') {
      const place = entriesOf(parent).findIndex((one) => one.from === child.from);
      if (place !== -1) tokens.unshift(String(place));
    }
  }
  return tokens;
}
