import { describe, expect, it } from 'vitest';
import { type Recording, type RecordingDetail, setBackend } from '../bridge';
import { fakeBackend } from '../testing/fakeBackend';
import { recording } from '../testing/samples';
import { addRecording, keys } from './cache';
import { connect, makeClient } from './stream';

function connected() {
  const backend = fakeBackend();
  setBackend(backend);
  const client = makeClient();
  connect(client);
  const list = () => client.getQueryData<Recording[]>(keys.recordings);
  return { backend, client, list };
}

describe('the event stream', () => {
  it('replaces a recording in the list and in its detail, without asking again', () => {
    const { backend, client, list } = connected();
    const before = recording({ people: 1 });
    const detail: RecordingDetail = { recording: before, timeline: [], calls: [] };
    client.setQueryData(keys.recordings, [before]);
    client.setQueryData(keys.recording(before.id), detail);
    backend.emit({ type: 'recording', recording: recording({ people: 5 }) });
    expect(list()?.[0]?.people).toBe(5);
    expect(client.getQueryData<RecordingDetail>(keys.recording(before.id))?.recording.people).toBe(
      5,
    );
    expect(backend.calls, 'an event carries all that is needed').toEqual([]);
  });

  it('puts a new recording first', () => {
    const { backend, client, list } = connected();
    client.setQueryData(keys.recordings, [recording({ id: 'old' })]);
    backend.emit({ type: 'recording', recording: recording({ id: 'new' }) });
    expect(list()?.map(({ id }) => id)).toEqual(['new', 'old']);
  });

  it('does not let the answer of a start undo what an event told since', () => {
    const { backend, client, list } = connected();
    client.setQueryData(keys.recordings, []);
    backend.emit({ type: 'recording', recording: recording({ state: 'recording' }) });
    addRecording(client, recording({ state: 'preparing' }));
    expect(list()?.map(({ state }) => state)).toEqual(['recording']);
  });

  it('keeps the order of making, whatever the order of telling', () => {
    const { backend, client, list } = connected();
    client.setQueryData(keys.recordings, [recording({ id: 'new', createdAt: 30 })]);
    backend.emit({ type: 'recording', recording: recording({ id: 'old', createdAt: 10 }) });
    backend.emit({ type: 'recording', recording: recording({ id: 'mid', createdAt: 20 }) });
    expect(list()?.map(({ id }) => id)).toEqual(['new', 'mid', 'old']);
  });

  it('adds what happened to the story that is open', () => {
    const { backend, client } = connected();
    const detail: RecordingDetail = { recording: recording(), timeline: [], calls: [] };
    client.setQueryData(keys.recording('rec-1'), detail);
    const entry = { at: 1, code: 'joined' as const, level: 'ok' as const, params: {} };
    backend.emit({ type: 'timeline', recordingId: 'rec-1', entry });
    expect(client.getQueryData<RecordingDetail>(keys.recording('rec-1'))?.timeline).toEqual([
      entry,
    ]);
  });
  it('tells nothing twice when the same events come again', () => {
    const { backend, client, list } = connected();
    const detail: RecordingDetail = { recording: recording(), timeline: [], calls: [] };
    client.setQueryData(keys.recordings, []);
    client.setQueryData(keys.recording('rec-1'), detail);
    const joined = (people: string) => ({
      type: 'timeline' as const,
      recordingId: 'rec-1',
      entry: { at: 1, code: 'joined' as const, level: 'ok' as const, params: { people } },
    });
    for (let time = 0; time < 2; time += 1) {
      backend.emit({ type: 'recording', recording: recording() });
      backend.emit(joined('2'));
      backend.emit(joined('3'));
    }
    expect(list()).toHaveLength(1);
    const story = client.getQueryData<RecordingDetail>(keys.recording('rec-1'))?.timeline;
    expect(
      story?.map(({ params }) => params.people),
      'entries that differ are both told',
    ).toEqual(['2', '3']);
  });
});
