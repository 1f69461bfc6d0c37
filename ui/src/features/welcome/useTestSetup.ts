import type { Setup } from '../../bridge';
import { useLayouts, useStorages } from '../../data';
import { freshSetup, useDraft } from '../../draft';
import type { Walk } from './useWelcome';

/** The stand-in has people in every channel with such a name. */
const PRACTICE_CHANNEL = 'welcome';

/** What the test recording is made with; `null` while layouts or storages are not known, or there is no storage. */
export function useTestSetup(walk: Walk): Setup | null {
  const layouts = useLayouts().data;
  const storages = useStorages().data;
  const draft = useDraft((state) => state.setup);
  const wide = (layouts ?? []).filter(
    ({ document }) => document.canvas.width > document.canvas.height,
  );
  const layout = wide.find(({ id }) => id === draft.layoutId) ?? wide[0];
  const storage = storages?.find(({ practice }) => practice === walk.isPractice);
  if (layout === undefined || storage === undefined) return null;
  return {
    ...freshSetup,
    accountId: walk.accountId,
    channel: walk.isPractice ? PRACTICE_CHANNEL : draft.channel,
    layoutId: layout.id,
    storageId: storage.id,
    // It is stopped after half a minute; should Roomreel end before, then by these.
    stop: { afterMinutes: 1, idleSeconds: 30 },
  };
}
