import { useEffect, useState } from 'react';
import {
  asFailure,
  type CodeLanguage,
  type ConsoleCall,
  call,
  type Failure,
} from '../../../bridge';

/** How long the call must rest before its program is written anew, in milliseconds. */
const REST_MS = 200;

export interface Code {
  /** The program; `null` until it is there for the first time. */
  text: string | null;
  failure: Failure | null;
}

export async function codeOf(composed: ConsoleCall, language: CodeLanguage): Promise<string> {
  return (await call('console_code', { call: composed, language })).text;
}

/** The present call as a program. The last one stays until the next is there, so that nothing flickers. */
export function useCode(composed: ConsoleCall, language: CodeLanguage): Code {
  const [code, setCode] = useState<Code & { language: CodeLanguage }>({
    text: null,
    failure: null,
    language,
  });
  // Drawing anew does not make another call of it.
  const key = JSON.stringify(composed);
  useEffect(() => {
    let isLatest = true;
    const timer = setTimeout(() => {
      codeOf(JSON.parse(key) as ConsoleCall, language).then(
        (text) => isLatest && setCode({ text, failure: null, language }),
        (thrown) => isLatest && setCode({ text: null, failure: asFailure(thrown), language }),
      );
    }, REST_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [key, language]);
  return code.language === language ? code : { text: null, failure: null };
}
