import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asFailure, type Failure } from '../../bridge';
import { KEYCHAIN } from './useKeychain';

/** Sends a form: one press at a time, and what went wrong stays until the next one. */
export function useSubmit(send: () => Promise<void>): {
  submit: () => void;
  isPending: boolean;
  failure: Failure | null;
} {
  const client = useQueryClient();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const submit = async () => {
    if (isPending) return;
    setPending(true);
    setFailure(null);
    try {
      await send();
    } catch (thrown) {
      const found = asFailure(thrown);
      setFailure(found);
      if (found.code.startsWith('keychain')) client.invalidateQueries({ queryKey: KEYCHAIN });
    } finally {
      setPending(false);
    }
  };
  return { submit, isPending, failure };
}
