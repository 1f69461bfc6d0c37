/** What of a key press decides. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const isMac = () => navigator.platform.startsWith('Mac');

/** Whether a press is the shortcut. A bare sign such as `?` may need Shift, depending on the keyboard. */
export function matches(shortcut: string, press: Press, mac = isMac()): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const wantsControl = parts.includes('Ctrl');
  const control = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (control !== wantsControl || other || press.altKey) return false;
  if (wantsControl && press.shiftKey !== parts.includes('Shift')) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

/** The keys as the person's keyboard has them printed. */
export function shortcutKeys(shortcut: string, mac = isMac()): string[] {
  return shortcut.split('+').map((part) => (mac && part === 'Ctrl' ? '⌘' : part));
}
