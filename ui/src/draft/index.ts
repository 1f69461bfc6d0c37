import { create } from 'zustand';
import type { MoreSettings, Setup } from '../bridge';

/** What the form starts with: the app's defaults for a first recording. */
export const freshSetup: Setup = {
  accountId: 'practice',
  channel: '',
  recordAs: 'combinedVideo',
  picture: { width: 1280, height: 720, fps: 30, bitrate: null },
  layoutId: '',
  storageId: '',
  stop: { afterMinutes: 120, idleSeconds: 300 },
  more: {
    channelType: null,
    recorderId: null,
    audioProfile: 0,
    videoStreamType: 0,
    mp4: true,
    backgroundColor: null,
    controlHours: null,
    region: null,
  },
};

interface Draft {
  setup: Setup;
  /** Whether the saved draft was taken over. */
  isLoaded: boolean;
}

/** The Record form. It outlives the screen, so that other screens can fill it in. */
export const useDraft = create<Draft>(() => ({ setup: freshSetup, isLoaded: false }));

export function setDraft(change: Partial<Setup>): void {
  useDraft.setState(({ setup }) => ({ setup: { ...setup, ...change } }));
}

export function setMore(change: Partial<MoreSettings>): void {
  useDraft.setState(({ setup }) => ({
    setup: { ...setup, more: { ...setup.more, ...change } },
  }));
}

/** Takes over what was left at the last launch, once. */
export function loadDraft(saved: Setup | null): void {
  useDraft.setState((state) =>
    state.isLoaded ? state : { setup: saved ?? state.setup, isLoaded: true },
  );
}
