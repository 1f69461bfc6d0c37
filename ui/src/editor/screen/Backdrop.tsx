import { useState } from 'react';
import type { Fit } from '../../bridge';
import type { PictureLook } from '../../data/pictures';
import { Icon } from '../../kit';
import styles from './Canvas.module.css';

/** A picture from the internet as the service draws it, or a plain sign that it is there and cannot be shown. */
export function Backdrop({
  look,
  fit,
  unseen,
  onLost,
  testId,
}: {
  look: PictureLook | null;
  fit: Fit;
  /** What the sign says. */
  unseen: string;
  /** The picture was there and is no more. */
  onLost: () => void;
  testId: string;
}) {
  const [lost, setLost] = useState<string | null>(null);
  if (look === null || look.state === 'looking') return null;
  // What the relay still gives, and the window cannot draw, is broken.
  if (look.state === 'unseen' || look.url === lost) {
    return (
      <span className={styles.unseen} title={unseen} data-testid={`${testId}-unseen`}>
        <Icon name="warn" size={12} />
        <span className="ellipsis">{unseen}</span>
      </span>
    );
  }
  return (
    <img
      className={`${styles.backdrop} ${fit === 'fit' ? styles.whole : ''}`}
      src={look.url}
      alt=""
      draggable={false}
      onError={() => {
        setLost(look.url);
        onLost();
      }}
      data-testid={testId}
    />
  );
}
