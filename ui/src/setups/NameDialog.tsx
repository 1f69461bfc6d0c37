import { type FormEvent, useState } from 'react';
import { asFailure, type Failure } from '../bridge';
import { Button, Dialog, FailureNote, TextField } from '../kit';
import { useMessages } from '../messages';

/** The longest name that is taken, in characters. */
const LONGEST = 80;

/** Asks for a set-up's name. */
export function NameDialog({
  title,
  name,
  onClose,
  onNamed,
}: {
  title: string;
  /** What stands in the field at first. */
  name: string;
  onClose: () => void;
  /** Rejects where it could not be kept; the dialog stays and says why. */
  onNamed: (name: string) => Promise<void>;
}) {
  const m = useMessages();
  const words = m.setups;
  const [value, setValue] = useState(name);
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isEmpty = value.trim() === '';

  async function save() {
    setTried(true);
    if (isEmpty || isPending) return;
    setPending(true);
    setFailure(null);
    try {
      await onNamed(value.trim());
      onClose();
    } catch (thrown) {
      setFailure(asFailure(thrown));
      setPending(false);
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      testId="setup-name-dialog"
      actions={
        <>
          <Button variant="ghost" onPress={onClose}>
            {m.shell.cancel}
          </Button>
          <Button
            variant="primary"
            isPending={isPending}
            onPress={() => void save()}
            testId="setup-name-save"
          >
            {m.accounts.save}
          </Button>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate>
        {failure ? <FailureNote failure={failure} /> : null}
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={value}
          onChange={setValue}
          maxLength={LONGEST}
          error={isTried && isEmpty ? words.nameNeeded : undefined}
          autoFocus
          testId="setup-name"
        />
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
