import { useState } from 'react';
import { call, type Setup } from '../bridge';
import { Button, toast } from '../kit';
import { useMessages } from '../messages';
import { NameDialog } from './NameDialog';

/** Keeps settings under a name: those of the form, of a past recording, or of a call of the console. */
export function SaveSetup({
  setup,
  name = setup.channel,
  size = 'md',
}: {
  setup: Setup;
  /** What is offered as a name. */
  name?: string;
  size?: 'sm' | 'md';
}) {
  const words = useMessages().setups;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="ghost" size={size} onPress={() => setOpen(true)} testId="setup-save">
        {words.save}
      </Button>
      {isOpen ? (
        <NameDialog
          title={words.saveTitle}
          name={name}
          onClose={() => setOpen(false)}
          onNamed={async (chosen) => {
            await saveSetup(chosen, setup);
            toast(words.saved(chosen));
          }}
        />
      ) : null}
    </>
  );
}

/** Keeps settings under a name. Rejects with a failure where they could not be kept. */
export async function saveSetup(name: string, setup: Setup): Promise<void> {
  await call('setup_save', { id: '', name, setup, createdAt: 0 });
}
