import type { Recording } from '../../bridge';
import { usePictures } from '../../data/pictures';
import { addressesOf, Card, Icon, Stage } from '../../kit';
import { useMessages } from '../../messages';
import styles from './Picture.module.css';
import { framePeople } from './people';
import { usePeople } from './usePeople';

/** Who is in the channel, in the recording's layout: places are taken in the order of joining. */
export function LivePicture({ recording }: { recording: Recording }) {
  const m = useMessages();
  const people = usePeople(recording);
  const pictures = usePictures(addressesOf(recording.layout.document));
  if (recording.setup.recordAs === 'combinedSound') {
    return (
      <Card>
        <p className={styles.sound}>
          <Icon name="live" />
          {m.live.soundOnly}
        </p>
        <Count ids={people?.ids ?? null} places={null} />
      </Card>
    );
  }
  const { document } = recording.layout;
  const { width, height } = recording.setup.picture;
  return (
    <Card className={styles.card}>
      <figure aria-label={m.live.picture} data-testid="live-picture">
        <Stage
          document={document}
          people={framePeople(people, m)}
          canvas={{ width, height }}
          pictureUrl={pictures.url}
        />
      </figure>
      <Count ids={people?.ids ?? null} places={document.regions.length} />
    </Card>
  );
}

function Count({ ids, places }: { ids: readonly number[] | null; places: number | null }) {
  const m = useMessages();
  const text =
    ids === null
      ? m.live.peopleUnknown
      : ids.length === 0
        ? m.live.nobodyYet
        : m.live.people(ids.length);
  const without = ids === null || places === null ? 0 : ids.length - places;
  return (
    <p className={styles.count} data-testid="live-people">
      <Icon name="people" size={14} />
      {text}
      {without > 0 ? <span className="sub">· {m.live.peopleWaiting(without)}</span> : null}
    </p>
  );
}
