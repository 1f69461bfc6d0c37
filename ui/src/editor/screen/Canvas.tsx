import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Region } from '../../bridge';
import { usePictures } from '../../data/pictures';
import type { StagePerson } from '../../kit';
import { addressesOf, pictureIn, toast } from '../../kit';
import { useMessages } from '../../messages';
import { isShown, regionOf } from '../document/edits';
import { readingOrder } from '../geometry/arrange';
import { around } from '../geometry/box';
import { joinOrder, seats } from '../seating';
import { look, select, useEditor } from '../state';
import { ActionButton } from './ActionButton';
import { Backdrop } from './Backdrop';
import styles from './Canvas.module.css';
import { ContextMenu } from './ContextMenu';
import { Lines } from './Lines';
import { Outline } from './Outline';
import { painter } from './painter';
import { type Placing, placing as placingOf, zoomAt, zoomTo } from './placing';
import { RegionView } from './RegionView';
import { useFocusKept } from './useFocusKept';
import { useGestures } from './useGestures';
import { useSize } from './useSize';

/** The picture at work: real elements for regions, moved without React while a gesture runs. */
export function Canvas({
  people,
  absent,
}: {
  people: readonly StagePerson[];
  absent: ReadonlySet<string>;
}) {
  const messages = useMessages();
  const { editor } = messages;
  const document = useEditor((state) => state.history.present);
  const selection = useEditor((state) => state.selection);
  const view = useEditor((state) => state.view);
  const announcement = useEditor((state) => state.announcement);
  const windowRef = useRef<HTMLDivElement | null>(null);
  const size = useSize(windowRef);
  const placing = placingOf(document, view, size);
  const placingRef = useRef<Placing>(placing);
  placingRef.current = placing;
  const target = useMemo(painter, []);
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const { repaint } = useGestures({
    window: windowRef,
    painter: target,
    placing: placingRef,
    onFull: () => toast(editor.full),
  });

  // A zoom or a change from outside in the midst of a gesture draws the document; the gesture goes on top.
  useLayoutEffect(() => repaint());
  useWishes(size, placingRef);
  useFocusKept(windowRef, (id) => (id === undefined ? '[data-region]' : `[data-region="${id}"]`));

  const shown = document.regions.filter(isShown);
  const taken = seats(document, people);
  const numbers = joinOrder(document);
  const pictures = usePictures(addressesOf(document));
  const { image } = document.background;
  const pictureOf = (region: Region) => {
    const found = pictureIn(region, taken.get(region.id) ?? null, document.background);
    return found === null ? null : { ...found, look: pictures.of(found.address) };
  };
  const order = readingOrder(shown).map((index) => shown[index]?.id ?? '');
  const chosenShown = selection.filter((id) => order.includes(id));
  const inTabOrder = chosenShown[0] ?? order[0];
  // Elements never change places in the tree, or the focused one would lose the focus.
  const stable = [...shown].sort((a, b) => (a.id < b.id ? -1 : 1));
  const single = chosenShown.length === 1 ? chosenShown[0] : undefined;

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Tab') return;
    const id = (event.target as HTMLElement).dataset.region;
    const next = order[order.indexOf(id ?? '') + (event.shiftKey ? -1 : 1)];
    if (id === undefined || next === undefined) return;
    event.preventDefault();
    target.regions.get(next)?.focus();
  }

  return (
    <section
      ref={windowRef}
      className={styles.window}
      aria-label={editor.canvasLabel(shown.length)}
      data-testid="canvas"
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        event.preventDefault();
        const id = (event.target as Element).closest<HTMLElement>('[data-region]')?.dataset.region;
        if (id !== undefined && !selection.includes(id)) select([id]);
        setMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      <div
        className={styles.stage}
        data-testid="canvas-stage"
        style={{
          transform: `translate3d(${placing.left}px, ${placing.top}px, 0)`,
          width: placing.width,
          height: placing.height,
          background: document.background.color,
        }}
      >
        <Backdrop
          look={pictures.of(image)}
          fit="crop"
          unseen={editor.backdropUnseen}
          onLost={() => pictures.again(image ?? '')}
          testId="backdrop"
        />
        {stable.map((region) => {
          const picture = pictureOf(region);
          return (
            <RegionView
              key={region.id}
              region={region}
              document={document}
              placing={placing}
              depth={document.regions.indexOf(region)}
              person={taken.get(region.id) ?? null}
              joins={numbers.get(region.id) ?? null}
              isSelected={selection.includes(region.id)}
              isInTabOrder={region.id === inTabOrder}
              isAbsent={absent.has(region.id)}
              picture={picture}
              onPictureLost={() => pictures.again(picture?.address ?? '')}
              attach={(element) => {
                if (element) target.regions.set(region.id, element);
                else target.regions.delete(region.id);
              }}
            />
          );
        })}
        <Lines view={view} canvas={document.canvas} />
        <div className={styles.overlay}>
          {chosenShown.map((id) => {
            const region = regionOf(document, id);
            return region === undefined ? null : (
              <Outline
                key={id}
                region={region}
                placing={placing}
                hasHandles={id === single}
                attach={(element) => {
                  if (element) target.outlines.set(id, element);
                  else target.outlines.delete(id);
                }}
              />
            );
          })}
          <div
            ref={(element) => {
              target.guides = element;
            }}
          />
          <div
            className={styles.frame}
            hidden
            ref={(element) => {
              target.frame = element;
            }}
          />
          <span
            className={styles.numbers}
            hidden
            ref={(element) => {
              target.label = element;
            }}
          />
        </div>
      </div>
      {shown.length === 0 ? (
        <div className={styles.nothing} data-no-gesture="">
          <p>{editor.noRegions}</p>
          <div className={styles.begin}>
            <ActionButton id="addRegion" text={editor.addRegion} isPrimary />
            <ActionButton id="paste" text={editor.pasteShort} />
          </div>
          <p className="sub">{editor.beginHint}</p>
        </div>
      ) : null}
      <ContextMenu at={menu} onClose={() => setMenu(null)} />
      <p className="visually-hidden" role="status" data-testid="canvas-status">
        {announcement}
      </p>
    </section>
  );
}

/** Zooms that need to know how large the window is. */
function useWishes(size: { width: number; height: number }, placing: { current: Placing }) {
  const wished = useEditor((state) => state.wish);
  const done = useRef(wished?.count ?? 0);
  useLayoutEffect(() => {
    if (wished === null || wished.count === done.current) return;
    done.current = wished.count;
    const { view, selection, history } = useEditor.getState();
    const { scale } = placing.current;
    const middle = { x: 0, y: 0 };
    if (wished.what === 'fit') look({ zoom: null, pan: middle });
    if (wished.what === 'zoomIn') look(zoomAt(view, scale, scale * 1.25, middle));
    if (wished.what === 'zoomOut') look(zoomAt(view, scale, scale / 1.25, middle));
    if (wished.what === 'zoomSelection') {
      const boxes = selection.flatMap((id) => regionOf(history.present, id) ?? []);
      const box = around(boxes);
      if (box !== null) look(zoomTo(box, history.present, size));
    }
  }, [wished, size, placing]);
  const fit = placing.current.scale;
  useLayoutEffect(() => {
    const { view } = useEditor.getState();
    if (view.zoom === null && view.fit !== fit) look({ fit });
  }, [fit]);
}
