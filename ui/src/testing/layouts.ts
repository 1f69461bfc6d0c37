import type { Layout, Region, Role } from '../bridge';

const WHOLE = 1_000_000;

type Part = [role: Role, number: number, left: number, top: number, right: number, bottom: number];

/** Shares in per cent here; whole millionths in the document, edges shared by neighbours. */
function layout(id: string, width: number, height: number, parts: readonly Part[]): Layout {
  const edge = (share: number) => Math.round((share * WHOLE) / 100);
  const regions = parts.map(
    ([role, number, left, top, right, bottom], index): Region => ({
      id: `r${index + 1}`,
      role,
      number,
      name: null,
      x: edge(left),
      y: edge(top),
      width: edge(right) - edge(left),
      height: edge(bottom) - edge(top),
      uid: null,
      alpha: WHOLE,
      fit: role === 'slides' ? 'fit' : 'crop',
    }),
  );
  const document = { canvas: { width, height }, background: { color: '#000000' }, regions };
  return { id, name: null, template: true, document };
}

function grid(columns: number, rows: number): Part[] {
  return Array.from({ length: columns * rows }, (_, at) => {
    const column = at % columns;
    const row = Math.floor(at / columns);
    return [
      'person',
      at + 1,
      (column * 100) / columns,
      (row * 100) / rows,
      ((column + 1) * 100) / columns,
      ((row + 1) * 100) / rows,
    ];
  });
}

const strip = (count: number): Part[] =>
  Array.from({ length: count }, (_, at) => [
    'guest',
    at + 1,
    (at * 100) / count,
    75,
    ((at + 1) * 100) / count,
    100,
  ]);

/** Layouts such as the studio gives, for tests and pictures. */
export const layouts: readonly Layout[] = [
  layout('speakerRight3', 1920, 1080, [
    ['speaker', 0, 0, 0, 75, 100],
    ['guest', 1, 75, 0, 100, 100 / 3],
    ['guest', 2, 75, 100 / 3, 100, 200 / 3],
    ['guest', 3, 75, 200 / 3, 100, 100],
  ]),
  layout('grid2x2', 1920, 1080, grid(2, 2)),
  layout('pipBottomRight', 1920, 1080, [
    ['speaker', 0, 0, 0, 100, 100],
    ['guest', 0, 72, 69.6667, 97, 94.6667],
  ]),
  layout('speakerBottom4', 1920, 1080, [['speaker', 0, 0, 0, 100, 75], ...strip(4)]),
  layout('sideBySide', 1920, 1080, grid(2, 1)),
  layout('presenterSlides', 1920, 1080, [
    ['slides', 0, 0, 0, 76, 100],
    ['speaker', 0, 76, 0, 100, 42.6667],
  ]),
  layout('grid3x3', 1920, 1080, grid(3, 3)),
  layout('interview', 1920, 1080, [
    ['host', 0, 2, 18, 49, 82],
    ['guest', 0, 51, 18, 98, 82],
  ]),
  layout('one', 1920, 1080, [['speaker', 0, 0, 0, 100, 100]]),
  layout('stacked2', 1080, 1920, grid(1, 2)),
  layout('stacked3', 1080, 1920, grid(1, 3)),
  layout('speakerOver2', 1080, 1920, [
    ['speaker', 0, 0, 0, 100, 64],
    ['guest', 1, 0, 64, 50, 100],
    ['guest', 2, 50, 64, 100, 100],
  ]),
];
