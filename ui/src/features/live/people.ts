import type { People } from '../../bridge';
import type { StagePerson } from '../../kit';
import type { Messages } from '../../messages';

/** The channel's people for the picture, in the order in which the service lists them. */
export function framePeople(people: People | null, m: Messages): StagePerson[] {
  return (people?.ids ?? []).map((id) => {
    const uid = String(id);
    return { id: uid, uid, name: m.layouts.fixedPerson(uid), camera: '16:9' };
  });
}
