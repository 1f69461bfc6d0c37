import { useMemo, useState } from 'react';
import type { ImportedCall } from '../../../bridge';
import { Choice, Icon, SearchField } from '../../../kit';
import { type Messages, useMessages } from '../../../messages';
import { isRecord } from '../answer/pointer';
import { Raw } from '../answer/Raw';
import styles from './PasteCall.module.css';
import type { SecretChoice } from './references';

const choices: readonly SecretChoice[] = ['keep', 'once', 'leave'];

export interface FoundProps {
  calls: readonly ImportedCall[];
  chosen: number;
  onChoose: (index: number) => void;
  secrets: SecretChoice;
  onSecrets: (choice: SecretChoice) => void;
}

/** What was found in a pasted text: which call it is, what is in its address, and which secrets it holds. */
export function Found({ calls, chosen, onChoose, secrets, onSecrets }: FoundProps) {
  const m = useMessages();
  const words = m.consoleAnswers.paste;
  const one = calls[chosen];
  if (one === undefined) return null;
  return (
    <div className={styles.found} data-testid="paste-call-found">
      {calls.length > 1 ? <Several calls={calls} chosen={chosen} onChoose={onChoose} /> : null}
      <dl className={styles.rows}>
        {rowsOf(one, m).map(([name, api, value]) => (
          <div key={name}>
            <dt>
              {name} {api === name ? null : <span className={styles.api}>{api}</span>}
            </dt>
            <dd className="mono">{value}</dd>
          </div>
        ))}
      </dl>
      {one.otherAppId === null ? null : <Note>{words.otherAppId(one.otherAppId)}</Note>}
      {one.hadSignIn ? <Note>{words.signIn}</Note> : null}
      {one.held.length === 0 ? null : (
        <div className={styles.secrets} data-testid="paste-call-secrets">
          <b>{words.secrets(one.held.length)}</b>
          <Choice
            label={words.secrets(one.held.length)}
            items={choices.map((id) => ({ id, label: words.secretChoice[id] }))}
            value={secrets}
            onChange={onSecrets}
            testId="paste-call-secret-choice"
          />
          <p className="sub">{words.secretsHint[secrets]}</p>
        </div>
      )}
      {one.call.body === null ? null : (
        <div className={styles.body}>
          <Raw label={words.found} text={JSON.stringify(one.call.body, null, 2)} />
        </div>
      )}
    </div>
  );
}

function Note({ children }: { children: string }) {
  return (
    <p className={styles.note}>
      <Icon name="info" size={14} />
      {children}
    </p>
  );
}

function Several({ calls, chosen, onChoose }: Pick<FoundProps, 'calls' | 'chosen' | 'onChoose'>) {
  const words = useMessages().consoleAnswers.paste;
  const [search, setSearch] = useState('');
  const fitting = useMemo(() => {
    const wanted = search.toLowerCase();
    const named = calls.map((one, index) => ({
      index,
      name: one.name || words.unnamed(index + 1),
      call: one.call.call,
    }));
    return named.filter(({ name, call }) => `${name} ${call}`.toLowerCase().includes(wanted));
  }, [calls, search, words]);
  return (
    <fieldset className={styles.several}>
      <legend>{words.choose(calls.length)}</legend>
      {calls.length > 8 ? (
        <SearchField
          label={words.filter}
          value={search}
          onChange={setSearch}
          placeholder={words.filter}
        />
      ) : null}
      <div className={styles.list}>
        {fitting.map(({ index, name, call }) => (
          <label key={index} className={styles.one}>
            <input
              type="radio"
              name="found"
              checked={index === chosen}
              onChange={() => onChoose(index)}
              data-testid={`paste-call-one-${index}`}
            />
            <span className="ellipsis">{name}</span>
            <span className={styles.api}>{call}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What stands in the address and around the body: label, the API's name, value. */
function rowsOf({ call }: ImportedCall, m: Messages): [string, string, string][] {
  const words = m.consoleAnswers.paste;
  const body = isRecord(call.body) ? call.body : {};
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const hasMode = call.call !== 'acquire' && call.call !== 'channelUsers';
  const all: [string, string, string][] = [
    [words.call, words.call, call.call],
    [words.mode, 'mode', hasMode ? call.mode : ''],
    [words.channel, 'cname', call.channel || text(body.cname)],
    [words.recorderId, 'uid', text(body.uid)],
    [words.resourceId, 'resourceId', call.resourceId],
    [words.sid, 'sid', call.sid],
  ];
  return all.filter(([, , value]) => value !== '');
}
