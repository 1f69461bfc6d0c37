/**
 * Copies a text that is still being made. The clipboard is asked at once, while the press that wanted it still
 * counts, and gets a promise; where that is not possible, what is ready is copied the old way.
 */
export async function copyText(text: Promise<string>): Promise<void> {
  try {
    const blob = text.then((ready) => new Blob([ready], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
  } catch {
    const ready = await text;
    try {
      await navigator.clipboard.writeText(ready);
    } catch {
      copyBySelection(ready);
    }
  }
}

function copyBySelection(text: string): void {
  const holder = document.createElement('textarea');
  const before = document.activeElement;
  holder.value = text;
  holder.className = 'visually-hidden';
  document.body.append(holder);
  holder.select();
  const isDone = document.execCommand('copy');
  holder.remove();
  if (before instanceof HTMLElement) before.focus();
  if (!isDone) throw new Error('the clipboard cannot be written');
}

export async function copyPicture(picture: Promise<Blob>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
}
