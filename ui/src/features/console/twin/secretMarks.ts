import { syntaxTree } from '@codemirror/language';
import { type EditorState, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { referenceOf } from '../model/secrets';
import { valueNode } from './syntax';

/** What the marks need to know: names of members that hold secrets, and words for references. */
export interface SecretWords {
  names: ReadonlySet<string>;
  /** What is shown in the place of a reference. */
  say: (reference: string) => string;
}

export const setSecretWords = StateEffect.define<SecretWords>();

class Chip extends WidgetType {
  constructor(readonly text: string) {
    super();
  }

  eq(other: Chip): boolean {
    return other.text === this.text;
  }

  toDOM(): HTMLElement {
    const chip = document.createElement('span');
    chip.className = 'cm-secret-chip';
    chip.textContent = `••• ${this.text}`;
    return chip;
  }
}

const masked = Decoration.mark({ class: 'cm-secret' });

interface Marks {
  words: SecretWords | null;
  set: DecorationSet;
  length: number;
}

function marksOf(state: EditorState, words: SecretWords | null): DecorationSet {
  if (words === null) return Decoration.none;
  const marks: Range<Decoration>[] = [];
  syntaxTree(state).iterate({
    enter: ({ node, name }) => {
      if (name !== 'Property') return;
      const value = valueNode(node);
      const label = node.getChild('PropertyName');
      if (value === null || label === null) return;
      if (value.name !== 'String' && value.name !== 'Number') return;
      const text = state.sliceDoc(value.from, value.to).replace(/^"|"$/g, '');
      if (referenceOf(text) !== null) {
        const widget = new Chip(words.say(text));
        marks.push(Decoration.replace({ widget }).range(value.from + 1, value.to - 1));
      } else if (words.names.has(state.sliceDoc(label.from + 1, label.to - 1))) {
        const quote = value.name === 'String' ? 1 : 0;
        const [from, to] = [value.from + quote, value.to - quote];
        if (from < to) marks.push(masked.range(from, to));
      }
    },
  });
  return Decoration.set(marks, true);
}

/** Secrets in the text: references as words, everything else in the place of one as dots. */
export const secretMarks = StateField.define<Marks>({
  create: (state) => ({ words: null, set: marksOf(state, null), length: 0 }),
  update(marks, transaction) {
    let { words } = marks;
    for (const effect of transaction.effects) if (effect.is(setSecretWords)) words = effect.value;
    // The tree can grow without a change of the text: a long text is read piece by piece.
    const { length } = syntaxTree(transaction.state);
    if (words === marks.words && !transaction.docChanged && length === marks.length) return marks;
    return { words, set: marksOf(transaction.state, words), length };
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ set }) => set),
    // A reference is one thing: the cursor steps over it.
    EditorView.atomicRanges.of((view) => {
      const { set } = view.state.field(field);
      return set.update({ filter: (_from, _to, { spec }) => spec.widget !== undefined });
    }),
  ],
});
