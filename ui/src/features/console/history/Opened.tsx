import { useMemo } from 'react';
import type { CallEntry, CallSummary, ConsoleCall } from '../../../bridge';
import { useStorages } from '../../../data';
import { Button, FailureNote, Fold, toast } from '../../../kit';
import { useMessages } from '../../../messages';
import { AnswerPanel } from '../answer/AnswerPanel';
import { parsed } from '../answer/pointer';
import { Raw } from '../answer/Raw';
import { ExportCalls } from './ExportCalls';
import styles from './History.module.css';
import { MakeRecording } from './MakeRecording';
import { resent } from './resend';
import { useEntry } from './useEntry';

export interface OpenedProps {
  summary: CallSummary;
  accountId: string;
  onResend: (call: ConsoleCall) => void;
  onCompare: () => void;
  onClose: () => void;
}

/** One call of the history: what was asked, what came back, and what can be made of it. */
export function Opened({ summary, accountId, onResend, onCompare, onClose }: OpenedProps) {
  const m = useMessages();
  const words = m.consoleAnswers.history;
  const storages = useStorages().data ?? [];
  const { entry, failure, again } = useEntry(summary.id, `${summary.status} ${summary.elapsed}`);
  if (failure) return <FailureNote failure={failure} action={{ again, lookAgain: again }} />;
  if (entry === null) return <p className="sub">{words.loading}</p>;

  function resend(one: CallEntry) {
    const { call, left } = resent(one, accountId, storages);
    onResend(call);
    onClose();
    if (left.length === 0) toast(words.resent);
    else toast(words.resentWithout(left.join(', ')), { stayMs: 12_000 });
  }

  return (
    <div className={styles.opened} data-testid="history-opened">
      <div className={styles.actions}>
        <Button size="sm" variant="primary" onPress={() => resend(entry)} testId="history-resend">
          {words.resend}
        </Button>
        <Button size="sm" onPress={onCompare} testId="history-compare">
          {words.compare}
        </Button>
        {summary.call === 'start' ? <MakeRecording id={summary.id} onDone={onClose} /> : null}
        <ExportCalls ids={[summary.id]} testId="history-export" />
      </div>
      <p className={`mono ${styles.address}`}>
        {entry.method} {entry.address}
      </p>
      <p className="sub">{summary.origin === 'console' ? words.byConsole : words.byRecorder}</p>
      <Fold title={words.request} defaultOpen testId="history-request">
        <Request text={entry.request} />
      </Fold>
      <AnswerPanel entry={entry} />
    </div>
  );
}

function Request({ text }: { text: string }) {
  const words = useMessages().consoleAnswers.history;
  const shown = useMemo(() => {
    const value = parsed(text);
    return value === undefined ? text : JSON.stringify(value, null, 2);
  }, [text]);
  if (text.trim() === '' || text.trim() === 'null') return <p className="sub">{words.noRequest}</p>;
  const lines = shown.split('\n').length;
  return (
    <div className={styles.request} style={{ height: Math.min(220, lines * 18 + 14) }}>
      <Raw label={words.request} text={shown} testId="history-request-text" />
    </div>
  );
}
