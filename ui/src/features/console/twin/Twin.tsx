import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
} from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { searchKeymap } from '@codemirror/search';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { useEffect, useMemo, useRef } from 'react';
import type { Call } from '../../../bridge';
import { type Messages, useMessages } from '../../../messages';
import { useCheck } from '../model/check';
import { tokensOf } from '../model/pointer';
import { setText, useConsole } from '../model/store';
import { textOf } from '../model/work';
import { completions } from './complete';
import { showFindings } from './findings';
import { explanations } from './hover';
import { look } from './look';
import { setShown } from './place';
import { type SecretWords, secretMarks, setSecretWords } from './secretMarks';
import { rangeOf } from './syntax';
import styles from './Twin.module.css';

/** The change came from the form: it needs no way back there. */
const fromForm = Annotation.define<boolean>();

/** The form's changes reach the text this much later, so that typing there never waits; in milliseconds. */
const BEHIND_MS = 40;

function nonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce || (meta?.getAttribute('nonce') ?? '');
}

/** The smallest change that makes one text of another: cursor and scroll stay where nothing changes. */
export function difference(before: string, after: string) {
  let from = 0;
  const most = Math.min(before.length, after.length);
  while (from < most && before[from] === after[from]) from += 1;
  let end = 0;
  while (end < most - from && before[before.length - 1 - end] === after[after.length - 1 - end])
    end += 1;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}

function extensions(words: () => Messages): Extension {
  return [
    EditorView.cspNonce.of(nonce()),
    lineNumbers(),
    lintGutter(),
    codeFolding(),
    foldGutter(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    json(),
    look,
    secretMarks,
    explanations(words),
    autocompletion({
      override: [(context) => completions(context, words())],
      icons: false,
    }),
    // Undo is the console's own: it goes across form and text.
    keymap.of([
      ...closeBracketsKeymap,
      // Ctrl+Enter sends.
      ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
      ...searchKeymap,
      ...foldKeymap,
      ...completionKeymap,
      ...lintKeymap,
    ]),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      if (update.transactions.some((one) => one.annotation(fromForm))) return;
      setText(update.state.doc.toString());
    }),
  ];
}

/** The present call's body as JSON text. It follows the form, and the form follows it. */
export default function Twin({ say }: { say: SecretWords['say'] }) {
  const m = useMessages();
  const words = useRef(m);
  words.current = m;
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const contract = useConsole((state) => state.contract);
  const secrets = useMemo((): SecretWords => {
    const rows = contract?.fields.filter(({ secret }) => secret) ?? [];
    return { names: new Set(rows.map(({ path }) => path.slice(path.lastIndexOf('.') + 1))), say };
  }, [contract, say]);

  useEffect(() => {
    if (holder.current === null) return;
    const label = EditorView.contentAttributes.of({
      'aria-label': words.current.api.twin.label,
      // It is reached by keyboard anyway; this says so where the text is longer than its box.
      tabindex: '0',
      'data-testid': 'twin',
    });
    const made = (text: string) =>
      EditorState.create({ doc: text, extensions: [extensions(() => words.current), label] });
    // Each call's cursor is where it was left.
    const states = new Map<Call, EditorState>();
    let { call } = useConsole.getState();
    const editor = new EditorView({
      parent: holder.current,
      state: made(textOf(useConsole.getState(), call)),
    });
    view.current = editor;
    setShown((field) => {
      const { from, to } = rangeOf(editor.state, tokensOf(field));
      editor.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      editor.focus();
    });

    const follow = () => {
      const state = useConsole.getState();
      if (state.call !== call) {
        states.set(call, editor.state);
        call = state.call;
        editor.setState(states.get(call) ?? made(textOf(state, call)));
        editor.dispatch({ effects: setSecretWords.of(latest.current) });
      }
      const text = textOf(state, call);
      const before = editor.state.doc.toString();
      if (text !== before) {
        editor.dispatch({ changes: difference(before, text), annotations: fromForm.of(true) });
      }
      showFindings(editor, words.current);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(follow, BEHIND_MS);
    };
    const offs = [
      useConsole.subscribe((now, before) => {
        const { call: open } = now;
        const isSameText =
          open === before.call &&
          now.bodies[open] === before.bodies[open] &&
          now.texts[open] === before.texts[open];
        if (!isSameText) later();
      }),
      useCheck.subscribe((now, before) => {
        if (now.issues !== before.issues) later();
      }),
    ];
    showFindings(editor, words.current);
    return () => {
      for (const off of offs) off();
      clearTimeout(timer);
      setShown(null);
      view.current = null;
      editor.destroy();
    };
  }, []);

  const latest = useRef(secrets);
  latest.current = secrets;
  useEffect(() => {
    view.current?.dispatch({ effects: setSecretWords.of(secrets) });
  }, [secrets]);
  // The marks are in the person's language.
  useEffect(() => {
    if (view.current !== null) showFindings(view.current, m);
  }, [m]);

  return <div ref={holder} className={styles.editor} />;
}
