import type { Mode } from '../../bridge';
import { Button, FailureNote, useNow } from '../../kit';
import { useMessages } from '../../messages';
import styles from './Console.module.css';
import { CopyAs } from './code/CopyAs';
import { goToFirst } from './Issues';
import { useCheck } from './model/check';
import { acquireAndStart, send } from './model/send';
import { callOf, useConsole } from './model/store';

/** Whether the check found errors in what would be sent. */
export function useHasErrors(): boolean {
  return useCheck(({ issues }) => issues.some(({ severity }) => severity === 'error'));
}

/**
 * Whether nothing stands against sending; otherwise it goes to what is to fix first. Where acquire
 * comes before, it gives the resource that is still missing.
 */
function isReady(hasAcquire: boolean): boolean {
  const { issues: all, isBehind } = useCheck.getState();
  const issues = hasAcquire ? all.filter(({ path }) => path !== 'resourceid') : all;
  const { texts, call } = useConsole.getState();
  const hasErrors = issues.some(({ severity }) => severity === 'error');
  if (texts[call]?.isBroken) return false;
  if (hasErrors && !isBehind) {
    goToFirst(issues);
    return false;
  }
  return true;
}

/** Sends the call, or goes to what is to fix first. Answers whether it was sent. */
export function trySend(): boolean {
  if (!isReady(false)) return false;
  void send(false);
  return true;
}

export function SendBar({ onSent }: { onSent: () => void }) {
  const m = useMessages();
  const { api } = m;
  const call = useConsole((state) => state.call);
  const since = useConsole(({ sending }) => sending[call]);
  const isBusy = useConsole(({ sending }) => Object.keys(sending).length > 0);
  const refusal = useConsole((state) => state.refusal);
  const isBroken = useConsole(({ texts }) => texts[call]?.isBroken ?? false);
  const hasErrors = useHasErrors();
  return (
    <footer className={styles.bar} id="console-send">
      {refusal === null ? null : (
        <FailureNote failure={refusal} onDismiss={() => useConsole.setState({ refusal: null })} />
      )}
      <div className={styles.barRow}>
        <Button
          variant="primary"
          isPending={since !== undefined}
          testId="console-send"
          onPress={() => {
            if (trySend()) onSent();
          }}
        >
          {since === undefined ? api.send.send(api.callName[call]) : <Since since={since} />}
        </Button>
        {call === 'start' || call === 'acquire' ? (
          <Button
            isPending={isBusy}
            testId="console-both"
            onPress={() => {
              // A start that would be refused is not worth a recorder.
              if (call === 'start' && !isReady(true)) return;
              void acquireAndStart(false);
              onSent();
            }}
          >
            {api.send.both}
          </Button>
        ) : null}
        {hasErrors || isBroken ? (
          <Button
            variant="ghost"
            isPending={isBusy}
            testId="console-anyway"
            onPress={() => {
              void send(true);
              onSent();
            }}
          >
            {api.send.anyway}
          </Button>
        ) : null}
      </div>
      <div className={styles.barRow}>
        <p className={`${styles.barNote} grow`}>
          {isBroken ? api.send.brokenText : hasErrors ? api.send.anywayHint : api.secret.note}
        </p>
        <Copy />
      </div>
    </footer>
  );
}

function Since({ since }: { since: number }) {
  const { api } = useMessages();
  const now = useNow(200);
  return api.send.sending((Math.max(0, now - since) / 1000).toFixed(1));
}

function Copy() {
  const state = useConsole();
  return <CopyAs call={callOf(state)} />;
}

export const modes: readonly Mode[] = ['individual', 'mix', 'web'];
