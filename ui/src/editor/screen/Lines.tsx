import type { Canvas } from '../../bridge';
import type { View } from '../state';
import styles from './Canvas.module.css';

/** Safe areas, thirds, the grid and the mask: over the picture, never in it. */
export function Lines({ view, canvas }: { view: View; canvas: Canvas }) {
  return (
    <div className={styles.lines} aria-hidden="true">
      {view.grid ? <Ruled columns={12} rows={12} className={styles.gridLine} /> : null}
      {view.thirds ? <Ruled columns={3} rows={3} className={styles.third} /> : null}
      {view.safe
        ? ['3.5%', '5%'].map((inset) => (
            <div key={inset} className={styles.safe} style={{ inset }} />
          ))
        : null}
      {view.mask === 'none' ? null : <Mask mask={view.mask} canvas={canvas} />}
    </div>
  );
}

function Ruled({
  columns,
  rows,
  className,
}: {
  columns: number;
  rows: number;
  className: string | undefined;
}) {
  const cuts = (count: number) => Array.from({ length: count - 1 }, (_, n) => (n + 1) / count);
  return (
    <>
      {cuts(columns).map((share) => (
        <i
          key={`x${share}`}
          className={`${className} ${styles.upright}`}
          style={{ left: `${share * 100}%` }}
        />
      ))}
      {cuts(rows).map((share) => (
        <i
          key={`y${share}`}
          className={`${className} ${styles.level}`}
          style={{ top: `${share * 100}%` }}
        />
      ))}
    </>
  );
}

/** Darkens what a crop of this shape would lose. */
function Mask({ mask, canvas }: { mask: '9:16' | '4:3'; canvas: Canvas }) {
  const ratio = mask === '4:3' ? 4 / 3 : 9 / 16;
  const whole = canvas.width / canvas.height;
  const isNarrower = ratio < whole;
  const share = isNarrower ? ratio / whole : whole / ratio;
  const side = `${((1 - share) / 2) * 100}%`;
  return isNarrower ? (
    <>
      <i className={styles.shade} style={{ inset: `0 auto 0 0`, width: side }} />
      <i className={styles.shade} style={{ inset: `0 0 0 auto`, width: side }} />
    </>
  ) : (
    <>
      <i className={styles.shade} style={{ inset: `0 0 auto 0`, height: side }} />
      <i className={styles.shade} style={{ inset: `auto 0 0 0`, height: side }} />
    </>
  );
}
