import { useCommand } from '../data';
import { ConfirmDialog, toast } from '../kit';
import { useMessages } from '../messages';
import { closeOverlay } from './overlay';

/** Asks before a stop that came from the palette. */
export default function StopDialog({ id, channel }: { id: string; channel: string }) {
  const { shell, failures } = useMessages();
  const stop = useCommand('recording_stop');
  return (
    <ConfirmDialog
      title={shell.stopTitle(channel)}
      isOpen
      danger
      confirm={shell.stopConfirm}
      onClose={closeOverlay}
      onConfirm={() =>
        stop.mutate(
          { id },
          { onError: (failure) => toast(failures[failure.code].title, { tone: 'bad' }) },
        )
      }
    >
      <p className="sub">{shell.stopText}</p>
    </ConfirmDialog>
  );
}
