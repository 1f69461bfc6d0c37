import type { FieldData, Issue, OptionData } from '../../../bridge';
import type { Messages } from '../../../messages';

type Words = Record<string, { label: string; help: string } | undefined>;
type Options = Record<string, Record<string, string> | undefined>;

/** A field's label and its sentence of help. */
export function wordsOf(m: Messages, row: Pick<FieldData, 'help' | 'path'>) {
  return (m.contract.fields as Words)[row.help] ?? { label: row.path, help: '' };
}

/** An option by name. */
export function optionName(m: Messages, row: FieldData, option: OptionData): string {
  return (m.contract.options as Options)[row.help]?.[option.name] ?? option.name;
}

/** A value as a person reads it: an option by its name, a number with its unit. */
export function valueWords(m: Messages, row: FieldData, value: unknown): string {
  if (Array.isArray(value)) {
    return value.map((one) => valueWords(m, row, one)).join(', ') || m.api.empty;
  }
  const option = row.options.find((one) => one.value === value);
  if (option !== undefined) return `${optionName(m, row, option)} (${option.value})`;
  if (typeof value === 'boolean') return value ? m.api.on : m.api.off;
  if (value === '') return m.api.empty;
  const unit = typeof value === 'number' && row.unit !== null ? m.api.units[row.unit] : undefined;
  return unit === undefined ? String(value) : `${value} ${unit}`;
}

/** What the contract knows of a field beside its help, in a few words each. */
export function factsOf(m: Messages, row: FieldData): string[] {
  const { api } = m;
  const facts: string[] = [];
  if (row.default !== null) facts.push(api.standard(valueWords(m, row, row.default)));
  const isNumber = row.control === 'number';
  if (isNumber && row.min !== null && row.max !== null) {
    facts.push(api.between(String(row.min), String(row.max)));
  } else if (isNumber && row.min !== null) facts.push(api.atLeast(String(row.min)));
  else if (row.max !== null && row.options.length === 0) {
    if (isNumber || row.kind === 'texts') facts.push(api.atMost(String(row.max)));
  }
  if (row.modes.length < 3) {
    facts.push(api.onlyIn(row.modes.join(', ')));
  }
  facts.push(row.legacy ? api.legacy : api.since(row.since));
  return facts;
}

export function issueWords(m: Messages, issue: Issue): string {
  return m.issues[issue.code](issue.params);
}
