import type { People } from '../../bridge';
import type { StagePerson } from '../../kit';

/** The channel's people for the picture, in the order in which the service lists them. */
export function framePeople(people: People | null): StagePerson[] {
  return (people?.ids ?? []).map((id) => {
    const uid = String(id);
    return { id: uid, uid, name: uid, camera: '16:9' };
  });
}
