/** What of a key press decides. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** The key's place on the board, such as `Digit1`: Shift writes another sign there. */
  code?: string;
}

const isMac = () => navigator.platform.startsWith('Mac');

/** Signs that some boards write only with Shift: it does not count for them. */
const SIGN = /^[^\p{L}\p{N}]$/u;

/** Whether a press is the shortcut. A bare sign such as `?` may need Shift, depending on the keyboard. */
export function matches(shortcut: string, press: Press, mac = isMac()): boolean {
  // `Ctrl++` is the plus key.
  const parts = shortcut.endsWith('++')
    ? [...shortcut.slice(0, -2).split('+'), '+']
    : shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const control = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (control !== parts.includes('Ctrl') || other) return false;
  if (press.altKey !== parts.includes('Alt')) return false;
  const wantsShift = parts.includes('Shift');
  if (press.shiftKey !== wantsShift && !(SIGN.test(key) && !wantsShift)) return false;
  if (wantsShift && /^\d$/.test(key)) return press.code === `Digit${key}`;
  return press.key.toLowerCase() === key.toLowerCase();
}

const SIGNS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
};

/** The keys as the person's keyboard has them printed. */
export function shortcutKeys(shortcut: string, mac = isMac()): string[] {
  const parts = shortcut.endsWith('++')
    ? [...shortcut.slice(0, -2).split('+'), '+']
    : shortcut.split('+');
  return parts.map((part) => (mac && part === 'Ctrl' ? '⌘' : (SIGNS[part] ?? part)));
}
