import { asFailure, call as ask, type ConsoleAnswer, type ConsoleCall } from '../../../bridge';
import { valueAt, withValue } from './pointer';
import { callOf, goToCall, takeAnswer, useConsole } from './store';

/** Sends a call once. Answers nothing where nothing could be sent; why is in the state then. */
async function sendOnce(sent: ConsoleCall, anyway: boolean): Promise<ConsoleAnswer | null> {
  const { call } = sent;
  if (useConsole.getState().sending[call] !== undefined) return null;
  useConsole.setState(({ sending }) => ({
    sending: { ...sending, [call]: Date.now() },
    refusal: null,
  }));
  try {
    const answer = await ask('console_send', { call: sent, anyway });
    takeAnswer(sent, answer, Date.now());
    return answer;
  } catch (thrown) {
    useConsole.setState({ refusal: asFailure(thrown) });
    return null;
  } finally {
    useConsole.setState(({ sending: { [call]: _done, ...sending } }) => ({ sending }));
  }
}

/** Sends the present call. */
export function send(anyway: boolean): Promise<ConsoleAnswer | null> {
  return sendOnce(callOf(useConsole.getState()), anyway);
}

/** Acquires a recorder for what start names, and starts it with that. */
export async function acquireAndStart(anyway: boolean): Promise<void> {
  const state = useConsole.getState();
  const start = callOf(state, 'start');
  let body = state.bodies.acquire;
  for (const name of ['cname', 'uid']) body = withValue(body, [name], valueAt(start.body, [name]));
  const scene = ['clientRequest', 'scene'];
  // A page can only be started with a recorder that was acquired for one.
  if (state.mode === 'web' && valueAt(body, scene) === undefined) body = withValue(body, scene, 1);
  const acquired = await sendOnce({ ...callOf(state, 'acquire'), body }, anyway);
  if (acquired === null || acquired.entry.failure !== null || !acquired.resourceId) return;
  goToCall('start');
  await sendOnce({ ...start, resourceId: acquired.resourceId }, anyway);
}
