import type { ReactNode } from 'react';
import type { Failure } from '../bridge';
import { useMessages } from '../messages';
import { Button } from './Button';
import styles from './FailureNote.module.css';
import { Fold } from './Fold';
import { Icon } from './Icon';
import { toast } from './Toast';

export interface FailureNoteProps {
  failure: Failure;
  /** The one button: what it does; its words come from the failure unless given. */
  action?: { label?: string; onPress: () => void } | ReactNode;
  onDismiss?: () => void;
}

/** What happened, why most likely, one button; code and raw answer folded below. */
export function FailureNote({ failure, action, onDismiss }: FailureNoteProps) {
  const { failures, shell } = useMessages();
  const words = failures[failure.code];
  return (
    <div className={styles.note} role="alert" data-testid="failure" data-code={failure.code}>
      <p className={styles.title}>
        <Icon name="warn" size={15} />
        {words.title}
      </p>
      <p className={styles.why}>{words.why(failure.params)}</p>
      <div className={styles.actions}>
        {isPress(action) ? (
          <Button size="sm" onPress={action.onPress} testId="failure-action">
            {action.label ?? words.button}
          </Button>
        ) : (
          action
        )}
        {onDismiss ? (
          <Button size="sm" variant="ghost" onPress={onDismiss}>
            {shell.dismiss}
          </Button>
        ) : null}
      </div>
      <Fold title={shell.details}>
        <dl className={styles.details}>
          {facts(failure).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="mono">{value}</dd>
            </div>
          ))}
        </dl>
        {failure.details ? <pre className={styles.raw}>{failure.details}</pre> : null}
        <Button size="sm" icon="copy" onPress={() => copy(failure, shell.copied)}>
          {shell.copyForSupport}
        </Button>
      </Fold>
    </div>
  );
}

function isPress(
  action: FailureNoteProps['action'],
): action is { label?: string; onPress: () => void } {
  return typeof action === 'object' && action !== null && 'onPress' in action;
}

function facts(failure: Failure): [string, string][] {
  const rows: [string, string | number | null][] = [
    ['code', failure.code],
    ['HTTP', failure.status],
    ['Agora', failure.serviceCode],
    ['reason', failure.reason],
    ['message', failure.message],
  ];
  return rows.flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[name, String(value)] as [string, string]],
  );
}

/** The text that "Copy for support" puts on the clipboard. The studio has taken secrets out already. */
export function supportText(failure: Failure): string {
  const lines = facts(failure).map(([name, value]) => `${name}: ${value}`);
  for (const issue of failure.issues) lines.push(`issue: ${issue.code} at ${issue.path}`);
  if (failure.details) lines.push('', failure.details);
  return lines.join('\n');
}

async function copy(failure: Failure, done: string) {
  await navigator.clipboard.writeText(supportText(failure));
  toast(done);
}
