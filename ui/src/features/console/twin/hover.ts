import { syntaxTree } from '@codemirror/language';
import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view';
import type { Messages } from '../../../messages';
import { factsOf, wordsOf } from '../form/words';
import { formOf, nodesAt } from '../model/rows';
import { useConsole } from '../model/store';
import { tokensAt } from './syntax';

function line(parent: HTMLElement, className: string, text: string): void {
  const element = document.createElement('div');
  element.className = className;
  element.textContent = text;
  parent.append(element);
}

/** Explains the member under the pointer in the contract's words. */
export function explanations(words: () => Messages) {
  return hoverTooltip((view: EditorView, place: number, side): Tooltip | null => {
    const node = syntaxTree(view.state).resolveInner(place, side);
    const inner = node.name === 'PropertyName' ? node : null;
    const { contract, call } = useConsole.getState();
    if (inner === null || contract === null) return null;
    const tokens = tokensAt(view.state, inner);
    const way = nodesAt(formOf(contract, call), tokens);
    const m = words();
    return {
      pos: inner.from,
      end: inner.to,
      above: true,
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'cm-explanation';
        const row = way?.at(-1)?.node.row;
        if (row === undefined) line(dom, 'cm-explanation-help', m.api.twin.unknown);
        else {
          const { label, help } = wordsOf(m, row);
          line(dom, 'cm-explanation-label', label);
          line(dom, 'cm-explanation-help', help);
          line(dom, 'cm-explanation-facts', factsOf(m, row).join(' · '));
        }
        return { dom };
      },
    };
  });
}
