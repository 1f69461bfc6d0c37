import type { Call, ContractData, FieldData, Mode } from '../../../bridge';
import { isSame, type Tokens, valueAt } from './pointer';

/** A row of the contract in its place. */
export interface Node {
  row: FieldData;
  /** The member's name. */
  name: string;
  /** Members of a group, or of each entry of a list of groups. */
  children: readonly Node[];
}

/** All that a call asks for. */
export interface CallForm {
  /** The body's members; none where the call has no body. */
  body: readonly Node[];
  /** Every row of the call, by path. */
  byPath: ReadonlyMap<string, FieldData>;
}

const known = new WeakMap<readonly FieldData[], Map<Call, CallForm>>();

/** The call's rows as a tree, in the contract's order. */
export function formOf(contract: Pick<ContractData, 'fields'>, call: Call): CallForm {
  let forms = known.get(contract.fields);
  if (forms === undefined) {
    forms = new Map();
    known.set(contract.fields, forms);
  }
  let form = forms.get(call);
  if (form === undefined) {
    form = build(contract.fields, call);
    forms.set(call, form);
  }
  return form;
}

interface Growing extends Node {
  children: Growing[];
}

function build(fields: readonly FieldData[], call: Call): CallForm {
  const own = fields.filter((row) => row.path.startsWith(`${call}.`));
  const byPath = new Map(own.map((row) => [row.path, row]));
  const nodes = new Map<string, Growing>();
  const top: Growing[] = [];
  for (const row of own) {
    const at = row.path.lastIndexOf('.');
    const node: Growing = { row, name: row.path.slice(at + 1), children: [] };
    nodes.set(row.path, node);
    const parent = nodes.get(row.path.slice(0, at).replace(/\[\]$/, ''));
    (parent?.children ?? top).push(node);
  }
  const announced = nodes.get('acquire.clientRequest.startParameter');
  if (announced !== undefined && announced.children.length === 0) {
    // What is announced is a start's request, so it is made of the rows of start.
    const start = build(fields, 'start');
    const request = start.body.find(({ name }) => name === 'clientRequest');
    announced.children = [...(request?.children ?? [])] as Growing[];
    for (const [path, row] of start.byPath) byPath.set(path, row);
  }
  return { body: top, byPath };
}

/** A row's way into the body; `[]` stands for a place in a list. The call itself is left out. */
export function rowTokens(path: string): string[] {
  return path
    .split('.')
    .slice(1)
    .flatMap((part) => (part.endsWith('[]') ? [part.slice(0, -2), '[]'] : [part]));
}

/** Whether a field has a use there: in this way of recording, and with what else the body says. */
export function isShown(
  form: CallForm,
  row: FieldData,
  tokens: Tokens,
  body: unknown,
  mode: Mode,
): boolean {
  if (!row.modes.includes(mode)) return false;
  // The service wants a number there even where the vendor has no regions.
  if (row.show.length === 0 || row.help === 'storageConfig.region') return true;
  const own = rowTokens(row.path);
  return row.show.every(({ path, is }) => {
    const other = rowTokens(path);
    let shared = 0;
    while (shared < own.length && own[shared] === other[shared]) shared += 1;
    const base = tokens.slice(0, tokens.length - (own.length - shared));
    const value =
      valueAt(body, [...base, ...other.slice(shared)]) ?? form.byPath.get(path)?.default;
    return is.some((one) => isSame(one, value));
  });
}

/** The nodes on the way to a value, outermost first; `null` where the contract does not know it. */
export function nodesAt(form: CallForm, tokens: Tokens): { node: Node; tokens: string[] }[] | null {
  const way: { node: Node; tokens: string[] }[] = [];
  let among = form.body;
  let walked: string[] = [];
  for (const token of tokens) {
    walked = [...walked, token];
    const last = way.at(-1);
    if (last?.node.row.control === 'groups' && walked.length === last.tokens.length + 1) continue;
    const node = among.find(({ name }) => name === token);
    // Entries of a list of texts have no rows of their own: they belong to the list.
    if (node === undefined)
      return last !== undefined && last.node.children.length === 0 ? way : null;
    way.push({ node, tokens: walked });
    among = node.children;
  }
  return way;
}

/** Calls back for every value of the body that the contract knows, groups before their members. */
export function walk(
  form: CallForm,
  body: unknown,
  visit: (node: Node, tokens: string[], value: unknown) => 'skip' | undefined,
): void {
  const go = (nodes: readonly Node[], at: unknown, before: string[]) => {
    for (const node of nodes) {
      const tokens = [...before, node.name];
      const value = valueAt(at, [node.name]);
      if (value === undefined || visit(node, tokens, value) === 'skip') continue;
      if (node.row.control === 'groups' && Array.isArray(value)) {
        value.forEach((entry, place) => {
          go(node.children, entry, [...tokens, String(place)]);
        });
      } else if (node.children.length > 0) {
        go(node.children, value, tokens);
      }
    }
  };
  go(form.body, body, []);
}
