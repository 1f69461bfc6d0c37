import { describe, expect, it } from 'vitest';
import { type Recording, type RecordingDetail, setBackend } from '../bridge';
import { fakeBackend } from '../testing/fakeBackend';
import { recording } from '../testing/samples';
import { addRecording, keys } from './cache';
import { connect, freshest, makeClient } from './stream';

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

  it('does not let a list that was asked for earlier undo it either', () => {
    const { backend } = connected();
    backend.emit({ type: 'recording', recording: recording({ people: 9 }) });
    expect(freshest([recording({ people: 1 })])[0]?.people).toBe(9);
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
});
