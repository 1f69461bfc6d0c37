import { go } from '../../app/route';
import { asFailure, type Settings, type WelcomeStep } from '../../bridge';
import { useSettings } from '../../data';
import { toast } from '../../kit';
import { useMessages } from '../../messages';

export interface Walk {
  step: WelcomeStep;
  recordingId: string | null;
  accountId: string;
  isPractice: boolean;
  /** Goes to a step, and keeps it for the next launch. */
  goOn: (step: WelcomeStep, change?: Partial<Settings>, recordingId?: string | null) => void;
  /** Leaves for the Record screen. The step stays, unless nothing was begun. */
  leave: () => void;
}

/** Where a first recording stands. */
export function useWelcome(): Walk {
  const { settings, save } = useSettings();
  const { failures } = useMessages();
  const { step, recordingId } = settings.welcome;
  const keep = (change: Partial<Settings>) => {
    save(change).catch((thrown: unknown) =>
      toast(failures[asFailure(thrown).code].title, { tone: 'bad' }),
    );
  };
  return {
    // Who comes back after the end goes through it anew.
    step: step === 'done' ? 'start' : step,
    recordingId,
    accountId: settings.accountId,
    isPractice: settings.accountId === 'practice',
    goOn: (next, change = {}, id = recordingId) =>
      keep({ ...change, welcome: { step: next, recordingId: id } }),
    leave: () => {
      if (step === 'start') keep({ welcome: { step: 'done', recordingId: null } });
      go({ screen: 'record' });
    },
  };
}
