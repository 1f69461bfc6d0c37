import type { CSSProperties } from 'react';
import type { Canvas, Fit, LayoutDocument, Region } from '../bridge';
import { regionName, useMessages } from '../messages';
import { Picture } from './Picture';
import styles from './Stage.module.css';
import { isSeen, percent, regionRatio, type StagePerson, seatPeople } from './stageGeometry';
import { pictureIn } from './stagePictures';

export interface StageProps {
  document: LayoutDocument;
  people: readonly StagePerson[];
  /** The size that is recorded, where it is another than the layout's own. */
  canvas?: Canvas;
  labels?: boolean;
  /** Takes all the room of its parent (which needs a size of its own) instead of its width. */
  fill?: boolean;
  background?: string;
  /** Where a picture that the layout names can be had; without it none is drawn. */
  pictureUrl?: (address: string | undefined) => string | undefined;
}

/** The recorded picture with pretend people, cut or fitted as the service does it. */
export function Stage({
  document,
  people,
  canvas,
  labels = true,
  fill,
  background,
  pictureUrl,
}: StageProps) {
  const messages = useMessages();
  const size = canvas ?? document.canvas;
  const regions = document.regions.filter((region) => !region.hidden);
  const seats = seatPeople(regions, people);
  const taken = seats.filter((person) => person !== null).length;
  const style = {
    '--ratio': size.width / size.height,
    background: background ?? document.background.color,
  } as CSSProperties;
  const stage = (
    <div
      className={styles.stage}
      style={style}
      role="img"
      aria-label={messages.layouts.stage(regions.length, taken)}
    >
      <Still url={pictureUrl?.(document.background.image)} fit="crop" />
      {regions.map((region, index) => {
        const person = seats[index] ?? null;
        const still = pictureIn(region, person, document.background);
        return (
          <Seat
            key={region.id}
            region={region}
            person={person}
            index={index}
            canvas={size}
            label={labels ? (person?.name ?? regionName(messages, region)) : null}
            still={still && { url: pictureUrl?.(still.address), fit: still.fit }}
          />
        );
      })}
    </div>
  );
  return fill ? <div className={styles.frame}>{stage}</div> : stage;
}

function Seat({
  region,
  person,
  index,
  canvas,
  label,
  still,
}: {
  region: Region;
  person: StagePerson | null;
  index: number;
  canvas: Canvas;
  label: string | null;
  still: StillProps | null;
}) {
  return (
    <div
      className={`${styles.region} ${isSeen(person) ? '' : styles.empty}`}
      style={{
        left: `${percent(region.x)}%`,
        top: `${percent(region.y)}%`,
        width: `${percent(region.width)}%`,
        height: `${percent(region.height)}%`,
      }}
    >
      {isSeen(person) ? (
        <div className={styles.picture} style={{ opacity: region.alpha / 1_000_000 }}>
          <Picture
            camera={person.camera}
            colour={index}
            region={regionRatio(region, canvas)}
            fit={region.fit}
          />
        </div>
      ) : null}
      {still ? (
        <div className={styles.picture} style={{ opacity: region.alpha / 1_000_000 }}>
          <Still {...still} />
        </div>
      ) : null}
      {label ? <span className={styles.label}>{label}</span> : null}
    </div>
  );
}

interface StillProps {
  /** Nothing is drawn without one. */
  url: string | undefined;
  fit: Fit;
}

function Still({ url, fit }: StillProps) {
  if (url === undefined) return null;
  return (
    <img
      className={styles.still}
      style={{ objectFit: fit === 'fit' ? 'contain' : 'cover' }}
      src={url}
      alt=""
      draggable={false}
    />
  );
}
