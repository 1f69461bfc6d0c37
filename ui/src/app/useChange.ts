import { asFailure, type Settings } from '../bridge';
import { useSettings } from '../data';
import { toast } from '../kit';
import { useMessages } from '../messages';

/** Changes settings at once; says so when they could not be kept for the next launch. */
export function useChange(): (change: Partial<Settings>) => void {
  const { save } = useSettings();
  const { failures } = useMessages();
  return (change) => {
    save(change).catch((thrown: unknown) =>
      toast(failures[asFailure(thrown).code].title, { tone: 'bad' }),
    );
  };
}
