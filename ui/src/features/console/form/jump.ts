import { openWay } from './folds';

/** Brings a field of the form into sight and puts the cursor into it. */
export function jumpTo(field: string): void {
  openWay(field.startsWith('@') ? '' : field);
  // The sections that were closed are drawn first.
  let tries = 0;
  const look = () => {
    const found = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
    if (found === null && tries < 5) {
      tries += 1;
      requestAnimationFrame(look);
      return;
    }
    found?.scrollIntoView({ block: 'center' });
    const control = found?.querySelector<HTMLElement>(
      'input, textarea, [aria-haspopup="listbox"], button',
    );
    control?.focus({ preventScroll: true });
  };
  requestAnimationFrame(look);
}
