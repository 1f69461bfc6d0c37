import type { LayoutDocument } from '../../bridge';
import type { Box, Point } from '../geometry/box';
import { WHOLE } from '../geometry/box';
import { type Handle, handles, sidesOf } from '../geometry/resize';
import type { View } from '../state';

/** Where the canvas lies in its window, in screen pixels. */
export interface Placing {
  scale: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

const MARGIN = 26;

export function fitScale(document: LayoutDocument, window: { width: number; height: number }) {
  const { width, height } = document.canvas;
  const margin = Math.min(MARGIN, window.width * 0.05);
  return Math.max(
    0.02,
    Math.min((window.width - 2 * margin) / width, (window.height - 2 * margin) / height),
  );
}

export function placing(
  document: LayoutDocument,
  view: View,
  window: { width: number; height: number },
): Placing {
  const scale = view.zoom ?? fitScale(document, window);
  const width = Math.round(document.canvas.width * scale);
  const height = Math.round(document.canvas.height * scale);
  const pan = view.zoom === null ? { x: 0, y: 0 } : view.pan;
  return {
    scale,
    width,
    height,
    left: Math.round((window.width - width) / 2 + pan.x),
    top: Math.round((window.height - height) / 2 + pan.y),
  };
}

export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A box on the screen. Edges are rounded, not sizes, so that neighbours meet there too. */
export function onScreen(box: Box, { width, height }: Placing): Rect {
  const x = (millionths: number) => Math.round((millionths * width) / WHOLE);
  const y = (millionths: number) => Math.round((millionths * height) / WHOLE);
  const left = x(box.x);
  const top = y(box.y);
  return { left, top, width: x(box.x + box.width) - left, height: y(box.y + box.height) - top };
}

/** Below this side, in screen pixels, handles lie inside their box, and those of the sides go. */
export const TINY_PX = 44;

export const isTiny = ({ width, height }: Rect) => Math.min(width, height) < TINY_PX;

/** How far from a handle's middle a finger still hits it, in screen pixels to each side. */
const FINGER_PX = 12;

/**
 * The handle that a finger means, by where a box is on the screen. A screen may have a mouse and fingers, so this
 * is asked at each press; a tiny box has no room for more than its handles themselves.
 */
export function handleUnderFinger(rect: Rect, at: Point): Handle | null {
  if (isTiny(rect)) return null;
  const middle = { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
  const isHit = (handle: Handle) => {
    const side = sidesOf(handle);
    const x = middle.x + (side.x * rect.width) / 2;
    const y = middle.y + (side.y * rect.height) / 2;
    return Math.max(Math.abs(at.x - x), Math.abs(at.y - y)) <= FINGER_PX;
  };
  return handles.find(isHit) ?? null;
}

export const LEAST_ZOOM = 0.05;
export const MOST_ZOOM = 4;

/** Another zoom that leaves the point under the pointer where it is. `at` is from the window's middle. */
export function zoomAt(view: View, scale: number, to: number, at: Point): Partial<View> {
  const zoom = Math.min(Math.max(to, LEAST_ZOOM), MOST_ZOOM);
  const pan = view.zoom === null ? { x: 0, y: 0 } : view.pan;
  const factor = zoom / scale;
  return {
    zoom,
    pan: { x: at.x - (at.x - pan.x) * factor, y: at.y - (at.y - pan.y) * factor },
  };
}

/** A zoom that shows a box as large as it goes. */
export function zoomTo(
  box: Box,
  document: LayoutDocument,
  window: { width: number; height: number },
): Partial<View> {
  const { canvas } = document;
  const wide = (box.width * canvas.width) / WHOLE;
  const high = (box.height * canvas.height) / WHOLE;
  const zoom = Math.min(
    Math.max(Math.min((window.width * 0.8) / wide, (window.height * 0.8) / high), LEAST_ZOOM),
    MOST_ZOOM,
  );
  const middle = {
    x: ((box.x + box.width / 2) / WHOLE - 0.5) * canvas.width * zoom,
    y: ((box.y + box.height / 2) / WHOLE - 0.5) * canvas.height * zoom,
  };
  return { zoom, pan: { x: -middle.x, y: -middle.y } };
}
