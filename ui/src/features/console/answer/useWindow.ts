import { type RefObject, useEffect, useRef, useState } from 'react';

/** Rows that are drawn beyond each edge, so that a quick scroll meets something. */
const BEYOND = 12;

/** Rows come and go in blocks of so many, so that most of a scroll draws nothing anew. */
const BLOCK = 8;

/** How high the box is taken to be until it is measured, in pixels. */
const GUESS = 400;

export interface RowWindow<T extends HTMLElement> {
  box: RefObject<T | null>;
  /** The first row to draw, and the one after the last. */
  from: number;
  to: number;
  /** Scrolls as little as needed to show the row. */
  show: (row: number) => void;
}

/**
 * Of many rows of one height, those that are in sight: the others are empty space above and below.
 * `onEnd` is told when the end comes near, for lists that are fetched in parts.
 */
export function useWindow<T extends HTMLElement = HTMLDivElement>(
  count: number,
  rowHeight: number,
  onEnd?: () => void,
): RowWindow<T> {
  const box = useRef<T | null>(null);
  const [block, setBlock] = useState(0);
  const [height, setHeight] = useState(GUESS);
  const latestEnd = useRef(onEnd);
  latestEnd.current = onEnd;

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => setBlock(Math.floor(element.scrollTop / (BLOCK * rowHeight)));
    // Asked for only when it may have changed: a scroll has no time to wait for the layout.
    const measure = () => {
      setHeight(element.clientHeight || GUESS);
      look();
    };
    measure();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [rowHeight]);

  // A list that became shorter may have been scrolled beyond its new end.
  const first = Math.min(block * BLOCK, Math.max(0, count - 1));
  const from = Math.max(0, first - BEYOND);
  const to = Math.min(count, first + BLOCK + Math.ceil(height / rowHeight) + BEYOND);

  const isNearEnd = to >= count;
  useEffect(() => {
    if (isNearEnd && count > 0) latestEnd.current?.();
  }, [isNearEnd, count]);

  const show = (row: number) => {
    const element = box.current;
    if (element === null) return;
    const height = element.clientHeight || GUESS;
    const top = row * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + height) {
      element.scrollTop = top + rowHeight - height;
    }
  };
  return { box, from, to, show };
}
