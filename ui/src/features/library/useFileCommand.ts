import { useState } from 'react';
import { asFailure, call, type Failure } from '../../bridge';

/** Opens a file outside, or shows it in its folder; keeps what went wrong. */
export function useFileCommand(
  name: 'file_open' | 'file_reveal',
  id: string,
): { run: (file: string) => void; failure: Failure | null } {
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = (file: string) => {
    setFailure(null);
    call(name, { id, name: file }).catch((thrown) => setFailure(asFailure(thrown)));
  };
  return { run, failure };
}
