import type { CSSProperties } from 'react';
import type { LayoutDocument } from '../bridge';
import { percent } from './stageGeometry';
import styles from './Thumb.module.css';

export interface ThumbProps {
  document: LayoutDocument;
  selected?: boolean;
  /** Where the background picture is, once it may be shown. */
  backdrop?: string;
  /** The layout's name: spoken, and shown as a tooltip. */
  label: string;
  /** Makes it a button. */
  onPress?: () => void;
  isDisabled?: boolean;
  testId?: string;
}

/** A layout, small: its true shape and regions in their drawing order. */
export function Thumb({
  document,
  selected,
  backdrop,
  label,
  onPress,
  isDisabled,
  testId,
}: ThumbProps) {
  const { width, height } = document.canvas;
  const shown = document.regions.filter((region) => !region.hidden);
  const picture = (
    <span className={styles.paper} style={{ '--ratio': width / height } as CSSProperties}>
      {backdrop ? <img className={styles.backdrop} src={backdrop} alt="" /> : null}
      {shown.map((region) => (
        <span
          key={region.id}
          className={styles.region}
          style={{
            left: `${percent(region.x)}%`,
            top: `${percent(region.y)}%`,
            width: `${percent(region.width)}%`,
            height: `${percent(region.height)}%`,
          }}
        />
      ))}
    </span>
  );
  if (!onPress) {
    return (
      <span
        className={`${styles.thumb} ${selected ? styles.on : ''}`}
        role="img"
        aria-label={label}
        data-testid={testId}
      >
        {picture}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={`${styles.thumb} ${styles.button} ${selected ? styles.on : ''}`}
      aria-label={label}
      aria-pressed={selected ?? false}
      title={label}
      disabled={isDisabled}
      data-testid={testId}
      onClick={onPress}
    >
      {picture}
    </button>
  );
}
