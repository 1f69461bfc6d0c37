import type { Call, FieldData, Mode } from '../../../bridge';
import type { Messages } from '../../../messages';

type Words = Record<string, { label: string; help: string } | undefined>;
type Options = Record<string, Record<string, string> | undefined>;

export function fieldWords(field: FieldData, m: Messages): { label: string; help: string } {
  return (m.contract.fields as Words)[field.help] ?? { label: field.path, help: '' };
}

/** Which parts of the address a call has. */
const addresses: Record<Call, readonly string[]> = {
  acquire: ['path.appid'],
  start: ['path.appid', 'path.resourceid', 'path.mode'],
  query: ['path.appid', 'path.resourceid', 'path.sid', 'path.mode'],
  update: ['path.appid', 'path.resourceid', 'path.sid', 'path.mode'],
  updateLayout: ['path.appid', 'path.resourceid', 'path.sid', 'path.mode'],
  stop: ['path.appid', 'path.resourceid', 'path.sid', 'path.mode'],
  channelUsers: ['path.appid'],
};

/**
 * The fields of a call: those that the mode knows, or, where something is looked for, all in which
 * every word of it occurs.
 */
export function fieldsOf(
  fields: readonly FieldData[],
  call: Call,
  mode: Mode,
  search: string,
  m: Messages,
): FieldData[] {
  const own = fields.filter(
    ({ path }) => path.startsWith(`${call}.`) || addresses[call].includes(path),
  );
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return own.filter(({ modes }) => modes.includes(mode));
  return own.filter((field) => {
    const { label, help } = fieldWords(field, m);
    const text = `${field.path} ${label} ${help}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** What the rows say of a field besides its help: names and values, as they are shown. */
export function factsOf(field: FieldData, m: Messages): [string, string][] {
  const words = m.consoleAnswers.code;
  const kind = words.kinds[field.kind] ?? field.kind;
  const unit = field.unit === null ? null : (words.units[field.unit] ?? field.unit);
  const isForAll = field.modes.length === 3;
  const all: [string, string | null][] = [
    [words.facts.kind, unit === null ? kind : `${kind}, ${unit}`],
    [words.facts.range, field.options.length > 0 ? null : range(field, m)],
    [
      words.facts.options,
      field.options.map(({ value }) => optionWords(field, value, m)).join(' · ') || null,
    ],
    [words.facts.standard, standard(field, m)],
    [
      words.facts.modes,
      isForAll ? null : field.modes.map((mode) => m.contract.options['path.mode'][mode]).join(', '),
    ],
    [words.facts.since, field.legacy ? words.legacy : field.since],
  ];
  return all.filter((fact): fact is [string, string] => fact[1] !== null);
}

function range({ min, max }: FieldData, m: Messages): string | null {
  const words = m.consoleAnswers.code;
  if (min !== null && max !== null) return words.between(String(min), String(max));
  if (min !== null) return words.atLeast(String(min));
  return max === null ? null : words.atMost(String(max));
}

/** An option by its name, with what goes to the wire behind it. */
function optionWords(field: FieldData, value: unknown, m: Messages): string {
  const option = field.options.find((one) => one.value === value);
  if (option === undefined) return String(value);
  const name = (m.contract.options as Options)[field.help]?.[option.name] ?? option.name;
  return `${name} (${value})`;
}

function standard(field: FieldData, m: Messages): string | null {
  const words = m.consoleAnswers.code;
  const value = field.default;
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) {
    return value.map((one) => optionWords(field, one, m)).join(', ') || words.emptyText;
  }
  return value === '' ? words.emptyText : optionWords(field, value, m);
}
