import type { ReactNode } from 'react';

const solid = { fill: 'currentColor', stroke: 'none' } as const;

const shapes = {
  undo: <path d="M6 3 2.5 6.5 6 10M3 6.5h6a4 4 0 0 1 0 8H6.5" />,
  redo: <path d="M10 3l3.5 3.5L10 10M13 6.5H7a4 4 0 0 0 0 8h2.5" />,
  left: (
    <>
      <path d="M2 2v12" />
      <rect x="4.5" y="4" width="9" height="3" {...solid} />
      <rect x="4.5" y="9" width="5.5" height="3" {...solid} />
    </>
  ),
  centre: (
    <>
      <path d="M8 2v12" />
      <rect x="3.5" y="4" width="9" height="3" {...solid} />
      <rect x="5.2" y="9" width="5.6" height="3" {...solid} />
    </>
  ),
  right: (
    <>
      <path d="M14 2v12" />
      <rect x="2.5" y="4" width="9" height="3" {...solid} />
      <rect x="6" y="9" width="5.5" height="3" {...solid} />
    </>
  ),
  top: (
    <>
      <path d="M2 2h12" />
      <rect x="4" y="4.5" width="3" height="9" {...solid} />
      <rect x="9" y="4.5" width="3" height="5.5" {...solid} />
    </>
  ),
  middle: (
    <>
      <path d="M2 8h12" />
      <rect x="4" y="3.5" width="3" height="9" {...solid} />
      <rect x="9" y="5.2" width="3" height="5.6" {...solid} />
    </>
  ),
  bottom: (
    <>
      <path d="M2 14h12" />
      <rect x="4" y="2.5" width="3" height="9" {...solid} />
      <rect x="9" y="6" width="3" height="5.5" {...solid} />
    </>
  ),
  across: (
    <>
      <path d="M2 2v12M14 2v12" />
      <rect x="6" y="4" width="4" height="8" {...solid} />
    </>
  ),
  down: (
    <>
      <path d="M2 2h12M2 14h12" />
      <rect x="4" y="6" width="8" height="4" {...solid} />
    </>
  ),
  tidy: (
    <>
      <rect x="2" y="2.5" width="5" height="4.5" />
      <rect x="9" y="2.5" width="5" height="4.5" />
      <rect x="2" y="9" width="5" height="4.5" />
      <rect x="9" y="9" width="5" height="4.5" />
    </>
  ),
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.5" />
      <path d="M5 7V5a3 3 0 0 1 6 0v2" />
    </>
  ),
  unlock: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.5" />
      <path d="M5 7V4.5a3 3 0 0 1 5.8-1" />
    </>
  ),
  eye: (
    <>
      <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  eyeOff: <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM2.5 13.5l11-11" />,
  grip: (
    <g {...solid}>
      <circle cx="6" cy="4" r="1.2" />
      <circle cx="10" cy="4" r="1.2" />
      <circle cx="6" cy="8" r="1.2" />
      <circle cx="10" cy="8" r="1.2" />
      <circle cx="6" cy="12" r="1.2" />
      <circle cx="10" cy="12" r="1.2" />
    </g>
  ),
  up: <path d="m4 10 4-4 4 4" />,
  down2: <path d="m4 6 4 4 4-4" />,
} satisfies Record<string, ReactNode>;

export type GlyphName = keyof typeof shapes;

/** The drawings of the editor's tools. */
export function Glyph({ name, size = 15 }: { name: GlyphName; size?: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
