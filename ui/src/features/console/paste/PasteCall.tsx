import { useEffect, useRef, useState } from 'react';
import {
  asFailure,
  type ConsoleCall,
  call,
  type Failure,
  type ImportedCall,
} from '../../../bridge';
import { Button, Dialog, FailureNote, formatBytes, toast } from '../../../kit';
import { useMessages } from '../../../messages';
import { Found } from './Found';
import styles from './PasteCall.module.css';
import { type SecretChoice, withoutReferences, withReferences } from './references';

/** The most that is read of a file: collections grow large, calls do not. */
const MOST_BYTES = 5_000_000;

export interface PasteCallProps {
  accountId: string;
  /** What was pasted or dropped already. */
  initial?: string;
  onTake: (call: ConsoleCall) => void;
  onClose: () => void;
}

/**
 * Takes a call from text or a file: shows what was found, asks what shall become of secrets in it, and hands
 * it over. The text itself is forgotten as soon as it is read, for it may hold secrets.
 */
export function PasteCall({ accountId, initial = '', onTake, onClose }: PasteCallProps) {
  const m = useMessages();
  const words = m.consoleAnswers.paste;
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly ImportedCall[] | null>(null);
  const [chosen, setChosen] = useState(0);
  const [secrets, setSecrets] = useState<SecretChoice>('keep');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const file = useRef<HTMLInputElement | null>(null);

  async function read(from: string) {
    setFailure(null);
    setWrong(null);
    setBusy(true);
    try {
      const { calls } = await call('console_import', { accountId, text: from });
      if (calls.length === 0) setWrong(words.wrong);
      else {
        setText('');
        setFound(calls);
        setChosen(0);
      }
    } catch (thrown) {
      const failed = asFailure(thrown);
      // What cannot be read stays, to be mended.
      setText(from);
      if (failed.code === 'invalid') setWrong(words.wrong);
      else setFailure(failed);
    } finally {
      setBusy(false);
    }
  }

  const first = useRef(read);
  useEffect(() => {
    if (initial.trim() !== '') void first.current(initial);
  }, [initial]);

  async function open(picked: File | undefined) {
    if (picked === undefined) return;
    if (picked.size > MOST_BYTES) {
      setWrong(words.tooLarge(formatBytes(MOST_BYTES, m.locale)));
      return;
    }
    await read(await picked.text());
  }

  async function take() {
    const one = found?.[chosen];
    if (one === undefined || isBusy) return;
    setBusy(true);
    setFailure(null);
    try {
      onTake({ ...one.call, body: await bodyOf(one, secrets) });
      toast(words.taken);
      onClose();
    } catch (thrown) {
      setFailure(asFailure(thrown));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      size="lg"
      testId="paste-call"
      actions={
        found === null ? (
          <>
            <Button onPress={() => file.current?.click()} isDisabled={isBusy}>
              {words.file}
            </Button>
            <Button
              variant="primary"
              isDisabled={text.trim() === ''}
              isPending={isBusy}
              onPress={() => void read(text)}
              testId="paste-call-read"
            >
              {words.read}
            </Button>
          </>
        ) : (
          <>
            <Button variant="ghost" onPress={() => setFound(null)}>
              {words.back}
            </Button>
            <Button
              variant="primary"
              autoFocus
              isPending={isBusy}
              onPress={() => void take()}
              testId="paste-call-take"
            >
              {words.take}
            </Button>
          </>
        )
      }
    >
      {found === null ? (
        <>
          <p className="sub">{words.text}</p>
          <textarea
            autoFocus
            className={styles.text}
            aria-label={words.field}
            value={text}
            spellCheck={false}
            rows={11}
            onChange={(event) => setText(event.target.value)}
            data-testid="paste-call-text"
          />
          <input
            ref={file}
            type="file"
            hidden
            aria-label={words.file}
            data-testid="paste-call-file"
            onChange={(event) => void open(event.target.files?.[0])}
          />
          {wrong === null ? null : (
            <p role="alert" className={styles.wrong} data-testid="paste-call-wrong">
              {wrong}
            </p>
          )}
        </>
      ) : (
        <Found
          calls={found}
          chosen={chosen}
          onChoose={setChosen}
          secrets={secrets}
          onSecrets={setSecrets}
        />
      )}
      {failure === null ? null : (
        <FailureNote
          failure={failure}
          action={{ again: () => void (found === null ? read(text) : take()) }}
        />
      )}
    </Dialog>
  );
}

/** The body with its secrets where they were wanted. */
async function bodyOf(one: ImportedCall, choice: SecretChoice): Promise<unknown> {
  const { held } = one;
  const { body } = one.call;
  if (held.length === 0 || choice === 'once') return body;
  if (choice === 'leave') return withoutReferences(body, held);
  const { references } = await call('secret_keep', { references: held });
  const renamed = new Map(held.map((from, index) => [from, references[index] ?? from]));
  return withReferences(body, renamed);
}
