import { create } from 'zustand';

export type Overlay =
  | { kind: 'palette' }
  | { kind: 'help' }
  | { kind: 'stop'; id: string; channel: string };

/** What lies over the screens, one at a time. */
export const useOverlay = create<{ overlay: Overlay | null }>(() => ({ overlay: null }));

export function showOverlay(overlay: Overlay): void {
  useOverlay.setState({ overlay });
}

export function closeOverlay(): void {
  useOverlay.setState({ overlay: null });
}
