import { useState } from 'react';
import { asFailure, call, type Failure } from '../../bridge';
import { Button, Dialog, FailureNote, formatWhen, Select, toast } from '../../kit';
import { useMessages } from '../../messages';
import { copyText } from '../../recordings/copy';

const HOUR = 60 * 60;
const LIFETIMES = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR } as const;
type Lifetime = keyof typeof LIFETIMES;

/** Makes an address that anybody can read one file from for a while, and puts it on the clipboard. */
export function LinkDialog({
  id,
  name,
  onClose,
}: {
  id: string;
  name: string;
  onClose: () => void;
}) {
  const m = useMessages();
  const words = m.downloads.link;
  const [lifetime, setLifetime] = useState<Lifetime>('day');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isPending, setPending] = useState(false);

  const copy = async () => {
    setFailure(null);
    setPending(true);
    try {
      const link = await call('file_link', { id, name, seconds: LIFETIMES[lifetime] });
      const isThere = await copyText(link.url);
      toast(
        isThere ? words.copied(formatWhen(link.until, Date.now(), m.locale)) : m.shell.copyFailed,
        isThere ? {} : { tone: 'bad' },
      );
      if (isThere) onClose();
    } catch (thrown) {
      setFailure(asFailure(thrown));
    } finally {
      setPending(false);
    }
  };

  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      testId="link-dialog"
      actions={
        <>
          <Button variant="ghost" onPress={onClose}>
            {m.shell.cancel}
          </Button>
          <Button
            variant="primary"
            icon="copy"
            onPress={copy}
            isPending={isPending}
            testId="link-copy"
          >
            {words.copy}
          </Button>
        </>
      }
    >
      <p className="mono" style={{ overflowWrap: 'anywhere' }}>
        {name}
      </p>
      <Select
        label={words.lifetime}
        items={(Object.keys(LIFETIMES) as Lifetime[]).map((one) => ({
          id: one,
          label: words.lifetimes[one],
        }))}
        value={lifetime}
        onChange={(chosen) => setLifetime(chosen as Lifetime)}
        hint={words.note}
        testId="link-lifetime"
      />
      {failure === null ? null : (
        <FailureNote failure={failure} action={{ onPress: () => void copy() }} />
      )}
    </Dialog>
  );
}
