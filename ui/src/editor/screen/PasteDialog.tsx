import { useEffect, useRef, useState } from 'react';
import { asFailure, call, type Issue, type LayoutImported } from '../../bridge';
import { Button, Dialog } from '../../kit';
import { useMessages } from '../../messages';
import { fixOf, placeOf } from '../imported';
import styles from './Editor.module.css';

/** The most that is read of a file: the largest legal layout is far below. */
const MOST_BYTES = 2_000_000;

/** Takes a layout from text or a file; says at each place what was not legal, and keeps the rest. */
export function PasteDialog({
  people,
  initial = '',
  onTake,
  onClose,
}: {
  people: number;
  initial?: string;
  onTake: (imported: LayoutImported, text: string) => void;
  onClose: () => void;
}) {
  const { editor } = useMessages();
  const [text, setText] = useState(initial);
  const [wrong, setWrong] = useState<readonly Issue[] | null>(null);
  const [taken, setTaken] = useState<readonly Issue[]>([]);
  const file = useRef<HTMLInputElement | null>(null);

  async function take(from: string) {
    setWrong(null);
    try {
      const imported = await call('layout_import', { text: from, people });
      onTake(imported, from);
      // Regions over each other are no loss: the panel says it where they are.
      const told = imported.issues.filter((issue) => issue.code !== 'regionsOverlap');
      if (told.length === 0) onClose();
      else setTaken(told);
    } catch (thrown) {
      setWrong(asFailure(thrown).issues);
    }
  }

  // What was dropped or pasted is taken at once; the dialog stays where there is something to say.
  const first = useRef(take);
  useEffect(() => {
    if (initial.trim() !== '') void first.current(initial);
  }, [initial]);

  async function read(chosen: File | undefined) {
    if (chosen === undefined) return;
    if (chosen.size > MOST_BYTES) {
      setWrong([]);
      return;
    }
    const content = await chosen.text();
    setText(content);
    await take(content);
  }

  const isDone = taken.length > 0;
  return (
    <Dialog
      title={editor.pasteTitle}
      isOpen
      onClose={onClose}
      size="lg"
      testId="paste-dialog"
      actions={
        isDone ? (
          <Button variant="primary" onPress={onClose} testId="paste-done">
            {editor.pasteDone}
          </Button>
        ) : (
          <>
            <Button onPress={() => file.current?.click()}>{editor.pasteFile}</Button>
            <Button
              variant="primary"
              isDisabled={text.trim() === ''}
              onPress={() => void take(text)}
              testId="paste-take"
            >
              {editor.pasteTake}
            </Button>
          </>
        )
      }
    >
      <p className="sub">{isDone ? editor.pasteIssues : editor.pasteText}</p>
      {isDone ? (
        <Issues issues={taken} isDone />
      ) : (
        <>
          <textarea
            className={styles.paste}
            aria-label={editor.pasteField}
            value={text}
            spellCheck={false}
            rows={12}
            onChange={(event) => setText(event.target.value)}
            data-testid="paste-text"
          />
          <input
            ref={file}
            type="file"
            accept=".json,.txt,application/json"
            hidden
            aria-label={editor.pasteFile}
            data-testid="paste-file"
            onChange={(event) => void read(event.target.files?.[0])}
          />
          {wrong === null ? null : (
            <div role="alert" className={styles.wrong} data-testid="paste-wrong">
              {editor.pasteWrong}
              <Issues issues={wrong} isDone={false} />
            </div>
          )}
        </>
      )}
    </Dialog>
  );
}

/** What is wrong, each at the place where it is, and what was done about it. */
function Issues({ issues, isDone }: { issues: readonly Issue[]; isDone: boolean }) {
  const messages = useMessages();
  const { editor } = messages;
  return (
    <ul className={styles.issues} data-testid="paste-issues">
      {issues.map((issue) => {
        const { line, column } = issue.params;
        const at = line && column ? editor.line(line, column) : issue.path;
        const place = placeOf(issue);
        const fix = isDone ? fixOf(issue) : null;
        return (
          <li key={`${issue.code} ${issue.path}`}>
            {place === null ? null : <b>{editor.pasteAt[place.kind](place.number)} </b>}
            {at ? <span className="mono">{at}</span> : null}{' '}
            {messages.issues[issue.code](issue.params)}
            {fix === null ? null : ` ${editor.pasteFixed[fix]}`}
          </li>
        );
      })}
    </ul>
  );
}
