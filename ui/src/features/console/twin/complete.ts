import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { FieldData } from '../../../bridge';
import type { Messages } from '../../../messages';
import { optionName, wordsOf } from '../form/words';
import { isObject, valueAt } from '../model/pointer';
import { formOf, isShown, type Node, nodesAt } from '../model/rows';
import { useConsole } from '../model/store';
import { TOKEN } from '../model/work';
import { contextAt } from './context';

/** What a member begins with: its default, or the emptiest value of its kind. */
function beginning({ control, kind, default: standard }: FieldData): string {
  if (standard !== null) return JSON.stringify(standard);
  if (control === 'group') return '{}';
  if (kind === 'texts' || control === 'groups') return '[]';
  if (kind === 'flag') return 'false';
  return kind === 'text' ? '""' : '0';
}

/** Offers the members and values that the contract knows at the cursor. */
export function completions(context: CompletionContext, m: Messages): CompletionResult | null {
  const text = context.state.doc.toString();
  const here = contextAt(text, context.pos);
  const { contract, call, mode, bodies } = useConsole.getState();
  if (here === null || contract === null) return null;
  const isTyping = here.from < context.pos;
  if (!isTyping && !context.explicit) return null;
  const form = formOf(contract, call);
  const body = bodies[call];
  const isClosed = text[context.pos] === '"';
  const to = context.pos + (isClosed && text[here.from] === '"' ? 1 : 0);

  const nodesIn = (tokens: readonly string[]): readonly Node[] => {
    if (tokens.length === 0) return form.body;
    return nodesAt(form, tokens)?.at(-1)?.node.children ?? [];
  };

  if (here.kind === 'name') {
    const present = valueAt(body, here.container);
    const has = new Set(isObject(present) ? Object.keys(present) : []);
    const hasColon = /^\s*:/.test(text.slice(to));
    const options = nodesIn(here.container)
      .filter(({ name, row }) => {
        const tokens = [...here.container, name];
        return (!has.has(name) || name === here.name) && isShown(form, row, tokens, body, mode);
      })
      .map(({ name, row }): Completion => {
        const words = wordsOf(m, row);
        return {
          label: `"${name}"`,
          displayLabel: name,
          detail: words.label,
          info: words.help,
          type: 'property',
          apply: hasColon ? `"${name}"` : `"${name}": ${beginning(row)}`,
        };
      });
    return { from: here.from, to, options, validFor: /^"?\w*$/ };
  }

  const tokens = [...here.container, here.name];
  const row = nodesAt(form, tokens)?.at(-1)?.node.row;
  if (row === undefined) return null;
  const options = valuesOf(row, m);
  return options.length === 0 ? null : { from: here.from, to, options, validFor: /^"?[\w#.]*$/ };
}

function valuesOf(row: FieldData, m: Messages): Completion[] {
  if (row.kind === 'flag') {
    return ['true', 'false'].map((label) => ({ label, type: 'constant' }));
  }
  if (row.help === 'start.token') {
    return [{ label: JSON.stringify(TOKEN), detail: m.api.secret.made, type: 'constant' }];
  }
  return row.options.map((option) => ({
    label: JSON.stringify(option.value),
    detail: optionName(m, row, option),
    type: 'constant',
  }));
}
