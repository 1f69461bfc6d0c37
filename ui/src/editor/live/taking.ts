import { create } from 'zustand';
import {
  asFailure,
  call,
  type Failure,
  type Layout,
  type LayoutDocument,
  type Recording,
} from '../../bridge';
import { isShown } from '../document/edits';
import { layoutOf } from '../keeping';
import { sameDocument } from '../saved';
import { useEditor } from '../state';

interface Taking {
  /** By recording: what was on air before the last take. */
  previous: Readonly<Record<string, Layout>>;
  failure: Failure | null;
  isSending: boolean;
}

export const useTaking = create<Taking>(() => ({
  previous: {},
  failure: null,
  isSending: false,
}));

/** What of a document the service sees. */
function seen(document: LayoutDocument): LayoutDocument {
  return {
    canvas: { width: 0, height: 0 },
    background: document.background,
    regions: document.regions.filter(isShown).map((region, index) => ({
      ...region,
      id: `r${index}`,
      role: 'person' as const,
      number: 0,
      name: null,
      locked: false,
      keepRatio: false,
    })),
  };
}

export function isOnAir(document: LayoutDocument, recording: Recording): boolean {
  return sameDocument(seen(document), seen(recording.layout.document));
}

let waiting: { recording: string; layout: Layout } | null = null;
let isBusy = false;

/** Sends a whole layout; while one is on its way only the newest waits. */
export async function send(recording: Recording, layout: Layout): Promise<void> {
  if (!isOnAir(layout.document, recording)) {
    useTaking.setState(({ previous }) => ({
      previous: { ...previous, [recording.id]: recording.layout },
    }));
  }
  waiting = { recording: recording.id, layout };
  if (isBusy) return;
  isBusy = true;
  useTaking.setState({ isSending: true, failure: null });
  try {
    while (waiting !== null) {
      const next: { recording: string; layout: Layout } = waiting;
      waiting = null;
      await call('layout_take', { id: next.recording, layout: next.layout });
    }
  } catch (thrown) {
    waiting = null;
    useTaking.setState({ failure: asFailure(thrown) });
  } finally {
    isBusy = false;
    useTaking.setState({ isSending: false });
  }
}

/** Sends what is on the canvas. */
export function take(recording: Recording): void {
  void send(recording, layoutOf(useEditor.getState()));
}

/** Back to what was on air before; pressed again, forward. */
export function takePrevious(recording: Recording): void {
  const previous = useTaking.getState().previous[recording.id];
  if (previous !== undefined) void send(recording, previous);
}
