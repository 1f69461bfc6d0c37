import { useState } from 'react';
import { go } from '../app/route';
import { asFailure, type Failure, type Recording } from '../bridge';
import { useAccounts, useSettings } from '../data';
import { setDraft } from '../draft';
import { Button, FailureNote } from '../kit';
import { useMessages } from '../messages';

/** Fills the Record form with what this recording was made with, and goes there. */
export function RecordAgain({
  recording,
  variant = 'plain',
}: {
  recording: Recording;
  variant?: 'plain' | 'primary';
}) {
  const m = useMessages();
  const { settings, save } = useSettings();
  const accounts = useAccounts().data ?? [];
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isPending, setPending] = useState(false);

  const press = async () => {
    setPending(true);
    setFailure(null);
    try {
      // An account that was deleted meanwhile gives way to the chosen one.
      const isThere = accounts.some((account) => account.id === recording.setup.accountId);
      const accountId = isThere ? recording.setup.accountId : settings.accountId;
      const draft = { ...recording.setup, accountId };
      setDraft(draft);
      await save({ accountId, draft });
      go({ screen: 'record' });
    } catch (thrown) {
      setFailure(asFailure(thrown));
      setPending(false);
    }
  };

  return (
    <>
      <Button variant={variant} isPending={isPending} onPress={press} testId="record-again">
        {m.library.again}
      </Button>
      {failure === null ? null : (
        <FailureNote failure={failure} onDismiss={() => setFailure(null)} />
      )}
    </>
  );
}
