import { useState } from 'react';
import type { Call, CallOrigin, ConsoleCall } from '../../../bridge';
import {
  Button,
  Choice,
  Dialog,
  EmptyState,
  FailureNote,
  Fold,
  formatBytes,
  formatNumber,
  SearchField,
  Select,
  useNow,
} from '../../../kit';
import { useMessages } from '../../../messages';
import { calls } from '../model/work';
import { CallRows } from './CallRows';
import { Compare } from './Compare';
import { ExportCalls } from './ExportCalls';
import styles from './History.module.css';
import { Keeping } from './Keeping';
import { Opened } from './Opened';
import { nothing, type Selection } from './selection';
import { type CallFilter, type Calls, useCalls } from './useCalls';

export interface HistoryDialogProps {
  accountId: string;
  /** Opens a call in the form; nothing is sent by it. */
  onResend: (call: ConsoleCall) => void;
  onClose: () => void;
}

/** Every call of the app, newest first: to look at, compare, send again, keep for support. */
export function HistoryDialog({ accountId, onResend, onClose }: HistoryDialogProps) {
  const words = useMessages().consoleAnswers.history;
  const [filter, setFilter] = useState<CallFilter>({ search: '', origin: null, call: null });
  const [selection, setSelection] = useState<Selection>(nothing);
  const [isPicking, setPicking] = useState(false);
  const history = useCalls(filter);
  const now = useNow(60_000);

  function select(next: Selection) {
    // The second one has been picked.
    if (next.chosen !== selection.chosen) setPicking(false);
    setSelection(next);
  }

  return (
    <Dialog title={words.title} isOpen onClose={onClose} size="xl" testId="history">
      <div className={styles.columns}>
        <div className={styles.left}>
          <Filters filter={filter} onFilter={setFilter} />
          {isPicking ? (
            <p className={styles.picking} role="status">
              {words.comparePick}
              <Button size="sm" variant="ghost" onPress={() => setPicking(false)}>
                {words.compareEnd}
              </Button>
            </p>
          ) : null}
          <List history={history} filter={filter} onFilter={setFilter}>
            <CallRows
              calls={history.calls}
              selection={selection}
              onSelect={select}
              isPicking={isPicking}
              onEnd={history.more}
              now={now}
            />
          </List>
          <Foot
            history={history}
            onCleared={() => {
              setSelection(nothing);
              history.reload();
            }}
          />
        </div>
        <div className={styles.right}>
          <Chosen
            history={history}
            selection={selection}
            now={now}
            accountId={accountId}
            onResend={onResend}
            onClose={onClose}
            onCompare={() => setPicking(true)}
          />
        </div>
      </div>
    </Dialog>
  );
}

interface FilterProps {
  filter: CallFilter;
  onFilter: (filter: CallFilter) => void;
}

function Filters({ filter, onFilter }: FilterProps) {
  const words = useMessages().consoleAnswers.history;
  const origins: readonly (CallOrigin | 'all')[] = ['all', 'console', 'recorder'];
  return (
    <>
      <SearchField
        label={words.search}
        value={filter.search}
        onChange={(search) => onFilter({ ...filter, search })}
        placeholder={words.searchHint}
        testId="history-search"
        autoFocus
      />
      <div className={styles.filters}>
        <Choice
          label={words.origin}
          items={origins.map((id) => ({ id, label: words.origins[id] }))}
          value={filter.origin ?? 'all'}
          onChange={(id) => onFilter({ ...filter, origin: id === 'all' ? null : id })}
          testId="history-origin"
        />
        <Select
          label={words.call}
          labelHidden
          items={[{ id: 'all', label: words.calls }, ...calls.map((id) => ({ id, label: id }))]}
          value={filter.call ?? 'all'}
          onChange={(id) => onFilter({ ...filter, call: id === 'all' ? null : (id as Call) })}
          testId="history-call"
        />
      </div>
    </>
  );
}

/** The rows, or why there are none. */
function List({
  history,
  filter,
  onFilter,
  children,
}: FilterProps & { history: Calls; children: React.ReactNode }) {
  const words = useMessages().consoleAnswers.history;
  if (history.failure) {
    const again = history.reload;
    return <FailureNote failure={history.failure} action={{ again, lookAgain: again }} />;
  }
  if (history.calls.length > 0) return children;
  if (history.isLoading) return <p className="sub">{words.loading}</p>;
  const isFiltered = filter.search !== '' || filter.origin !== null || filter.call !== null;
  return isFiltered ? (
    <EmptyState
      title={words.nothing}
      action={
        <Button onPress={() => onFilter({ search: '', origin: null, call: null })}>
          {words.showAll}
        </Button>
      }
    />
  ) : (
    <EmptyState title={words.empty} text={words.emptyText} />
  );
}

function Foot({ history, onCleared }: { history: Calls; onCleared: () => void }) {
  const m = useMessages();
  const words = m.consoleAnswers.history;
  return (
    <div className={styles.foot}>
      <p className="sub" role="status" data-testid="history-kept">
        {words.kept(formatNumber(history.kept, m.locale), formatBytes(history.bytes, m.locale))}
      </p>
      <Fold title={words.options} testId="history-options">
        <Keeping onCleared={onCleared} />
      </Fold>
    </div>
  );
}

function Chosen({
  history,
  selection,
  now,
  accountId,
  onResend,
  onCompare,
  onClose,
}: HistoryDialogProps & {
  history: Calls;
  selection: Selection;
  now: number;
  onCompare: () => void;
}) {
  const m = useMessages();
  const words = m.consoleAnswers.history;
  const chosen = history.calls.filter(({ id }) => selection.chosen.has(id));
  const [first, second] = chosen;
  if (first === undefined) return <p className="sub">{words.pick}</p>;
  if (second === undefined) {
    return (
      <Opened
        key={first.id}
        summary={first}
        accountId={accountId}
        onResend={onResend}
        onCompare={onCompare}
        onClose={onClose}
      />
    );
  }
  return (
    <>
      <div className={styles.actions}>
        <p className="grow">{words.chosen(chosen.length)}</p>
        <ExportCalls ids={chosen.map(({ id }) => id)} testId="history-export-many" />
      </div>
      {chosen.length === 2 ? <Compare first={first} second={second} now={now} /> : null}
    </>
  );
}
