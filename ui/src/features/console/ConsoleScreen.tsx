import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useActionHandler } from '../../actions';
import type { Mode } from '../../bridge';
import { useContract, useSettings, useStorages } from '../../data';
import { Button, Choice, FailureNote, IconButton } from '../../kit';
import { useMessages } from '../../messages';
import { AnswerPanel, type NextStep } from './answer/AnswerPanel';
import { CallList } from './CallList';
import styles from './Console.module.css';
import { CodeView } from './code/CodeView';
import { Docs } from './code/Docs';
import { Drafts, freeName } from './Drafts';
import { DraftUnsaved } from './DraftUnsaved';
import { FromRecording } from './form/AddressFields';
import { CallForm } from './form/CallForm';
import { turnAll } from './form/folds';
import { jumpTo } from './form/jump';
import { goToFirst, Issues, isInForm } from './Issues';
import { startChecking, useCheck } from './model/check';
import { loadDrafts, newDraft, startSaving } from './model/drafts';
import { pointerOf } from './model/pointer';
import { rowTokens } from './model/rows';
import { send } from './model/send';
import { storageName } from './model/storages';
import {
  callOf,
  goToCall,
  openCall,
  redo,
  resetBody,
  setMode,
  undo,
  useConsole,
} from './model/store';
import { hasBody } from './model/work';
import { usePastedCall } from './paste/usePastedCall';
import { SecretsBanner } from './SecretsBanner';
import { modes, SendBar, trySend } from './SendBar';
import { referenceWords } from './twin/words';

const Twin = lazy(() => import('./twin/Twin'));
const HistoryDialog = lazy(() =>
  import('./history/HistoryDialog').then((module) => ({ default: module.HistoryDialog })),
);
const PasteCall = lazy(() =>
  import('./paste/PasteCall').then((module) => ({ default: module.PasteCall })),
);
const TokenReader = lazy(() =>
  import('./token/TokenReader').then((module) => ({ default: module.TokenReader })),
);

type Part = 'form' | 'body' | 'answer';
type Side = 'body' | 'code' | 'docs';
type Over = { kind: 'history' } | { kind: 'token' } | { kind: 'paste'; text: string } | null;

/** Single calls of the API: a form, the same as text, and what came back. */
export default function ConsoleScreen() {
  const { api } = useMessages();
  const contract = useContract();
  const isReady = useConsole((state) => state.contract !== null);
  const [part, setPart] = useState<Part>('form');
  const [over, setOver] = useState<Over>(null);
  useConsoleStore();
  usePastedCall(useCallback((text: string) => setOver({ kind: 'paste', text }), []));
  useActions(() => setPart('answer'));
  useRefusal(useCallback(() => setPart('form'), []));

  return (
    <div className={styles.screen} data-part={part}>
      <header className={styles.top}>
        <h1>{api.title}</h1>
        <p className={`sub ${styles.lead}`}>{api.lead}</p>
        <span className="grow" />
        <UndoButtons />
        <Drafts />
        <Button testId="open-token" onPress={() => setOver({ kind: 'token' })}>
          {api.token}
        </Button>
        <Button testId="open-paste" onPress={() => setOver({ kind: 'paste', text: '' })}>
          {api.paste}
        </Button>
        <Button testId="open-history" onPress={() => setOver({ kind: 'history' })}>
          {api.history}
        </Button>
      </header>
      <DraftUnsaved />
      {contract.error ? (
        <FailureNote failure={contract.error} action={{ onPress: () => contract.refetch() }} />
      ) : null}
      <div className={styles.parts}>
        <Choice
          label={api.parts}
          items={(['form', 'body', 'answer'] as const).map((id) => ({ id, label: api[id] }))}
          value={part}
          onChange={setPart}
          testId="console-part"
        />
      </div>
      <div className={styles.columns}>
        <CallList />
        {isReady ? (
          <>
            <FormCard onSent={() => setPart('answer')} />
            <div className={styles.right}>
              <SideCard onField={() => setPart('form')} />
              <AnswerCard onGone={() => setPart('form')} />
            </div>
          </>
        ) : (
          <p className="sub">{contract.error ? null : api.loading}</p>
        )}
      </div>
      <Suspense fallback={null}>
        <Overlay over={over} onClose={() => setOver(null)} onTaken={() => setPart('form')} />
      </Suspense>
    </div>
  );
}

/** Connects the console's store to the rest of the app while the screen is shown. */
function useConsoleStore() {
  const m = useMessages();
  const contract = useContract().data;
  const { settings, isKnown } = useSettings();
  useEffect(() => {
    if (contract !== undefined) useConsole.setState({ contract });
  }, [contract]);
  useEffect(() => {
    if (isKnown) useConsole.setState({ accountId: settings.accountId });
  }, [isKnown, settings.accountId]);
  const first = freeName(m, []);
  useEffect(() => void loadDrafts(first), [first]);
  useEffect(() => startSaving(), []);
  const isReady = contract !== undefined;
  useEffect(() => (isReady ? startChecking() : undefined), [isReady]);
}

/**
 * What could not be sent is said in the form. A call that went out before the check was through can turn out to be
 * one that the service would refuse: then it goes to the field, as it does when the check was there first.
 */
function useRefusal(onForm: () => void) {
  const refusal = useConsole((state) => state.refusal);
  useEffect(() => {
    if (refusal === null) return;
    onForm();
    const errors = refusal.issues.filter(({ severity }) => severity === 'error');
    const path = errors[0]?.path ?? '';
    const isPartOfAddress = path !== '' && !path.startsWith('/');
    if (refusal.code !== 'invalid' || !(isPartOfAddress || isInForm(path))) return;
    goToFirst(errors);
    useConsole.setState({ refusal: null });
  }, [refusal, onForm]);
}

function useActions(onSent: () => void) {
  const m = useMessages();
  const hasPast = useConsole(({ history }) => history.past.length > 0);
  const hasFuture = useConsole(({ history }) => history.future.length > 0);
  const hasIssues = useCheck(({ issues }) => issues.length > 0);
  const isReady = useConsole((state) => state.contract !== null);
  useActionHandler('console.send', isReady, () => {
    if (trySend()) onSent();
  });
  useActionHandler('console.undo', hasPast, undo);
  useActionHandler('console.redo', hasFuture, redo);
  useActionHandler('console.issue', hasIssues, () => void goToFirst(useCheck.getState().issues));
  useActionHandler('console.draft', true, () => {
    const { draft } = useConsole.getState();
    void newDraft(freeName(m, [draft?.name ?? '']));
  });
}

function UndoButtons() {
  const { api } = useMessages();
  const hasPast = useConsole(({ history }) => history.past.length > 0);
  const hasFuture = useConsole(({ history }) => history.future.length > 0);
  return (
    <span className={styles.undo}>
      <IconButton
        label={api.undo}
        icon="undo"
        size="md"
        variant="ghost"
        isDisabled={!hasPast}
        onPress={undo}
        testId="console-undo"
      />
      <IconButton
        label={api.redo}
        icon="redo"
        size="md"
        variant="ghost"
        isDisabled={!hasFuture}
        onPress={redo}
        testId="console-redo"
      />
    </span>
  );
}

function FormCard({ onSent }: { onSent: () => void }) {
  const m = useMessages();
  const { api } = m;
  const call = useConsole((state) => state.call);
  const mode = useConsole((state) => state.mode);
  return (
    <section className={`${styles.card} ${styles.formCard}`} aria-label={api.form}>
      <button type="button" className={styles.skip} onClick={skipToSend}>
        {api.skip}
      </button>
      <div className={styles.formHead}>
        {call === 'channelUsers' ? (
          <span className="sub">{api.noMode}</span>
        ) : (
          <Choice<Mode>
            label={api.mode}
            items={modes.map((id) => ({ id, label: id }))}
            value={mode}
            onChange={setMode}
            testId="console-mode"
          />
        )}
        <span className="grow" />
        <Issues />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by keyboard */}
      <div className={styles.scroll} tabIndex={0}>
        <div className={styles.formTools}>
          <span className={styles.callHelp}>{api.callHelp[call]}</span>
          <span className={styles.tools}>
            {call === 'acquire' || call === 'channelUsers' ? null : <FromRecording />}
            {hasBody(call) ? (
              <>
                <Button size="sm" variant="ghost" onPress={() => turnAll(true)} testId="open-all">
                  {api.unfold}
                </Button>
                <Button size="sm" variant="ghost" onPress={() => turnAll(false)}>
                  {api.fold}
                </Button>
                <Button size="sm" variant="ghost" onPress={resetBody} testId="reset-all">
                  {api.resetAll}
                </Button>
              </>
            ) : null}
          </span>
        </div>
        <CallForm key={call} call={call} />
        {hasBody(call) ? <p className={styles.onlySet}>{api.onlySet}</p> : null}
      </div>
      <SendBar onSent={onSent} />
    </section>
  );
}

function skipToSend() {
  document.querySelector<HTMLElement>('[data-testid="console-send"]')?.focus();
}

function SideCard({ onField }: { onField: () => void }) {
  const m = useMessages();
  const { api } = m;
  const [side, setSide] = useState<Side>('body');
  const call = useConsole((state) => state.call);
  const mode = useConsole((state) => state.mode);
  const storages = useStorages().data;
  const say = useMemo(
    () =>
      referenceWords(m, (id) => {
        const found = storages?.find((one) => one.id === id);
        return found === undefined ? undefined : storageName(m, found);
      }),
    [m, storages],
  );
  return (
    <section className={`${styles.card} ${styles.sideCard}`} aria-label={api.twin.view}>
      <div className={styles.sideHead}>
        <Choice<Side>
          label={api.twin.view}
          items={(['body', 'code', 'docs'] as const).map((id) => ({ id, label: api[id] }))}
          value={side}
          onChange={setSide}
          testId="console-side"
        />
      </div>
      {side === 'body' ? (
        <>
          <SecretsBanner />
          {hasBody(call) ? (
            <>
              <Suspense fallback={<p className="sub">{api.loading}</p>}>
                <Twin say={say} />
              </Suspense>
              <p className={styles.twinHelp}>{api.twin.help}</p>
            </>
          ) : (
            <p className={`sub ${styles.padded}`}>{api.twin.none}</p>
          )}
        </>
      ) : (
        <div className={styles.padded}>
          {side === 'code' ? (
            <Code />
          ) : (
            <Docs
              call={call}
              mode={mode}
              onField={(path) => {
                onField();
                jumpTo(fieldOfPath(path));
              }}
            />
          )}
        </div>
      )}
    </section>
  );
}

/** The field of the form that belongs to a row; entries of lists are found by the first one. */
function fieldOfPath(path: string): string {
  if (path.startsWith('path.')) return `@${path.slice('path.'.length)}`;
  return pointerOf(rowTokens(path).map((token) => (token === '[]' ? '0' : token)));
}

function Code() {
  const state = useConsole();
  const { accountId, mode, address, bodies, call } = state;
  const body = bodies[call];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the call is made of these
  const composed = useMemo(() => callOf(state), [accountId, mode, address, body, call]);
  return <CodeView call={composed} />;
}

function AnswerCard({ onGone }: { onGone: () => void }) {
  const { api } = useMessages();
  const entry = useConsole(({ answers, call, latest }) => answers[call] ?? latest);
  const isSending = useConsole(({ sending }) => Object.keys(sending).length > 0);
  const next = (step: NextStep) => {
    const { mode } = useConsole.getState();
    if (step === 'again') {
      if (entry !== null) goToCall(entry.summary.call);
      void send(true);
      return;
    }
    const target = step === 'people' ? 'channelUsers' : step;
    goToCall(target);
    // A question costs nothing and is asked at once; what changes something is looked at first.
    if (target === 'query' || target === 'channelUsers') void send(false);
    else {
      onGone();
      useConsole.setState({ mode });
    }
  };
  return (
    <section
      className={`${styles.card} ${styles.answerCard}`}
      // An answer names itself.
      aria-label={entry === null ? api.answer : undefined}
      data-filled={entry === null ? undefined : ''}
    >
      <AnswerPanel entry={entry} isSending={isSending} onNext={next} />
    </section>
  );
}

function Overlay({
  over,
  onClose,
  onTaken,
}: {
  over: Over;
  onClose: () => void;
  onTaken: () => void;
}) {
  const accountId = useConsole((state) => state.accountId);
  const body = useConsole(({ bodies }) => bodies.start) as {
    cname?: unknown;
    uid?: unknown;
  } | null;
  const take = (call: Parameters<typeof openCall>[0]) => {
    openCall(call);
    onTaken();
    onClose();
  };
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  switch (over?.kind) {
    case 'history':
      return <HistoryDialog accountId={accountId} onResend={take} onClose={onClose} />;
    case 'token':
      return (
        <TokenReader
          accountId={accountId}
          channel={text(body?.cname)}
          recorderId={text(body?.uid)}
          onClose={onClose}
        />
      );
    case 'paste':
      return (
        <PasteCall accountId={accountId} initial={over.text} onTake={take} onClose={onClose} />
      );
    default:
      return null;
  }
}
