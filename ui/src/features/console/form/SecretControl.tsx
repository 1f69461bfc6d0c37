import { memo, useRef, useState } from 'react';
import { asFailure } from '../../../bridge';
import { useAccounts, useStorages } from '../../../data';
import { Button, Icon, toast } from '../../../kit';
import { useMessages } from '../../../messages';
import { hold, keep, referenceOf, storageReference } from '../model/secrets';
import { storageName } from '../model/storages';
import { useConsole } from '../model/store';
import { TOKEN } from '../model/work';
import { FieldFrame, lookOf, useIssues } from './FieldFrame';
import styles from './Form.module.css';
import { Pick, type PickItem } from './Pick';
import { type FieldProps, useField } from './useField';
import { useLateFocus } from './useLateFocus';
import { wordsOf } from './words';

const NONE = 'none';
const TYPE = 'type';
const THIS = 'this';

/** By then a list that closed has given the focus back, in milliseconds. */
const SETTLES_MS = 600;

/** A secret: made, of a storage, or typed. Whatever it is, the page has only a reference to it. */
export const SecretControl = memo(function SecretControl({ node, field }: FieldProps) {
  const m = useMessages();
  const { api } = m;
  const words = api.secret;
  const { row } = node;
  const state = useField(field);
  const { id, value, set } = state;
  const issues = useIssues(field);
  const storages = useStorages().data ?? [];
  const accountId = useConsole(({ accountId }) => accountId);
  const account = useAccounts().data?.find((one) => one.id === accountId);
  const [isTyping, setTyping] = useState(false);
  const { label } = wordsOf(m, row);
  const reference = referenceOf(value);
  const isToken = row.help === 'start.token';
  const key = storageKey(row.help);

  const items: PickItem[] = [];
  if (isToken) items.push({ id: TOKEN, label: words.made, description: words.madeHint });
  if (key !== null) {
    for (const storage of storages) {
      if (!storage.hasKeys && !storage.practice) continue;
      items.push({
        id: storageReference(storage.id, key),
        label: words.storage(storageName(m, storage)),
      });
    }
  }
  const isKnown = typeof value === 'string' && items.some((item) => item.id === value);
  const shown = () => {
    if (value === undefined) return words.none;
    if (reference === null) return words.bare;
    if (reference.kind === 'token') return words.made;
    if (reference.kind === 'held') return words.held;
    if (reference.kind === 'kept') return words.kept;
    const storage = storages.find((one) => one.id === reference.id);
    return words.storage(storage === undefined ? reference.id : storageName(m, storage));
  };
  if (value !== undefined && !isKnown) items.push({ id: THIS, label: shown() });
  items.push({ id: TYPE, label: words.typed }, { id: NONE, label: words.none });

  const isImpossible = reference?.kind === 'token' && account?.hasCertificate === false;
  return (
    <FieldFrame
      node={node}
      field={field}
      state={state}
      note={
        <>
          {isImpossible && !account.practice ? (
            <span className={styles.warn}>{words.noCertificate}</span>
          ) : null}
          {reference?.kind === 'held' ? (
            <span>
              {words.keepHint}{' '}
              <button
                type="button"
                className={styles.link}
                data-testid={`keep:${field}`}
                onClick={() => void keepIt(String(value))}
              >
                {words.keep}
              </button>
            </span>
          ) : null}
        </>
      }
    >
      {isTyping ? (
        <Typed
          id={id}
          field={field}
          label={words.value(label)}
          onDone={(typed) => {
            setTyping(false);
            if (typed !== null) set(typed);
          }}
        />
      ) : (
        <Pick
          id={id}
          label={label}
          look={lookOf(issues)}
          testId={`field:${field}`}
          items={items}
          chosen={value === undefined ? NONE : isKnown ? String(value) : THIS}
          onChoose={(chosen) => {
            if (chosen === TYPE) setTyping(true);
            else if (chosen !== THIS) set(chosen === NONE ? undefined : chosen);
          }}
          start={
            value === undefined ? null : (
              <span className={reference === null ? styles.warn : styles.caret}>
                <Icon name={reference === null ? 'warn' : 'accounts'} size={14} />
              </span>
            )
          }
        >
          {value === undefined ? <span className={styles.unset}>{shown()}</span> : shown()}
        </Pick>
      )}
    </FieldFrame>
  );

  async function keepIt(held: string) {
    try {
      const [kept] = await keep([held]);
      if (kept !== undefined) set(kept);
    } catch (thrown) {
      toast(m.failures[asFailure(thrown).code].title, { tone: 'bad' });
    }
  }
});

function storageKey(help: string): 'accessKey' | 'secretKey' | null {
  if (help === 'storageConfig.accessKey') return 'accessKey';
  return help === 'storageConfig.secretKey' ? 'secretKey' : null;
}

/** Where a secret is typed: it leaves the page when the field is left. */
function Typed({
  id,
  field,
  label,
  onDone,
}: {
  id: string;
  field: string;
  label: string;
  onDone: (reference: string | null) => void;
}) {
  const m = useMessages();
  const words = m.api.secret;
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  // Whoever chose to type it is about to.
  const input = useLateFocus<HTMLInputElement>(true);
  const begun = useRef(performance.now());

  async function take(isKept: boolean) {
    if (isBusy) return;
    if (text === '') {
      onDone(null);
      return;
    }
    setBusy(true);
    try {
      const held = await hold(text);
      const [kept] = isKept ? await keep([held]) : [held];
      setText('');
      onDone(kept ?? held);
    } catch (thrown) {
      setBusy(false);
      toast(m.failures[asFailure(thrown).code].title, { tone: 'bad' });
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only looks where the focus goes
    <span
      className={styles.field}
      style={{ gap: 6 }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        // A slow list may let go of the focus only now: that is nobody who leaves.
        if (text === '' && performance.now() - begun.current < SETTLES_MS) {
          setTimeout(() => input.current?.focus());
          return;
        }
        void take(false);
      }}
    >
      <span className={styles.box}>
        <input
          id={id}
          type="password"
          ref={input}
          autoComplete="off"
          spellCheck={false}
          className={`${styles.input} ${styles.mono}`}
          aria-label={label}
          aria-describedby={`${id}-help`}
          value={text}
          data-testid={`field:${field}`}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
              event.preventDefault();
              void take(false);
            } else if (event.key === 'Escape') {
              event.preventDefault();
              onDone(null);
            }
          }}
        />
      </span>
      <span className={styles.buttons}>
        <Button size="sm" isPending={isBusy} onPress={() => void take(false)} testId="secret-use">
          {words.use}
        </Button>
        <Button size="sm" isPending={isBusy} onPress={() => void take(true)} testId="secret-keep">
          {words.keep}
        </Button>
      </span>
    </span>
  );
}
