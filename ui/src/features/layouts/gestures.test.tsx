import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshSetup, useDraft } from '../../draft';
import { fault } from '../../editor/document/edits';
import { useEditor } from '../../editor/state';
import { layouts } from '../../testing/layouts';
import { documentNow, mine, openEditor, steps } from './testOpen';

const region = (id: string) => screen.getByTestId(`region-${id}`);
const at = (x: number, y: number, rest: object = {}) => ({
  clientX: x,
  clientY: y,
  pointerId: 1,
  button: 0,
  pointerType: 'mouse',
  ctrlKey: true,
  ...rest,
});
/** How far an element was moved along an axis, in pixels. */
const moved = (element: HTMLElement, axis: number) =>
  Number(element.style.transform.match(/-?[\d.]+(?=px)/g)?.[axis]);
const aFrame = () => act(async () => void (await new Promise(requestAnimationFrame)));
const place = (id: string) => documentNow().regions.find((one) => one.id === id);

beforeEach(() => {
  useDraft.setState({ setup: freshSetup, isLoaded: true });
  act(() => useEditor.setState(({ view }) => ({ view: { ...view, zoom: null, snap: true } })));
});

/** What can be begun, on which element, and with which keys. */
const gestures = [
  ['a move', () => region('r2'), {}],
  ['a resize', () => screen.getByTestId('handle-w'), {}],
  ['a copy', () => region('r2'), { altKey: true }],
  ['a selection box', () => screen.getByTestId('canvas'), {}],
] as const;

/** What can get in the way. */
const ends: [string, () => void][] = [
  ['Escape', () => fireEvent.keyDown(window, { key: 'Escape' })],
  [
    'a lost pointer',
    () => fireEvent.lostPointerCapture(screen.getByTestId('canvas'), { pointerId: 1 }),
  ],
  [
    'a cancelled touch',
    () => fireEvent.pointerCancel(screen.getByTestId('canvas'), { pointerId: 1 }),
  ],
  ['blur', () => fireEvent.blur(window)],
  ['another window size', () => fireEvent(window, new Event('resize'))],
];

describe.each(gestures)('%s', (_what, target, keys) => {
  it.each(ends)(
    'gives everything back at %s, and what follows does nothing',
    async (_end, happen) => {
      await openEditor();
      act(() => useEditor.setState({ selection: ['r2'] }));
      const looks = region('r2').getAttribute('style');
      const element = target();
      fireEvent.pointerDown(element, at(600, 100, keys));
      fireEvent.pointerMove(element, at(450, 160, keys));
      await aFrame();
      happen();
      expect(region('r2').getAttribute('style'), 'it is where it was').toBe(looks);
      fireEvent.pointerMove(element, at(300, 200, keys));
      await aFrame();
      fireEvent.pointerUp(element, at(300, 200, keys));
      expect(documentNow(), 'the same object').toBe(mine.document);
      expect(steps()).toBe(0);
      expect(screen.getByTestId('canvas').dataset.gesture, 'nothing goes on').toBeUndefined();
    },
  );

  it('is one step or none when it ends, and the document is legal, also when zoomed meanwhile', async () => {
    await openEditor();
    act(() => useEditor.setState({ selection: ['r2'] }));
    const element = target();
    fireEvent.pointerDown(element, at(600, 100, keys));
    for (const [x, y] of [
      [500, 140],
      [-900, 4_000],
      [420, 180],
    ] as const) {
      fireEvent.pointerMove(element, at(x, y, keys));
      await aFrame();
      fireEvent.wheel(screen.getByTestId('canvas'), { deltaY: -120, ctrlKey: true, clientX: 400 });
    }
    fireEvent.pointerUp(element, at(420, 180, keys));
    expect(fault(documentNow())).toBeNull();
    const isChanged = documentNow() !== mine.document;
    expect(steps()).toBe(isChanged ? 1 : 0);
    if (!isChanged) return;
    act(() => screen.getByTestId('do-undo').click());
    expect(documentNow(), 'one press takes all of it back').toBe(mine.document);
  });
});

describe('a finger', () => {
  const touch = { pointerType: 'touch', ctrlKey: true };

  it('has to go six pixels before it drags, a mouse four', async () => {
    await openEditor();
    const drag = (by: number, rest: object) => {
      fireEvent.pointerDown(region('r2'), at(600, 100, rest));
      fireEvent.pointerMove(region('r2'), at(600 - by, 100, rest));
      fireEvent.pointerUp(region('r2'), at(600 - by, 100, rest));
      return steps();
    };
    expect(drag(5, touch), 'five by finger').toBe(0);
    expect(drag(3, {}), 'three by mouse').toBe(0);
    expect(drag(4, {}), 'four by mouse').toBe(1);
    expect(drag(6, touch), 'six by finger').toBe(2);
  });

  it('takes a handle that it nearly hits; a mouse has to hit it', async () => {
    await openEditor();
    act(() => region('r2').focus());
    const [stage, looks] = [screen.getByTestId('canvas-stage'), region('r2')];
    const [left, top] = [0, 1].map((axis) => moved(stage, axis) + moved(looks, axis)) as [
      number,
      number,
    ];
    const edge = left + Number.parseFloat(looks.style.width);
    const y = top + Number.parseFloat(looks.style.height) / 2;
    const drag = (rest: object) => {
      const canvas = screen.getByTestId('canvas');
      fireEvent.pointerDown(canvas, at(edge + 10, y, rest));
      fireEvent.pointerMove(canvas, at(edge - 30, y, rest));
      fireEvent.pointerUp(canvas, at(edge - 30, y, rest));
    };
    drag({});
    expect(place('r2'), 'a mouse draws a box beside it').toEqual(mine.document.regions[1]);
    act(() => useEditor.setState({ selection: ['r2'] }));
    drag(touch);
    expect(steps(), 'a finger resizes').toBe(1);
    expect(place('r2')?.width).toBeLessThan(mine.document.regions[1]?.width ?? 0);
    expect(place('r2')?.x, 'and the other side stays').toBe(mine.document.regions[1]?.x);
  });

  it('goes on alone: a second one neither moves nor ends anything', async () => {
    await openEditor();
    fireEvent.pointerDown(region('r2'), at(600, 100, touch));
    fireEvent.pointerMove(region('r2'), at(500, 100, touch));
    const other = { ...touch, pointerId: 2 };
    fireEvent.pointerDown(region('r3'), at(100, 300, other));
    fireEvent.pointerMove(region('r3'), at(900, 300, other));
    fireEvent.pointerUp(region('r3'), at(900, 300, other));
    expect(steps()).toBe(0);
    fireEvent.pointerUp(region('r2'), at(500, 100, touch));
    expect(steps()).toBe(1);
    expect(place('r3'), 'the other region stays').toBe(mine.document.regions[2]);
  });
});

describe('the pointer', () => {
  it('says why a copy by Alt-drag is not made at 17, and leaves all as it was', async () => {
    const nine = layouts.find(({ id }) => id === 'grid3x3') ?? mine;
    await openEditor({}, { ...mine, document: nine.document });
    const { user } = { user: (await import('@testing-library/user-event')).default.setup() };
    act(() => region('r1').focus());
    for (let n = 0; n < 8; n += 1) await user.keyboard('n');
    const full = documentNow();
    expect(full.regions).toHaveLength(17);
    fireEvent.pointerDown(region('r2'), at(400, 100, { altKey: true }));
    fireEvent.pointerMove(region('r2'), at(300, 150, { altKey: true }));
    fireEvent.pointerUp(region('r2'), at(300, 150, { altKey: true }));
    expect(documentNow()).toBe(full);
    expect((await screen.findByTestId('toast')).textContent).toContain('17 regions');
    act(() => region('r2').focus());
    await user.keyboard('{Control>}d{/Control}');
    expect(documentNow(), 'nor by Ctrl+D').toBe(full);
  });

  it('pans with Space held or with the middle button, and changes nothing in the document', async () => {
    await openEditor();
    const canvas = screen.getByTestId('canvas');
    const pan = () => useEditor.getState().view.pan;
    fireEvent.keyDown(canvas, { key: ' ' });
    fireEvent.pointerDown(region('r2'), at(600, 100));
    fireEvent.pointerMove(region('r2'), at(560, 130));
    fireEvent.pointerUp(region('r2'), at(560, 130));
    expect(pan()).toEqual({ x: -40, y: 30 });
    fireEvent.keyUp(canvas, { key: ' ' });
    fireEvent.pointerDown(region('r2'), at(600, 100, { button: 1 }));
    fireEvent.pointerMove(region('r2'), at(610, 100, { button: 1 }));
    fireEvent.pointerUp(region('r2'), at(610, 100, { button: 1 }));
    expect(pan()).toEqual({ x: -30, y: 30 });
    expect(documentNow()).toBe(mine.document);
    expect(canvas.dataset.pan).toBe('false');
  });

  it('shows eight handles on the only selected region, inside on a tiny one, none on a locked one', async () => {
    const [first, second, ...rest] = mine.document.regions;
    const tiny = { ...second, width: 20_000, height: 20_000 } as typeof first;
    const regions = [first, tiny, ...rest] as typeof rest;
    await openEditor({}, { ...mine, document: { ...mine.document, regions } });
    act(() => useEditor.setState({ selection: ['r1'] }));
    expect(screen.getAllByTestId(/^handle-/)).toHaveLength(8);
    expect(screen.getByTestId('outline-r1').className).not.toContain('tiny');
    act(() => useEditor.setState({ selection: ['r2'] }));
    expect(screen.getByTestId('outline-r2').className).toContain('tiny');
    act(() => useEditor.setState({ selection: ['r1', 'r2'] }));
    expect(screen.queryAllByTestId(/^handle-/)).toHaveLength(0);
    act(() => screen.getByTestId('lock-r1').click());
    act(() => useEditor.setState({ selection: ['r1'] }));
    expect(screen.queryAllByTestId(/^handle-/)).toHaveLength(0);
  });
});
