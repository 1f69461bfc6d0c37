import { useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Issue } from '../../bridge';
import { Button, Icon } from '../../kit';
import { useMessages } from '../../messages';
import styles from './Console.module.css';
import { jumpTo } from './form/jump';
import { issueWords, wordsOf } from './form/words';
import { fieldOf, useCheck } from './model/check';
import { tokensOf } from './model/pointer';
import { formOf, nodesAt } from './model/rows';
import { moveMember, useConsole } from './model/store';
import { showInText } from './twin/place';

/** Goes to the first thing to fix; answers whether there is one. */
export function goToFirst(issues: readonly Issue[]): boolean {
  const [first] = issues;
  if (first === undefined) return false;
  goTo(first);
  return true;
}

function goTo({ path }: Issue): void {
  const state = useConsole.getState();
  const field = fieldOf(state, state.call, path);
  // What the form has no place for is shown in the text.
  const isKnown = !path.startsWith('/') || isInForm(path);
  if (isKnown && field !== '') jumpTo(field);
  else showInText(path);
}

/** Whether the open call's form has a field there. */
export function isInForm(path: string): boolean {
  const { contract, call } = useConsole.getState();
  if (!path.startsWith('/') || path.length < 2) return false;
  return contract !== null && nodesAt(formOf(contract, call), tokensOf(path)) !== null;
}

/** How many things are to fix, and which. */
export function Issues() {
  const { api } = useMessages();
  const { issues, isBehind, hasFailed } = useCheck();
  const isBroken = useConsole(({ texts, call }) => texts[call]?.isBroken ?? false);
  const [isOpen, setOpen] = useState(false);
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.length - errors;
  const text = isBroken
    ? api.twin.broken
    : hasFailed
      ? api.uncheckable
      : errors > 0
        ? api.toFix(errors)
        : warnings > 0
          ? api.toMind(warnings)
          : api.fine;
  if (issues.length === 0 || isBroken) {
    return (
      <span
        className={styles.verdict}
        data-look={isBroken || hasFailed ? 'warn' : isBehind ? 'behind' : 'ok'}
        role="status"
        data-testid="verdict"
      >
        {text}
      </span>
    );
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton
        className={styles.verdict}
        data-look={errors > 0 ? 'bad' : 'warn'}
        data-testid="verdict"
      >
        {text}
        <Icon name="chevron" size={12} />
      </AriaButton>
      <Popover className={styles.popover} placement="bottom end" offset={6}>
        <Dialog aria-label={api.issues} className={styles.issues}>
          <ul>
            {issues.map((issue) => (
              <Row
                key={`${issue.code}${issue.path}`}
                issue={issue}
                onGo={() => {
                  setOpen(false);
                  // The popover gives the focus back first.
                  setTimeout(() => goTo(issue), 60);
                }}
              />
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Row({ issue, onGo }: { issue: Issue; onGo: () => void }) {
  const m = useMessages();
  const move = useCheck(({ moves }) => moves.find(({ from }) => from === issue.path));
  const contract = useConsole((state) => state.contract);
  const call = useConsole((state) => state.call);
  const tokens = tokensOf(issue.path.startsWith('/') ? issue.path : '');
  const way = contract === null ? null : nodesAt(formOf(contract, call), tokens);
  const row =
    way?.at(-1)?.node.row ?? contract?.fields.find(({ path }) => path === `path.${issue.path}`);
  const name = row === undefined ? (tokens.at(-1) ?? m.api.wholeBody) : wordsOf(m, row).label;
  return (
    <li className={styles.issue} data-severity={issue.severity}>
      <button type="button" className={styles.issueText} onClick={onGo}>
        <b>{name}</b>
        <span>{issueWords(m, issue)}</span>
        {issue.path.startsWith('/') ? <small className="mono">{issue.path}</small> : null}
      </button>
      {move === undefined ? null : (
        <Button
          size="sm"
          testId={`move:${move.from}`}
          onPress={() => moveMember(move.from, move.to)}
        >
          {m.api.twin.moveThere}
        </Button>
      )}
    </li>
  );
}
