import { create } from 'zustand';

/** The recording that was started last from here, whose progress is shown until it is put away. */
export const useLatest = create<{ id: string | null }>(() => ({ id: null }));

export function showProgressOf(id: string): void {
  useLatest.setState({ id });
}

export function putProgressAway(): void {
  useLatest.setState({ id: null });
}
