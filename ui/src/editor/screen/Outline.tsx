import type { Region } from '../../bridge';
import { handles } from '../geometry/resize';
import styles from './Canvas.module.css';
import { isTiny, onScreen, type Placing } from './placing';

/** The frame of a selected region, with its eight handles where it is the only one. */
export function Outline({
  region,
  placing,
  hasHandles,
  attach,
}: {
  region: Region;
  placing: Placing;
  hasHandles: boolean;
  attach: (element: HTMLElement | null) => void;
}) {
  const rect = onScreen(region, placing);
  return (
    <div
      ref={attach}
      className={`${styles.outline} ${isTiny(rect) ? styles.tiny : ''} ${region.locked ? styles.locked : ''}`}
      data-testid={`outline-${region.id}`}
      style={{
        transform: `translate3d(${rect.left}px, ${rect.top}px, 0)`,
        width: rect.width,
        height: rect.height,
      }}
    >
      {hasHandles && !region.locked
        ? handles.map((handle) => (
            <i
              key={handle}
              className={styles.handle}
              data-handle={handle}
              data-testid={`handle-${handle}`}
            />
          ))
        : null}
    </div>
  );
}
