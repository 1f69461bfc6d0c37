import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useActionHandler } from '../../actions';
import {
  call,
  type Failure,
  type Layout,
  type People,
  type Preflight,
  type Setup,
  type SetupCheck,
  type Storage,
} from '../../bridge';
import { keys, useAccounts, useCommand, useLayouts, useSettings, useStorages } from '../../data';
import { setDraft, setMore, useDraft } from '../../draft';
import { type Deeds, toast } from '../../kit';
import { useMessages } from '../../messages';
import { type Field, type FieldWords, wordsByField } from './issueFields';
import { showProgressOf } from './latest';
import { fittingLayouts, fittingStorages, resolveSetup } from './resolve';
import { type Preflighting, usePreflight } from './usePreflight';
import { useSetupCheck } from './useSetupCheck';

export interface RecordForm {
  setup: Setup;
  layout: Layout | undefined;
  layouts: Layout[];
  layoutCount: number;
  storages: Storage[];
  check: SetupCheck | null;
  people: People | null;
  /** What the recording depends on, looked at before the press. */
  preflighting: Preflighting;
  words: Partial<Record<Field, FieldWords>>;
  errors: number;
  warnings: number;
  isStarting: boolean;
  /** The press waits for what the recording depends on. */
  isLooking: boolean;
  failure: Failure | null;
  /** Sends it, or shows the first field that stands in the way. */
  start: () => void;
  /** Fills the form with these settings, and sends them. */
  startWith: (setup: Setup) => void;
  /** Fills the form with these settings. Rejects where the account they name could not be chosen. */
  fillWith: (setup: Setup) => Promise<Setup>;
  showFirstError: () => void;
  dismissFailure: () => void;
  /** What can be done from here about a start that failed. */
  deeds: Deeds;
  /** The person has been at the channel's field: from then on it says what is wrong. */
  touchChannel: () => void;
  formRef: React.RefObject<HTMLDivElement | null>;
}

const none: never[] = [];

export function useRecordForm(): RecordForm {
  const messages = useMessages();
  const client = useQueryClient();
  const { settings, save } = useSettings();
  const draft = useDraft((state) => state.setup);
  const layouts = useLayouts().data ?? none;
  const storages = useStorages().data ?? none;
  const formRef = useRef<HTMLDivElement | null>(null);
  const [isTouched, setTouched] = useState(false);
  const command = useCommand('recording_start');
  // A second press may come before the first is drawn.
  const isSent = useRef(false);
  const [isLooking, setLooking] = useState(false);

  const setup = useMemo(
    () => resolveSetup(draft, settings.accountId, layouts, storages),
    [draft, settings.accountId, layouts, storages],
  );
  const isComplete = setup.layoutId !== '' && setup.storageId !== '';
  const { check, isFresh } = useSetupCheck(setup, isComplete);

  // A name that nobody has typed yet is not called wrong before the button is pressed.
  const isQuiet = draft.channel === '' && !isTouched;
  const isInvalid = command.error?.code === 'invalid';
  // What was refused holds for what was sent; a change asks anew.
  const isWhatWasSent = JSON.stringify(command.variables) === JSON.stringify(setup);
  const refused = isInvalid && isWhatWasSent ? (command.error?.issues ?? none) : none;
  const issues = [...refused, ...(check?.issues ?? none)];
  const all = wordsByField(issues, messages);
  if (setup.storageId === '' && storages.length > 0) {
    all.saveTo = { error: messages.record.noStorage };
  }
  const words = isQuiet ? { ...all, channel: {} } : all;

  const channelError = all.channel?.error;
  const accounts = useAccounts().data ?? none;
  const account = accounts.find(({ id }) => id === setup.accountId);
  const layout = layouts.find(({ id }) => id === setup.layoutId);
  const preflighting = usePreflight(
    setup,
    isComplete && setup.channel !== '' && isFresh && channelError === undefined,
    { account, storage: storages.find(({ id }) => id === setup.storageId), layout },
  );
  const people = preflighting.preflight?.people ?? null;

  function showFirstError() {
    setTouched(true);
    // The words are drawn first; then the first field that carries some gets the focus.
    requestAnimationFrame(() => {
      const bad = formRef.current?.querySelector<HTMLElement>(
        '[aria-invalid=true], [data-invalid]',
      );
      const control = bad?.matches('input, button')
        ? bad
        : bad?.querySelector<HTMLElement>('input, button');
      control?.focus();
    });
  }

  function start() {
    if (isSent.current) return;
    const stands = isFresh && (check?.issues.some(({ severity }) => severity === 'error') ?? false);
    if (setup.channel === '' || !isComplete || stands) {
      showFirstError();
      return;
    }
    send(setup, preflighting.settle());
  }

  /** Sends it once everybody was asked and nothing is red. */
  function send(wanted: Setup, looked: Promise<Preflight | null>) {
    isSent.current = true;
    setLooking(true);
    looked
      .finally(() => setLooking(false))
      .then((preflight) => {
        // A look that failed blocks nothing: the start itself says what is wrong.
        if (preflight?.lines.some(({ level }) => level === 'bad')) {
          showWhatBlocks();
          return;
        }
        return command.mutateAsync(wanted).then((recording) => showProgressOf(recording.id));
      })
      .catch((failure: Failure) => {
        if (failure.code === 'invalid') showFirstError();
      })
      .finally(() => {
        isSent.current = false;
      });
  }

  async function fillWith(wanted: Setup): Promise<Setup> {
    // What is gone meanwhile gives way to what is there.
    const isThere = accounts.some(({ id }) => id === wanted.accountId);
    const accountId = isThere ? wanted.accountId : settings.accountId;
    const filled = { ...wanted, accountId };
    setDraft(filled);
    await save({ accountId, draft: filled });
    return resolveSetup(filled, accountId, layouts, storages);
  }

  function startWith(wanted: Setup) {
    if (isSent.current) return;
    isSent.current = true;
    setLooking(true);
    fillWith(wanted)
      .then(async (filled) => {
        const looked = call('preflight_run', { setup: filled, again: false });
        send(
          filled,
          looked.catch(() => null),
        );
      })
      .catch((failure: Failure) => {
        isSent.current = false;
        setLooking(false);
        toast(messages.failures[failure.code].title, { tone: 'bad' });
      });
  }

  /** The first button that puts right what is red gets the focus. */
  function showWhatBlocks() {
    requestAnimationFrame(() => {
      const line = document.querySelector<HTMLElement>('[data-testid=preflight] [data-level=bad]');
      line?.scrollIntoView?.({ block: 'nearest' });
      line?.querySelector<HTMLElement>('button')?.focus();
    });
  }

  useActionHandler('recording.start', !command.isPending && !isLooking, start);

  function lookAgain() {
    command.reset();
    for (const queryKey of [keys.accounts, keys.storages, keys.layouts, keys.recordings]) {
      void client.invalidateQueries({ queryKey });
    }
  }

  const deeds: Deeds = {
    again: start,
    recordAgain: start,
    lookAgain,
    checkAgain: lookAgain,
    showFields: showFirstError,
    freeId() {
      setMore({ recorderId: null });
      command.reset();
    },
  };

  const shown = Object.values(words);
  return {
    setup,
    layout,
    layouts: fittingLayouts(layouts, setup.picture),
    layoutCount: layouts.length,
    storages: fittingStorages(storages, setup.accountId === 'practice'),
    check,
    people,
    preflighting,
    words,
    errors: shown.filter(({ error }) => error !== undefined).length,
    warnings: shown.filter(({ error, warn }) => error === undefined && warn !== undefined).length,
    isLooking,
    isStarting: command.isPending,
    // The fields themselves say what is wrong with them.
    failure: isInvalid ? null : command.error,
    start,
    startWith,
    fillWith,
    showFirstError,
    dismissFailure: command.reset,
    deeds,
    touchChannel: () => setTouched(true),
    formRef,
  };
}
