import type { Canvas, LayoutDocument, Region } from '../../bridge';
import { personColour } from '../../kit';
import { regionName, useMessages } from '../../messages';
import styles from './Layouts.module.css';

/** The regions, the front one first: who goes there, how large, where. */
export function RegionList({ document }: { document: LayoutDocument }) {
  const { layouts } = useMessages();
  const front = document.regions.map((region, index) => ({ region, index })).reverse();
  return (
    <section className={styles.regions}>
      <h2>
        {layouts.regions} <span className="sub">{layouts.regionCount(front.length)}</span>
      </h2>
      <ul className={styles.list} data-testid="region-list">
        {front.map(({ region, index }) => (
          <Item key={region.id} region={region} index={index} canvas={document.canvas} />
        ))}
      </ul>
      <p className={styles.note}>{layouts.order}</p>
    </section>
  );
}

function Item({ region, index, canvas }: { region: Region; index: number; canvas: Canvas }) {
  const messages = useMessages();
  const { layouts, locale } = messages;
  const share = (millionths: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(millionths / 10_000);
  const pixels = (millionths: number, whole: number) =>
    Math.round((millionths * whole) / 1_000_000);
  return (
    <li className={styles.region}>
      <span className={styles.colour} style={{ background: personColour(index) }} />
      <div className={styles.regionText}>
        <b className="ellipsis">{regionName(messages, region)}</b>
        <span className={styles.facts}>
          {region.uid === null ? layouts.nextPerson : layouts.fixedPerson(region.uid)}
        </span>
        <span className={styles.facts}>
          {layouts.percent(share(region.width), share(region.height))} ·{' '}
          {layouts.pixels(pixels(region.width, canvas.width), pixels(region.height, canvas.height))}
        </span>
        <span className={styles.facts}>
          {layouts.at(share(region.x), share(region.y))} · {layouts.fitShort[region.fit]}
        </span>
      </div>
    </li>
  );
}
