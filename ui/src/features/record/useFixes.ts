import { go } from '../../app/route';
import type { PreflightFix } from '../../bridge';
import { setDraft, setMore, useDraft } from '../../draft';
import type { RecordForm } from './useRecordForm';

/** The longest that a token lasts, in minutes, is the longest planned end that the form offers. */
const DAY = 24 * 60;

/** Does what a line's button says. */
export function useFixes(form: RecordForm): (fix: PreflightFix) => void {
  const { setup, preflighting } = form;
  const deeds: Record<PreflightFix, () => void> = {
    checkAgain: preflighting.again,
    openAccount: () => go({ screen: 'accounts', id: setup.accountId }),
    openStorage: () => go({ screen: 'accounts', id: setup.storageId }),
    freeId: () => setMore({ recorderId: null }),
    followChannel: () => setMore({ channelType: null }),
    endWithinDay: () => {
      const { stop } = useDraft.getState().setup;
      setDraft({ stop: { ...stop, afterMinutes: DAY } });
    },
    openLayout: () => go({ screen: 'layouts', id: setup.layoutId }),
    safePicture: () => setDraft({ picture: { width: 1280, height: 720, fps: 30, bitrate: null } }),
    smallStreams: () => setMore({ videoStreamType: 1 }),
    showField: form.showFirstError,
  };
  return (fix) => deeds[fix]();
}
