import type { LayoutDocument, Region } from '../bridge';
import { fault } from './document/edits';
import { begin, type History, MOST_STEPS, type Step, type StepName } from './history';

/** What one step changed: regions by id in their order, and whatever else is different. */
interface Delta {
  order?: string[];
  set?: Region[];
  canvas?: LayoutDocument['canvas'];
  background?: LayoutDocument['background'];
}

interface Saved {
  version: 1;
  present: LayoutDocument;
  /** From the present backwards: the name of the step and how to get before it. */
  past: [StepName, number, Delta][];
  future: [StepName, number, Delta][];
}

function difference(from: LayoutDocument, to: LayoutDocument): Delta {
  const delta: Delta = {};
  const known = new Map(from.regions.map((region) => [region.id, region]));
  const set = to.regions.filter((region) => known.get(region.id) !== region);
  if (set.length > 0) delta.set = set;
  const order = to.regions.map((region) => region.id);
  if (order.join() !== from.regions.map((region) => region.id).join()) delta.order = order;
  if (from.canvas !== to.canvas) delta.canvas = to.canvas;
  if (from.background !== to.background) delta.background = to.background;
  return delta;
}

function applied(from: LayoutDocument, delta: Delta): LayoutDocument {
  const regions = new Map(from.regions.map((region) => [region.id, region]));
  for (const region of delta.set ?? []) regions.set(region.id, region);
  const order = delta.order ?? from.regions.map((region) => region.id);
  return {
    canvas: delta.canvas ?? from.canvas,
    background: delta.background ?? from.background,
    regions: order.flatMap((id) => regions.get(id) ?? []),
  };
}

/** A history as text, small enough to be kept beside its layout: each step is what it changed. */
export function toText(history: History): string {
  const chain = (steps: readonly Step[]): Saved['past'] => {
    let from = history.present;
    return steps.map((step) => {
      const delta = difference(from, step.before);
      from = step.before;
      return [step.name, step.at, delta];
    });
  };
  const saved: Saved = {
    version: 1,
    present: history.present,
    past: chain([...history.past].reverse()),
    future: chain(history.future),
  };
  return JSON.stringify(saved);
}

/**
 * The history that was kept for a document. Where it does not lead to that document, or cannot be read,
 * the document begins anew: it is worth more than its steps.
 */
export function fromText(text: string | null, document: LayoutDocument): History {
  if (!text) return begin(document);
  try {
    const saved = JSON.parse(text) as Saved;
    if (saved.version !== 1 || !sameDocument(saved.present, document)) return begin(document);
    const chain = (links: Saved['past']): Step[] => {
      let from = document;
      return links.slice(0, MOST_STEPS).map(([name, at, delta]) => {
        from = applied(from, delta);
        if (fault(from) !== null) throw new Error('a step is broken');
        return { name, at, before: from };
      });
    };
    return { present: document, past: chain(saved.past).reverse(), future: chain(saved.future) };
  } catch {
    return begin(document);
  }
}

/** By content, whatever the order of members. */
export function sameDocument(a: LayoutDocument, b: LayoutDocument): boolean {
  return a === b || canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    const entries = Object.entries(inner).filter(([, one]) => one !== undefined && one !== false);
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
