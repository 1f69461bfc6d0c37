import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import type { Backend, Recording, TimelineEntry } from '../bridge';
import { setBackend } from '../bridge';
import { fakeBackend } from '../testing/fakeBackend';
import { practiceAccount, realAccount, recording } from '../testing/samples';
import { useAccounts, useRecording, useRecordings } from './index';
import { connect, makeClient } from './stream';

/** A question that is answered by hand. */
function byHand<T>() {
  const answers: ((value: T) => void)[] = [];
  return { ask: () => new Promise<T>((resolve) => answers.push(resolve)), answers };
}

function follow(backend: Backend) {
  setBackend(backend);
  const client = makeClient();
  connect(client);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return { client, wrapper };
}

it('an event since a question went out wins over its answer', async () => {
  const list = byHand<Recording[]>();
  const backend = fakeBackend({ recording_list: list.ask });
  const { wrapper } = follow(backend);
  const { result } = renderHook(() => useRecordings(), { wrapper });
  await waitFor(() => expect(list.answers).toHaveLength(1));
  backend.emit({ type: 'recording', recording: recording({ people: 9 }) });
  await act(async () => list.answers[0]?.([recording({ people: 1 })]));
  await waitFor(() => expect(result.current.data?.[0]?.people).toBe(9));
});

it('the answer to a question that went out after the last event wins over the event', async () => {
  const list = byHand<Recording[]>();
  const backend = fakeBackend({ recording_list: list.ask });
  const { wrapper } = follow(backend);
  backend.emit({ type: 'recording', recording: recording({ people: 9 }) });
  const { result } = renderHook(() => useRecordings(), { wrapper });
  await waitFor(() => expect(list.answers).toHaveLength(1));
  await act(async () => list.answers[0]?.([recording({ people: 1 })]));
  await waitFor(() => expect(result.current.data?.[0]?.people).toBe(1));
});

it('a story keeps what was told while it was asked for, once', async () => {
  const entry = (at: number) => ({
    at,
    code: 'joined' as const,
    level: 'ok' as const,
    params: {},
  });
  const detail = byHand<{ recording: Recording; timeline: TimelineEntry[]; calls: [] }>();
  const backend = fakeBackend({ recording_detail: detail.ask });
  const { wrapper } = follow(backend);
  const { result } = renderHook(() => useRecording('rec-1'), { wrapper });
  await waitFor(() => expect(detail.answers).toHaveLength(1));
  backend.emit({ type: 'timeline', recordingId: 'rec-1', entry: entry(2) });
  backend.emit({ type: 'timeline', recordingId: 'rec-1', entry: entry(3) });
  const answer = { recording: recording(), timeline: [entry(1), entry(2)], calls: [] as [] };
  await act(async () => detail.answers[0]?.(answer));
  await waitFor(() => expect(result.current.data?.timeline.map(({ at }) => at)).toEqual([1, 2, 3]));
});

it('a list that travels whole is not undone by an older answer', async () => {
  const list = byHand<(typeof practiceAccount)[]>();
  const backend = fakeBackend({ account_list: list.ask });
  const { wrapper } = follow(backend);
  const { result } = renderHook(() => useAccounts(), { wrapper });
  await waitFor(() => expect(list.answers).toHaveLength(1));
  backend.emit({ type: 'accounts', accounts: [practiceAccount, realAccount] });
  await act(async () => list.answers[0]?.([practiceAccount]));
  await waitFor(() => expect(result.current.data).toHaveLength(2));
});

it('what changed before the stream was there is asked for again once it is', async () => {
  let present: Recording[] = [];
  const first = byHand<Recording[]>();
  let asked = 0;
  const inner = fakeBackend({
    recording_list: () => {
      asked += 1;
      return asked === 1 ? first.ask() : present;
    },
  });
  let listening: (() => void) | undefined;
  const { wrapper } = follow({
    call: inner.call,
    onEvent(callback, onListening) {
      listening = onListening;
      return inner.onEvent(callback);
    },
  });
  const { result } = renderHook(() => ({ accounts: useAccounts(), recordings: useRecordings() }), {
    wrapper,
  });
  await waitFor(() => expect(result.current.accounts.data).toBeDefined());
  present = [recording()];
  act(() => listening?.());
  await waitFor(() => expect(result.current.recordings.data).toHaveLength(1));
  await act(async () => first.answers[0]?.([]));
  expect(result.current.recordings.data, 'the first answer comes late and is old').toHaveLength(1);
  expect(inner.asked('account_list'), 'answered lists are asked for again too').toHaveLength(2);
});
