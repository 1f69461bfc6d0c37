import { useId } from 'react';
import type { Region } from '../../bridge';
import { useMessages } from '../../messages';
import { changeRegions } from '../doing';
import styles from './Panel.module.css';

export function OpacityField({ regions }: { regions: readonly Region[] }) {
  const { editor } = useMessages();
  const id = useId();
  const value = Math.round((regions[0]?.alpha ?? 0) / 10_000);
  return (
    <div className={styles.field}>
      <div className={styles.split}>
        <label htmlFor={id} className={styles.label}>
          {editor.opacity}
        </label>
        <span className="sub">{editor.zoomPercent(value)}</span>
      </div>
      <input
        id={id}
        type="range"
        className={styles.range}
        min={0}
        max={100}
        value={value}
        onChange={(event) =>
          changeRegions(
            'opacity',
            { alpha: Number(event.target.value) * 10_000 },
            regions.map((region) => region.id),
          )
        }
        data-testid="opacity"
      />
    </div>
  );
}
