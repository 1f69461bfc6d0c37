import { useEffect } from 'react';
import { toast } from '../../kit';
import { useMessages } from '../../messages';

/** The most that is read of a file: the largest legal layout is far below. */
const MOST_BYTES = 2_000_000;

/** Gives the text of a file that is dropped anywhere onto the window. */
export function useDroppedFile(onText: (text: string) => void): void {
  const { fileTooLarge } = useMessages().editor;
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    function onOver(event: DragEvent) {
      // Without this the window would open the file in place of the app.
      if (hasFile(event)) event.preventDefault();
    }
    function onDrop(event: DragEvent) {
      if (!hasFile(event)) return;
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file === undefined) return;
      if (file.size > MOST_BYTES) toast(fileTooLarge, { tone: 'bad' });
      else void file.text().then(onText, () => undefined);
    }
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [onText, fileTooLarge]);
}
