import { memo } from 'react';
import type { Fit } from '../../bridge';
import { type Camera as CameraKind, personColour } from '../../kit';
import styles from './Canvas.module.css';

const sizes: Record<string, [number, number]> = {
  '16:9': [1600, 900],
  '4:3': [1200, 900],
  '9:16': [506, 900],
  '1:1': [900, 900],
  screen: [1600, 900],
};

/**
 * What a camera sends, cut or shown whole as the service does it. The drawing fits itself to its region,
 * so that it stays true while the region is being resized.
 */
export const Camera = memo(function Camera({
  camera,
  colour,
  fit,
}: {
  camera: CameraKind;
  colour: number;
  fit: Fit;
}) {
  const [width, height] = sizes[camera] ?? [1600, 900];
  return (
    <svg
      className={styles.camera}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio={fit === 'crop' ? 'xMidYMid slice' : 'xMidYMid meet'}
      aria-hidden="true"
      focusable="false"
    >
      {camera === 'screen' ? <Slides /> : <Person width={width} colour={personColour(colour)} />}
    </svg>
  );
});

function Person({ width, colour }: { width: number; colour: string }) {
  const centre = width / 2;
  const unit = Math.min(900, width * 1.25);
  const shoulders = unit * 0.3;
  const top = 900 - unit * 0.44;
  return (
    <>
      <rect width={width} height="900" fill={colour} />
      <rect width={width} height="900" fill="#05070d" fillOpacity="0.22" />
      <path d={`M0 900L${width} 300V900z`} fill="#05070d" fillOpacity="0.2" />
      <circle cx={centre} cy={top - unit * 0.17} r={unit * 0.148} fill="#fff" fillOpacity="0.24" />
      <path
        d={`M${centre - shoulders} 910V${top + shoulders}a${shoulders} ${shoulders} 0 0 1 ${shoulders * 2} 0V910z`}
        fill="#fff"
        fillOpacity="0.2"
      />
    </>
  );
}

function Slides() {
  return (
    <>
      <rect width="1600" height="900" fill="#eef1f6" />
      <rect x="140" y="140" width="700" height="80" rx="20" fill="#3b5bdb" />
      <g fill="#b8c1d1">
        <rect x="140" y="320" width="620" height="40" rx="20" />
        <rect x="140" y="420" width="540" height="40" rx="20" />
        <rect x="140" y="520" width="580" height="40" rx="20" />
      </g>
      <g fill="#7c9cff">
        <rect x="980" y="520" width="100" height="240" />
        <rect x="1120" y="400" width="100" height="360" />
        <rect x="1260" y="280" width="100" height="480" />
      </g>
    </>
  );
}
