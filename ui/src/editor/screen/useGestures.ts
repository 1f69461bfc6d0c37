import { type RefObject, useEffect, useRef } from 'react';
import { regionOf } from '../document/edits';
import { boxOf, type Point, WHOLE } from '../geometry/box';
import { type Handle, handles } from '../geometry/resize';
import {
  type Aim,
  cancel,
  drag,
  type Gesture,
  type Modifiers,
  press,
  release,
  type Surroundings,
} from '../gesture';
import { beginGesture, endGesture } from '../gesturing';
import { documentNow, look, select, step, toggle, useEditor } from '../state';
import { type Painter, paint } from './painter';
import { handleUnderFinger, onScreen, type Placing, zoomAt } from './placing';

const SNAP_PX = 8;

export interface Scene {
  window: RefObject<HTMLDivElement | null>;
  painter: Painter;
  /** How the canvas was last placed; read while a gesture runs instead of measuring. */
  placing: RefObject<Placing>;
  onFull: () => void;
}

interface Running {
  gesture: Gesture;
  pointer: number;
  /** Of the window, at the press. */
  corner: Point;
  /** What a click, which is no drag, does. */
  click: () => void;
  threshold: number;
  last: { client: Point; modifiers: Modifiers };
  frame: number | null;
}

interface Panning {
  pointer: number;
  from: Point;
  pan: Point;
}

const modifiersOf = (event: {
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}): Modifiers => ({
  shift: event.shiftKey,
  alt: event.altKey,
  control: event.ctrlKey || event.metaKey,
});

/** Press, drag and release on the canvas. React has no part in it until something is done. */
export function useGestures(scene: Scene): { repaint: () => void } {
  const latest = useRef(scene);
  latest.current = scene;
  const running = useRef<Running | null>(null);

  const repaint = useRef(() => {
    const now = running.current;
    if (now === null) return;
    show(latest.current, now);
  });

  useEffect(() => {
    const area = latest.current.window.current;
    if (area === null) return;
    let panning: Panning | null = null;
    let isSpaceHeld = false;

    function surroundings(threshold: number): Surroundings {
      const { scale } = latest.current.placing.current;
      const { canvas } = documentNow();
      const { view } = useEditor.getState();
      // Gestures count in pixels of the recorded picture, so that zooming in their midst does no harm.
      const size = { x: WHOLE / canvas.width, y: WHOLE / canvas.height };
      const reach = SNAP_PX / scale;
      return {
        scale: size,
        threshold: threshold / scale,
        snap: view.snap
          ? {
              distance: { x: reach * size.x, y: reach * size.y },
              safe: view.safe,
              grid: view.grid ? 12 : 0,
            }
          : null,
      };
    }

    function toCanvas(client: Point, corner: Point): Point {
      const { left, top, scale } = latest.current.placing.current;
      return {
        x: (client.x - corner.x - left) / scale,
        y: (client.y - corner.y - top) / scale,
      };
    }

    function advance(now: Running) {
      const to = toCanvas(now.last.client, now.corner);
      now.gesture = drag(now.gesture, to, now.last.modifiers, surroundings(now.threshold));
      if (now.gesture.isDrag) show(latest.current, now);
    }

    function schedule(now: Running) {
      now.frame ??= requestAnimationFrame(() => {
        now.frame = null;
        if (running.current === now) advance(now);
      });
    }

    function end(isDone: boolean) {
      const now = running.current;
      if (now === null) return;
      running.current = null;
      endGesture();
      if (now.frame !== null) {
        cancelAnimationFrame(now.frame);
        if (isDone) advance(now);
      }
      // A finger that was lifted is gone already, and letting go of it again would throw.
      if (area?.hasPointerCapture?.(now.pointer)) area.releasePointerCapture(now.pointer);
      delete area?.dataset.gesture;
      const { gesture } = now;
      settle(latest.current, gesture);
      if (!isDone) {
        cancel(gesture);
        return;
      }
      if (!gesture.isDrag) {
        now.click();
        return;
      }
      const finished = release(gesture);
      if (finished.isFull) latest.current.onFull();
      if (finished.step !== null) {
        step(finished.document, finished.step, finished.selection ?? undefined);
      } else if (finished.selection !== null) {
        select(finished.selection);
      }
    }

    function onMouseDown(event: MouseEvent) {
      // A handle takes no focus: it stays with the region.
      if ((event.target as Element).closest('[data-handle]')) event.preventDefault();
    }

    function onPointerDown(event: PointerEvent) {
      if (running.current !== null || panning !== null) return;
      const target = event.target as Element;
      if (target.closest('[data-no-gesture]')) return;
      if (event.button === 1 || (event.button === 0 && isSpaceHeld)) {
        event.preventDefault();
        const { view } = useEditor.getState();
        const { scale } = latest.current.placing.current;
        panning = {
          pointer: event.pointerId,
          from: { x: event.clientX, y: event.clientY },
          pan: view.zoom === null ? { x: 0, y: 0 } : view.pan,
        };
        look({ zoom: view.zoom ?? scale });
        area?.setPointerCapture?.(event.pointerId);
        return;
      }
      if (event.button !== 0) return;
      const rect = area?.getBoundingClientRect();
      const corner = { x: rect?.left ?? 0, y: rect?.top ?? 0 };
      const client = { x: event.clientX, y: event.clientY };
      const { aim, click } = aimOf(target, event, toCanvas(client, corner), latest.current);
      // A finger beside a handle takes no focus either.
      if (aim.kind === 'resize' && event.pointerType === 'touch') event.preventDefault();
      running.current = {
        gesture: press(aim, documentNow(), toCanvas(client, corner)),
        pointer: event.pointerId,
        corner,
        click,
        threshold: event.pointerType === 'touch' ? 6 : 4,
        last: { client, modifiers: modifiersOf(event) },
        frame: null,
      };
      beginGesture();
      area?.setPointerCapture?.(event.pointerId);
      if (area) area.dataset.gesture = aim.kind;
    }

    function onPointerMove(event: PointerEvent) {
      if (panning !== null && event.pointerId === panning.pointer) {
        const { pan, from } = panning;
        look({ pan: { x: pan.x + event.clientX - from.x, y: pan.y + event.clientY - from.y } });
        return;
      }
      const now = running.current;
      if (now === null || event.pointerId !== now.pointer) return;
      now.last = {
        client: { x: event.clientX, y: event.clientY },
        modifiers: modifiersOf(event),
      };
      schedule(now);
    }

    function onPointerUp(event: PointerEvent) {
      if (panning?.pointer === event.pointerId) panning = null;
      const now = running.current;
      if (now === null || event.pointerId !== now.pointer) return;
      now.last = {
        client: { x: event.clientX, y: event.clientY },
        modifiers: modifiersOf(event),
      };
      if (now.frame === null) advance(now);
      end(true);
    }

    function onLost(event: PointerEvent) {
      if (panning?.pointer === event.pointerId) panning = null;
      if (running.current?.pointer === event.pointerId) end(false);
    }

    function giveUp() {
      isSpaceHeld = false;
      panning = null;
      end(false);
    }

    function onKey(event: KeyboardEvent) {
      const isTyping = (event.target as Element).matches?.('input, textarea, [contenteditable]');
      if (event.key === ' ' && !isTyping) {
        isSpaceHeld = event.type === 'keydown';
        if (area) area.dataset.pan = String(isSpaceHeld);
        if (area?.contains(event.target as Node)) event.preventDefault();
      }
      const now = running.current;
      if (now === null) return;
      if (event.type === 'keydown' && event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        end(false);
        return;
      }
      now.last = { ...now.last, modifiers: modifiersOf(event) };
      schedule(now);
    }

    function onWheel(event: WheelEvent) {
      event.preventDefault();
      const { view } = useEditor.getState();
      const { scale } = latest.current.placing.current;
      if (event.ctrlKey || event.metaKey) {
        const rect = area?.getBoundingClientRect();
        const at = {
          x: event.clientX - (rect?.left ?? 0) - (rect?.width ?? 0) / 2,
          y: event.clientY - (rect?.top ?? 0) - (rect?.height ?? 0) / 2,
        };
        look(zoomAt(view, scale, scale * Math.exp(-event.deltaY / 400), at));
      } else if (view.zoom !== null) {
        look({ pan: { x: view.pan.x - event.deltaX, y: view.pan.y - event.deltaY } });
      }
    }

    area.addEventListener('mousedown', onMouseDown);
    area.addEventListener('pointerdown', onPointerDown);
    area.addEventListener('pointermove', onPointerMove);
    area.addEventListener('pointerup', onPointerUp);
    area.addEventListener('pointercancel', onLost);
    area.addEventListener('lostpointercapture', onLost);
    area.addEventListener('wheel', onWheel, { passive: false });
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('keyup', onKey, true);
    window.addEventListener('blur', giveUp);
    window.addEventListener('resize', giveUp);
    return () => {
      giveUp();
      area.removeEventListener('mousedown', onMouseDown);
      area.removeEventListener('pointerdown', onPointerDown);
      area.removeEventListener('pointermove', onPointerMove);
      area.removeEventListener('pointerup', onPointerUp);
      area.removeEventListener('pointercancel', onLost);
      area.removeEventListener('lostpointercapture', onLost);
      area.removeEventListener('wheel', onWheel);
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('keyup', onKey, true);
      window.removeEventListener('blur', giveUp);
      window.removeEventListener('resize', giveUp);
    };
  }, []);

  return { repaint: repaint.current };
}

function show(scene: Scene, { gesture }: Running): void {
  const copies = gesture.aim.kind === 'move' && gesture.aim.copies;
  paint(scene.painter, gesture.preview, gesture.start, scene.placing.current, copies);
}

/** Puts everything back to the document that the gesture began with; a step draws what is new. */
function settle(scene: Scene, { start, preview }: Gesture): void {
  const boxes = new Map(
    [...preview.boxes.keys()].flatMap((id) => {
      const region = regionOf(start, id);
      return region === undefined ? [] : [[id, boxOf(region)] as const];
    }),
  );
  const still = { boxes, guides: [], frame: null, inside: [] };
  paint(scene.painter, still, start, scene.placing.current, false);
  if (scene.painter.label) scene.painter.label.hidden = true;
}

/** What a press is going to be, and what it is if the pointer does not move. */
function aimOf(
  target: Element,
  event: PointerEvent,
  at: Point,
  scene: Scene,
): { aim: Aim; click: () => void } {
  const { selection } = useEditor.getState();
  const nothing = () => undefined;
  const handle =
    target.closest<HTMLElement>('[data-handle]')?.dataset.handle ??
    (event.pointerType === 'touch' ? fingered(at, scene.placing.current) : null);
  const [only] = selection;
  if (handles.includes(handle as Handle) && only !== undefined) {
    return { aim: { kind: 'resize', id: only, handle: handle as Handle }, click: nothing };
  }
  const id = target.closest<HTMLElement>('[data-region]')?.dataset.region;
  if (id === undefined) {
    const keep = event.shiftKey ? selection : [];
    return {
      aim: { kind: 'box', keep },
      click: () => {
        if (!event.shiftKey) select([]);
      },
    };
  }
  const isSelected = selection.includes(id);
  if (event.altKey) {
    if (!isSelected && selection.length < 2) {
      const under = selection[0];
      // The one below stays chosen while Alt goes through to the next.
      if (under === undefined || !isUnder(under, at)) select([id]);
    }
    const copied = useEditor.getState().selection;
    return {
      aim: { kind: 'move', ids: copied, copies: true },
      click: () => select(below(at, selection[0])),
    };
  }
  if (event.shiftKey) {
    if (!isSelected) toggle(id);
    const ids = useEditor.getState().selection;
    return {
      aim: { kind: 'move', ids, copies: false },
      click: () => {
        if (isSelected) toggle(id);
      },
    };
  }
  if (!isSelected) select([id]);
  const ids = isSelected ? selection : [id];
  return { aim: { kind: 'move', ids, copies: false }, click: () => select([id]) };
}

/** The handle of the selected region that a finger is near enough to. */
function fingered(at: Point, placing: Placing): Handle | null {
  const { selection } = useEditor.getState();
  const [id] = selection;
  const region = id === undefined ? undefined : regionOf(documentNow(), id);
  if (selection.length !== 1 || !region || region.hidden || region.locked) return null;
  const { scale } = placing;
  return handleUnderFinger(onScreen(region, placing), { x: at.x * scale, y: at.y * scale });
}

function regionsAt(at: Point): string[] {
  const document = documentNow();
  const x = (at.x / document.canvas.width) * WHOLE;
  const y = (at.y / document.canvas.height) * WHOLE;
  return document.regions
    .filter((one) => !one.hidden)
    .filter((one) => x >= one.x && x < one.x + one.width && y >= one.y && y < one.y + one.height)
    .map((one) => one.id)
    .reverse();
}

const isUnder = (id: string, at: Point) => regionsAt(at).includes(id);

/** The region behind the one that is selected, and from the last one to the front again. */
function below(at: Point, selected: string | undefined): string[] {
  const stack = regionsAt(at);
  const next = selected === undefined ? 1 : stack.indexOf(selected) + 1;
  const id = stack[next % Math.max(1, stack.length)];
  return id === undefined ? [] : [id];
}
