import { useState } from 'react';
import type { CodeLanguage, ConsoleCall } from '../../../bridge';
import { Button, Choice, FailureNote, toast } from '../../../kit';
import { useMessages } from '../../../messages';
import { copyText } from '../../../recordings/copy';
import { Raw } from '../answer/Raw';
import styles from './Code.module.css';
import { useCode } from './useCode';

export const languages: readonly CodeLanguage[] = ['curl', 'python', 'node', 'go', 'rust'];

/** The call as a command line or a program, in the chosen language. */
export function CodeView({ call }: { call: ConsoleCall }) {
  const m = useMessages();
  const words = m.consoleAnswers.code;
  const [language, setLanguage] = useState<CodeLanguage>('curl');
  const { text, failure } = useCode(call, language);
  async function copy() {
    if (text !== null && (await copyText(text))) toast(m.shell.copied);
    else toast(m.shell.copyFailed, { tone: 'bad' });
  }
  return (
    <div className={styles.view} data-testid="code-view">
      <div className={styles.bar}>
        <Choice
          label={words.language}
          items={languages.map((id) => ({ id, label: words.languages[id] }))}
          value={language}
          onChange={setLanguage}
          testId="code-language"
        />
        <span className="grow" />
        <Button
          size="sm"
          icon="copy"
          isDisabled={text === null}
          onPress={() => void copy()}
          testId="code-copy"
        >
          {words.copy}
        </Button>
      </div>
      {failure ? (
        <FailureNote failure={failure} />
      ) : text === null ? (
        <p className="sub">{words.making}</p>
      ) : (
        <Raw label={words.preview} text={text} testId="code-text" />
      )}
      <p className={`sub ${styles.note}`}>{words.note}</p>
    </div>
  );
}
