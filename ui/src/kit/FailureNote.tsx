import { go, useRoute } from '../app/route';
import type { Failure } from '../bridge';
import { type Messages, useMessages } from '../messages';
import { copyText } from '../recordings/copy';
import { Button } from './Button';
import styles from './FailureNote.module.css';
import { Fold } from './Fold';
import { Icon } from './Icon';
import { type Deeds, remedyFor } from './remedies';
import { toast } from './Toast';

export interface FailureNoteProps {
  failure: Failure;
  /**
   * The one button: what the screen can do about it, of which the failure's code picks, or what
   * repeats the press (`onPress`), with words of its own where `label` is given.
   */
  action?: Deeds | { label?: string; onPress: () => void };
  onDismiss?: () => void;
  /** Says what is wrong with the request, where no field stands beside that could. */
  saysIssues?: boolean;
}

/** What happened, why most likely, one button; code and raw answer folded below. */
export function FailureNote({ failure, action, onDismiss, saysIssues }: FailureNoteProps) {
  const m = useMessages();
  const { failures, issues, shell } = m;
  const words = failures[failure.code];
  const button = useButton(failure, action);
  return (
    <div className={styles.note} role="alert" data-testid="failure" data-code={failure.code}>
      <p className={styles.title}>
        <Icon name="warn" size={15} />
        {words.title}
      </p>
      <p className={styles.why}>{words.why(failure.params)}</p>
      {saysIssues
        ? failure.issues.map((issue) => (
            <p key={issue.code + issue.path} className={styles.why}>
              {issues[issue.code](issue.params)}
            </p>
          ))
        : null}
      <div className={styles.actions}>
        {button ? (
          <Button size="sm" onPress={button.onPress} testId="failure-action">
            {button.label}
          </Button>
        ) : null}
        {onDismiss ? (
          <Button size="sm" variant="ghost" onPress={onDismiss}>
            {shell.dismiss}
          </Button>
        ) : null}
      </div>
      <Fold title={shell.details}>
        <dl className={styles.details}>
          {facts(failure, m).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="mono">{value}</dd>
            </div>
          ))}
        </dl>
        {failure.details ? <pre className={styles.raw}>{failure.details}</pre> : null}
        <Button size="sm" icon="copy" onPress={() => copy(failure, m)}>
          {shell.copyForSupport}
        </Button>
      </Fold>
    </div>
  );
}

function useButton(failure: Failure, action: FailureNoteProps['action'] = {}) {
  const { remedies } = useMessages();
  const isAtAccounts = useRoute().screen === 'accounts';
  if (isPress(action) && action.label !== undefined) {
    return { label: action.label, onPress: action.onPress };
  }
  const own: Deeds = isPress(action) ? { again: action.onPress } : action;
  // Everybody can go there; who is there has it in sight.
  const deeds: Deeds = isAtAccounts ? own : { accounts: () => go({ screen: 'accounts' }), ...own };
  const remedy = remedyFor(failure.code, deeds);
  const onPress = remedy === null ? undefined : deeds[remedy];
  return remedy === null || onPress === undefined ? null : { label: remedies[remedy], onPress };
}

function isPress(
  action: NonNullable<FailureNoteProps['action']>,
): action is { label?: string; onPress: () => void } {
  return 'onPress' in action;
}

function facts(failure: Failure, m: Messages): [string, string][] {
  const names = ['code', 'status', 'serviceCode', 'reason', 'message'] as const;
  return names.flatMap((name) => {
    const value = failure[name];
    return value === null || value === '' ? [] : [[m.facts[name], String(value)]];
  });
}

/** The text that "Copy for support" puts on the clipboard. The studio has taken secrets out already. */
export function supportText(failure: Failure, m: Messages): string {
  const lines = facts(failure, m).map(([name, value]) => `${name}: ${value}`);
  for (const issue of failure.issues) lines.push(m.facts.issue(issue.code, issue.path));
  if (failure.details) lines.push('', failure.details);
  return lines.join('\n');
}

async function copy(failure: Failure, m: Messages) {
  const isThere = await copyText(supportText(failure, m));
  if (isThere) toast(m.shell.copied);
  else toast(m.shell.copyFailed, { tone: 'bad' });
}
