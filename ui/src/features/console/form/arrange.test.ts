import { describe, expect, it } from 'vitest';
import type { FieldData } from '../../../bridge';
import rows from '../../../bridge/generated/rows.json';
import { formOf, type Node } from '../model/rows';
import { calls, hasBody } from '../model/work';
import { callArrangements, groupArrangement } from './arrange';

const contract = { fields: rows.fields as FieldData[] };

/** The paths of all members below a group, in the order in which they stand. */
function placed(node: Node): string[] {
  if (node.children.length === 0) return [];
  const names = node.children.map(({ name }) => name);
  const { lines, more = [] } = groupArrangement(node.row.help, names);
  return [...lines, ...more].flat().flatMap((name) => {
    const child = node.children.find((one) => one.name === name);
    if (child === undefined) throw new Error(`${node.row.path} has no ${name}`);
    return [child.row.path, ...placed(child)];
  });
}

describe('the arrangement of the form', () => {
  it.each(calls)('has every row of the contract in one place, and no other, for %s', (call) => {
    const form = formOf(contract, call);
    const { lines, below, more } = callArrangements[call];
    const names = [...lines, ...below, ...more].flat().filter((name) => !name.startsWith('@'));
    const top = new Map(
      form.body.flatMap((node) =>
        node.name === 'clientRequest'
          ? node.children.map((child) => [`clientRequest.${child.name}`, child] as const)
          : [[node.name, node] as const],
      ),
    );
    const found = names.flatMap((name) => {
      const node = top.get(name);
      if (node === undefined) throw new Error(`${call} has no ${name}`);
      return [node.row.path, ...placed(node)];
    });
    // The announced start is made of the rows of start, which are counted there.
    const own = found.filter((path) => path.startsWith(`${call}.`));
    const wanted = contract.fields
      .map(({ path }) => path)
      .filter((path) => path.startsWith(`${call}.`) && path !== `${call}.clientRequest`);
    expect([...own].sort()).toEqual([...wanted].sort());
    expect(wanted.length > 0, 'calls with a body have rows').toBe(hasBody(call));
  });

  it('announces a start with every member of one', () => {
    const acquire = formOf(contract, 'acquire');
    const request = acquire.body.find(({ name }) => name === 'clientRequest');
    const announced = request?.children.find(({ name }) => name === 'startParameter');
    expect(announced?.children.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['token', 'storageConfig', 'recordingConfig']),
    );
  });

  it('shows every part of an address where it is needed', () => {
    const parts = (call: keyof typeof callArrangements) =>
      callArrangements[call].lines.flat().filter((name) => name.startsWith('@'));
    expect(parts('acquire')).toEqual([]);
    expect(parts('start')).toEqual(['@resourceid']);
    for (const call of ['query', 'update', 'updateLayout', 'stop'] as const) {
      expect(parts(call), call).toEqual(['@resourceid', '@sid']);
    }
    expect(parts('channelUsers')).toEqual(['@channel', '@hostsOnly']);
  });
});
