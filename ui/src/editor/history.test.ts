import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayoutDocument } from '../bridge';
import { layouts } from '../testing/layouts';
import {
  add,
  change,
  duplicate,
  fault,
  place,
  remove,
  setBackground,
  setCanvas,
  setUserPicture,
  takeOver,
} from './document/edits';
import { moveTo, reorder, type Step } from './document/order';
import { sameSize, tidy } from './geometry/arrange';
import { begin, commit, type History, MOST_STEPS, redo, undo } from './history';
import { fromText, sameDocument, toText } from './saved';

type Edit = (document: LayoutDocument) => LayoutDocument;

const documents = layouts.map((layout) => layout.document);
const ids = fc.subarray(['r1', 'r2', 'r3', 'r4', 'r5', 'r9', 'r17'], { minLength: 1 });
const wild = fc.integer({ min: -3_000_000, max: 3_000_000 });

/** Every edit there is, with arguments that no careful caller would give. */
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constant<Edit>(add),
  ids.map(
    (chosen): Edit =>
      (one) =>
        remove(one, chosen),
  ),
  ids.map(
    (chosen): Edit =>
      (one) =>
        duplicate(one, chosen).document,
  ),
  fc.tuple(ids, fc.tuple(wild, wild, wild, wild)).map(
    ([chosen, [x, y, width, height]]): Edit =>
      (one) =>
        place(one, new Map(chosen.map((id) => [id, { x, y, width, height }]))),
  ),
  fc
    .tuple(
      ids.map((chosen) => chosen.slice(0, 1)),
      fc.record(
        {
          alpha: wild,
          uid: fc.constantFrom(null, '7', '8'),
          fit: fc.constantFrom('crop' as const, 'fit' as const),
          hidden: fc.boolean(),
          locked: fc.boolean(),
          keepRatio: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    )
    .map(
      ([chosen, to]): Edit =>
        (one) =>
          change(one, chosen, to),
    ),
  fc.tuple(ids, fc.constantFrom<Step>('forward', 'backward', 'front', 'back')).map(
    ([chosen, step]): Edit =>
      (one) =>
        reorder(one, chosen, step),
  ),
  fc.integer({ min: -3, max: 30 }).map(
    (to): Edit =>
      (one) =>
        moveTo(one, 'r2', to),
  ),
  fc.constantFrom<Edit>(
    (one) => setBackground(one, { color: '#123456' }),
    (one) => setUserPicture(one, '7', { url: 'https://example.com/a.jpg', fit: 'fit' }),
    (one) => setUserPicture(one, '7', null),
    (one) => setCanvas(one, { width: 1080, height: 1920 }),
    (one) => setCanvas(one, { width: 4000, height: 4000 }),
    (one) => takeOver(one, documents[6] as LayoutDocument),
    (one) => all(one, (boxes) => tidy(boxes, 1)),
    (one) => all(one, sameSize),
  ),
);

function all(document: LayoutDocument, arrange: typeof sameSize): LayoutDocument {
  const boxes = arrange(document.regions);
  return place(
    document,
    new Map(document.regions.map((region, index) => [region.id, boxes[index] ?? region])),
  );
}

const anyEdits = fc.array(anyEdit, { maxLength: 40 });
const anyStart = fc.constantFrom(...documents);

function go(start: LayoutDocument, edits: readonly Edit[]): History {
  return edits.reduce(
    (history, edit, index) =>
      commit(history, edit(history.present), { code: 'move', count: 1 }, index * 5_000),
    begin(start),
  );
}

describe('edits', () => {
  it('keep every document legal, in any sequence', () => {
    fc.assert(
      fc.property(anyStart, anyEdits, (start, edits) => {
        expect(fault(go(start, edits).present)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('give back the same object where nothing changes', () => {
    const document = documents[0] as LayoutDocument;
    expect(place(document, new Map(document.regions.map((one) => [one.id, one])))).toBe(document);
    expect(change(document, ['r1'], { fit: 'crop', uid: null })).toBe(document);
    expect(reorder(document, ['r4'], 'front')).toBe(document);
    expect(setBackground(document, { color: '#000000' })).toBe(document);
  });

  it('stop at 17, hidden ones not counted', () => {
    let document = documents[6] as LayoutDocument;
    for (let n = 0; n < 20; n += 1) document = add(document);
    expect(document.regions).toHaveLength(17);
    expect(duplicate(document, ['r1']).document).toBe(document);
    const room = add(change(document, ['r1'], { hidden: true }));
    expect(room.regions).toHaveLength(18);
    expect(change(room, ['r1'], { hidden: false }), 'an 18th cannot be shown').toBe(room);
  });

  it('keep a user ID in one region only', () => {
    const first = change(documents[0] as LayoutDocument, ['r1'], { uid: '42' });
    const second = change(first, ['r2'], { uid: '42' });
    expect(second.regions.map((region) => region.uid)).toEqual([null, '42', null, null]);
  });
});

describe('the history', () => {
  it('undoes and does again without a trace', () => {
    fc.assert(
      fc.property(anyStart, anyEdits, (start, edits) => {
        const done = go(start, edits);
        let back = done;
        while (back.past.length > 0) back = undo(back);
        expect(back.present).toBe(start);
        while (back.future.length > 0) back = redo(back);
        expect(back.present).toBe(done.present);
        expect(back.past.map((step) => step.before)).toEqual(done.past.map((step) => step.before));
      }),
    );
  });

  it('survives being kept as text', () => {
    fc.assert(
      fc.property(anyStart, anyEdits, fc.nat(5), (start, edits, undos) => {
        let history = go(start, edits);
        for (let n = 0; n < undos; n += 1) history = undo(history);
        const kept = JSON.parse(JSON.stringify(history.present)) as LayoutDocument;
        const back = fromText(toText(history), kept);
        const shape = (one: History) => ({
          present: one.present,
          past: one.past.map((step) => step.before),
          future: one.future.map((step) => step.before),
        });
        expect(shape(back)).toEqual(shape(history));
      }),
    );
  });

  it('begins anew where the text belongs to another document or cannot be read', () => {
    const [first, second] = documents as [LayoutDocument, LayoutDocument];
    const text = toText(go(first, [add]));
    expect(fromText(text, second)).toEqual(begin(second));
    expect(fromText('{', first)).toEqual(begin(first));
    expect(fromText(null, first)).toEqual(begin(first));
    expect(sameDocument(first, JSON.parse(JSON.stringify(first)))).toBe(true);
  });

  it('merges nudges within a second, and nothing else', () => {
    const start = documents[0] as LayoutDocument;
    const to = (x: number) => place(start, new Map([['r2', { ...start.regions[1], x } as never]]));
    const nudge = { code: 'nudge', count: 1 } as const;
    let history = commit(begin(start), to(740_000), nudge, 0);
    history = commit(history, to(730_000), nudge, 900);
    expect(history.past).toHaveLength(1);
    history = commit(history, to(720_000), nudge, 2_500);
    expect(history.past).toHaveLength(2);
    history = commit(history, to(710_000), { code: 'move', count: 1 }, 2_600);
    expect(history.past).toHaveLength(3);
    expect(undo(undo(undo(history))).present).toBe(start);
  });

  it('holds 500 steps and is kept in little', () => {
    let history = begin(documents[6] as LayoutDocument);
    for (let n = 1; n <= MOST_STEPS + 20; n += 1) {
      const model = history.present.regions[n % 9];
      const box = { x: n * 100, y: 0, width: 200_000, height: 200_000 };
      const next = place(history.present, new Map([[model?.id ?? '', box]]));
      history = commit(history, next, { code: 'move', count: 1 }, n * 5_000);
    }
    expect(history.past).toHaveLength(MOST_STEPS);
    expect(toText(history).length).toBeLessThan(200_000);
  });
});
