import { useEffect, useRef, useState } from 'react';
import { call, type Setup, type SetupCheck } from '../../bridge';

/** How long typing must rest before the set-up is checked, in milliseconds. */
const REST_MS = 150;

export interface Checked {
  check: SetupCheck | null;
  /** The answer is about the set-up as it is now. */
  isFresh: boolean;
}

/** What the studio makes of the set-up, as it is typed. Answers that come too late are dropped. */
export function useSetupCheck(setup: Setup, isReady: boolean): Checked {
  const [answer, setAnswer] = useState<{ about: string; check: SetupCheck } | null>(null);
  const about = JSON.stringify(setup);
  const latest = useRef(about);
  latest.current = about;

  useEffect(() => {
    if (!isReady) return;
    const timer = setTimeout(() => {
      call('recording_check', JSON.parse(about) as Setup).then(
        (check) => {
          if (latest.current === about) setAnswer({ about, check });
        },
        // The start itself says what is wrong; a check that fails stays quiet.
        () => undefined,
      );
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [about, isReady]);

  return { check: answer?.check ?? null, isFresh: answer?.about === about };
}
