import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import type { Messages } from '../../../messages';
import { issueWords } from '../form/words';
import { useCheck } from '../model/check';
import { tokensOf } from '../model/pointer';
import { moveMember, useConsole } from '../model/store';
import { brokenAt, rangeOf } from './syntax';

/** Marks in the text what the check found, or where it stops being JSON. */
export function showFindings(view: EditorView, m: Messages): void {
  const { call, texts } = useConsole.getState();
  const { of, issues, moves } = useCheck.getState();
  let found: Diagnostic[] = [];
  if (texts[call]?.isBroken) {
    found = [{ ...brokenAt(view.state), severity: 'error', message: m.api.twin.broken }];
  } else if (of === call) {
    found = issues
      .filter(({ path }) => path === '' || path.startsWith('/'))
      .map((issue) => {
        const range = rangeOf(view.state, tokensOf(issue.path));
        const { from } = range;
        // Of a group its first line is enough.
        const to = Math.min(range.to, view.state.doc.lineAt(from).to);
        const move = moves.find((one) => one.from === issue.path);
        return {
          from,
          to,
          severity: issue.severity === 'error' ? 'error' : 'warning',
          message: issueWords(m, issue),
          actions:
            move === undefined
              ? []
              : [
                  {
                    name: m.api.twin.moveThere,
                    apply: () => moveMember(move.from, move.to),
                  },
                ],
        } satisfies Diagnostic;
      });
  }
  view.dispatch(setDiagnostics(view.state, found));
}
