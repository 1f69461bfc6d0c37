import type { Recording, TimelineEntry } from '../../bridge';

/** A stretch of a recording with one layout. */
export interface Span {
  layout: { id: string; name: string | null };
  /** Unix milliseconds. */
  from: number;
  /** Of the whole, from 0 to 1. */
  share: number;
}

/** Which layout a recording had when. What came before the first change is told by what it was started with. */
export function layoutSpans(recording: Recording, timeline: readonly TimelineEntry[]): Span[] {
  const { startedAt, endedAt } = recording;
  if (startedAt === null || endedAt === null || endedAt <= startedAt) return [];
  const changes = timeline.filter(
    ({ code, at }) => code === 'layoutChanged' && at >= startedAt && at < endedAt,
  );
  const starts = [
    { at: startedAt, layout: { id: recording.setup.layoutId, name: null } },
    ...changes.map(({ at, params }) => ({
      at,
      layout: { id: params.layoutId ?? '', name: params.layoutName || null },
    })),
  ];
  return starts.map(({ at, layout }, index) => ({
    layout,
    from: at,
    share: ((starts[index + 1]?.at ?? endedAt) - at) / (endedAt - startedAt),
  }));
}
