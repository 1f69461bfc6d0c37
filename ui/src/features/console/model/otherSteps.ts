import { type History, mapped, noHistory } from './history';
import type { Work } from './work';

/** The steps of drafts that are not open, so that going back and forth keeps them. */
const histories = new Map<string, History<Work>>();

export function keepSteps(draft: string, history: History<Work>): void {
  histories.set(draft, history);
}

export function stepsOf(draft: string): History<Work> {
  return histories.get(draft) ?? noHistory;
}

/** Changes every state in the steps of every draft that is not open. */
export function changeOtherSteps(change: (work: Work) => Work): void {
  for (const [draft, history] of histories) histories.set(draft, mapped(history, change));
}
