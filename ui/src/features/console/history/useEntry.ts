import { useEffect, useState } from 'react';
import { asFailure, type CallEntry, call, type Failure } from '../../../bridge';

/**
 * One call with all that is known of it. `stamp` changes when there is more to know, as when its answer
 * came; the old one stays until the new one is there.
 */
export function useEntry(
  id: number,
  stamp: string,
): { entry: CallEntry | null; failure: Failure | null; again: () => void } {
  const [state, setState] = useState<{ entry: CallEntry | null; failure: Failure | null }>({
    entry: null,
    failure: null,
  });
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stamp or turn asks anew
  useEffect(() => {
    let isLatest = true;
    call('call_get', { id }).then(
      (entry) => isLatest && setState({ entry, failure: null }),
      (thrown) => isLatest && setState({ entry: null, failure: asFailure(thrown) }),
    );
    return () => {
      isLatest = false;
    };
  }, [id, stamp, turn]);
  const isThis = state.entry?.summary.id === id;
  return {
    entry: isThis ? state.entry : null,
    failure: state.failure,
    again: () => setTurn((one) => one + 1),
  };
}
