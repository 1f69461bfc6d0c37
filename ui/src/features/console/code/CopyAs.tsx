import type { CodeLanguage, ConsoleCall } from '../../../bridge';
import { MenuButton, toast } from '../../../kit';
import { useMessages } from '../../../messages';
import { copyText } from '../../../recordings/copy';
import { languages } from './CodeView';
import { codeOf } from './useCode';

/** Copies the call as a command line or a program. */
export function CopyAs({ call }: { call: ConsoleCall }) {
  const m = useMessages();
  const words = m.consoleAnswers.code;
  async function copy(language: CodeLanguage) {
    try {
      if (await copyText(await codeOf(call, language))) toast(m.shell.copied);
      else toast(m.shell.copyFailed, { tone: 'bad' });
    } catch {
      toast(m.shell.copyFailed, { tone: 'bad' });
    }
  }
  return (
    <MenuButton
      label={words.copyAs}
      items={languages.map((id) => ({ id, label: words.languages[id] }))}
      onAction={(id) => void copy(id as CodeLanguage)}
      testId="copy-as"
    />
  );
}
