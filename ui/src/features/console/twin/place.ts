let shown: ((field: string) => void) | null = null;

/** Says how a place of the body is shown in the text; `null` while no text is there. */
export function setShown(show: ((field: string) => void) | null): void {
  shown = show;
}

/** Brings a place of the body into sight in the text and puts the cursor there. */
export function showInText(field: string): void {
  shown?.(field);
}
