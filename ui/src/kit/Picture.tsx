import type { Fit } from '../bridge';
import styles from './Stage.module.css';
import { type Camera, cameraRatio, placePicture } from './stageGeometry';

const palette = [
  ['#4a6fa5', '#22324f'],
  ['#8a5a83', '#3a2338'],
  ['#4d8a70', '#1f3b30'],
  ['#a5764a', '#4a3018'],
  ['#5d5aa8', '#26244c'],
  ['#9a4f57', '#42191f'],
  ['#4f8fa0', '#1c3b44'],
  ['#7d8a45', '#353c18'],
] as const;

export function personColour(index: number): string {
  return palette[index % palette.length]?.[0] ?? palette[0][0];
}

/** What a camera sends, laid into its region: head and shoulders, or a shared screen. */
export function Picture({
  camera,
  colour,
  region,
  fit,
}: {
  camera: Camera;
  colour: number;
  region: number;
  fit: Fit;
}) {
  const ratio = cameraRatio(camera);
  const box = placePicture(region, ratio, fit);
  const [light, dark] = palette[colour % palette.length] ?? palette[0];
  return (
    <div className={fit === 'fit' ? styles.bars : styles.cut}>
      <div
        className={styles.frameOfCamera}
        style={{
          left: `${box.left}%`,
          top: `${box.top}%`,
          width: `${box.width}%`,
          height: `${box.height}%`,
          background: camera === 'screen' ? '#eef1f6' : `linear-gradient(160deg,${light},${dark})`,
        }}
      >
        {camera === 'screen' ? <Screen /> : <Person ratio={ratio} />}
      </div>
    </div>
  );
}

function Person({ ratio }: { ratio: number }) {
  const width = ratio * 100;
  const unit = Math.min(100, width * 1.25);
  const centre = width / 2;
  const shoulders = unit * 0.3;
  const top = 100 - unit * 0.44;
  return (
    <svg
      viewBox={`0 0 ${width} 100`}
      preserveAspectRatio="none"
      className={styles.drawing}
      aria-hidden="true"
    >
      <circle cx={centre} cy={top - unit * 0.17} r={unit * 0.148} fill="#fff" fillOpacity="0.2" />
      <path
        d={`M${centre - shoulders} 101V${top + shoulders}a${shoulders} ${shoulders} 0 0 1 ${shoulders * 2} 0V101z`}
        fill="#fff"
        fillOpacity="0.16"
      />
    </svg>
  );
}

function Screen() {
  return (
    <svg
      viewBox="0 0 160 90"
      preserveAspectRatio="none"
      className={styles.drawing}
      aria-hidden="true"
    >
      <rect x="14" y="14" width="70" height="8" rx="2" fill="#3b5bdb" />
      <g fill="#b8c1d1">
        <rect x="14" y="32" width="62" height="4" rx="2" />
        <rect x="14" y="42" width="54" height="4" rx="2" />
        <rect x="14" y="52" width="58" height="4" rx="2" />
      </g>
      <g fill="#7c9cff">
        <rect x="98" y="52" width="10" height="24" />
        <rect x="112" y="40" width="10" height="36" />
        <rect x="126" y="28" width="10" height="48" />
      </g>
    </svg>
  );
}
