import type { CSSProperties } from 'react';
import type { Canvas, LayoutDocument, Region } from '../bridge';
import { regionName, useMessages } from '../messages';
import { Picture } from './Picture';
import styles from './Stage.module.css';
import { percent, regionRatio, type StagePerson, seatPeople } from './stageGeometry';

export interface StageProps {
  document: LayoutDocument;
  people: readonly StagePerson[];
  /** The size that is recorded, where it is another than the layout's own. */
  canvas?: Canvas;
  labels?: boolean;
  /** Takes all the room of its parent (which needs a size of its own) instead of its width. */
  fill?: boolean;
  background?: string;
}

/** The recorded picture with pretend people, cut or fitted as the service does it. */
export function Stage({ document, people, canvas, labels = true, fill, background }: StageProps) {
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
      {regions.map((region, index) => (
        <Seat
          key={region.id}
          region={region}
          person={seats[index] ?? null}
          index={index}
          canvas={size}
          label={labels ? (seats[index]?.name ?? regionName(messages, region)) : null}
        />
      ))}
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
}: {
  region: Region;
  person: StagePerson | null;
  index: number;
  canvas: Canvas;
  label: string | null;
}) {
  const isShown = person !== null && person.camera !== 'off';
  return (
    <div
      className={`${styles.region} ${isShown ? '' : styles.empty}`}
      style={{
        left: `${percent(region.x)}%`,
        top: `${percent(region.y)}%`,
        width: `${percent(region.width)}%`,
        height: `${percent(region.height)}%`,
      }}
    >
      {isShown ? (
        <div className={styles.picture} style={{ opacity: region.alpha / 1_000_000 }}>
          <Picture
            camera={person.camera}
            colour={index}
            region={regionRatio(region, canvas)}
            fit={region.fit}
          />
        </div>
      ) : null}
      {label ? <span className={styles.label}>{label}</span> : null}
    </div>
  );
}
