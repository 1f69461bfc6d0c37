import type { Storage } from '../../../bridge';
import type { Messages } from '../../../messages';

/** A storage's name; the practice folder has none of its own. */
export function storageName(m: Messages, storage: Pick<Storage, 'name' | 'practice'>): string {
  return storage.name === '' || storage.practice ? m.shell.practiceFolder : storage.name;
}
