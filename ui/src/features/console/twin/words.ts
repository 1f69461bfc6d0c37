import type { Messages } from '../../../messages';
import { referenceOf } from '../model/secrets';

/** What a reference is called in the text. */
export function referenceWords(m: Messages, storageName: (id: string) => string | undefined) {
  const { chips } = m.api.secret;
  return (text: string): string => {
    const reference = referenceOf(text);
    if (reference === null) return text;
    if (reference.kind === 'token') return chips.token;
    if (reference.kind === 'storage') {
      return chips.storage(storageName(reference.id) ?? reference.id);
    }
    return chips[reference.kind];
  };
}
