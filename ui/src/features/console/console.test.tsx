import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConsoleCall, ContractData, FieldData } from '../../bridge';
import rows from '../../bridge/generated/rows.json';
import { fakeBackend } from '../../testing/fakeBackend';
import { renderScreen, violations } from '../../testing/renderScreen';
import { failure, contract as sample } from '../../testing/samples';
import ConsoleScreen from './ConsoleScreen';
import { jumpTo } from './form/jump';
import { contentOf, openDraft, workFrom } from './model/drafts';
import { noHistory } from './model/history';
import { takeBare } from './model/secrets';
import {
  currentCall,
  goToCall,
  moveMember,
  openCall,
  redo,
  setMode,
  setText,
  setValue,
  takeAnswer,
  undo,
  useConsole,
  workOf,
} from './model/store';
import { freshWork, textOf } from './model/work';

const contract = {
  ...sample,
  fields: rows.fields as FieldData[],
  vendors: rows.vendors,
} as ContractData;

const fresh = useConsole.getState().answers;
const request = (name: string) => ['clientRequest', ...name.split('.')];
const body = () => currentCall().body as Record<string, never>;

beforeEach(() => {
  useConsole.setState({
    ...freshWork(),
    contract,
    history: noHistory,
    draft: null,
    unsaved: null,
    acquired: null,
    latest: null,
    answers: { ...fresh },
  });
});

describe('the work of the console', () => {
  it('sends only what was set, and nothing of a group that became empty', () => {
    goToCall('start');
    setValue(request('recordingConfig.maxIdleTime'), 60);
    expect(body()).toMatchObject({ clientRequest: { recordingConfig: { maxIdleTime: 60 } } });
    setValue(request('recordingConfig.maxIdleTime'), undefined);
    expect(body()).toEqual({ clientRequest: { token: expect.any(String) } });
  });

  it('sets aside what has no use in another mode, and brings it back', () => {
    goToCall('start');
    setValue(request('recordingConfig.transcodingConfig.width'), 1920);
    setMode('individual');
    expect(JSON.stringify(body()), 'there is no mix in individual').not.toContain('1920');
    expect(useConsole.getState().parked.start).toHaveLength(1);
    setMode('mix');
    expect(JSON.stringify(body()), 'nothing that was typed is lost').toContain('1920');
    expect(useConsole.getState().parked.start).toEqual([]);
  });

  it('sets aside what a condition takes the use of', () => {
    goToCall('start');
    setValue(request('recordingConfig.decryptionMode'), 7);
    setValue(request('recordingConfig.salt'), '${held:1}');
    setValue(request('recordingConfig.decryptionMode'), 1);
    expect(JSON.stringify(body())).not.toContain('salt');
    setValue(request('recordingConfig.decryptionMode'), 8);
    expect(JSON.stringify(body())).toContain('${held:1}');
  });

  it('follows the text, keeps unknown members, and the last good body while it is no JSON', () => {
    goToCall('stop');
    setText('{"cname":"a","clientRequest":{"async_stop":true,"mine":1}}');
    expect(body()).toMatchObject({ clientRequest: { async_stop: true, mine: 1 } });
    setText('{"cname":"b"');
    expect(body(), 'the form keeps the last good one').toMatchObject({ cname: 'a' });
    undo();
    expect(body()).toMatchObject({ clientRequest: {} });
    redo();
    setText('{"cname":"a","clientRequest":{"mine":1}}');
    setValue(request('async_stop'), false);
    expect(JSON.parse(textOf(workOf(useConsole.getState()), 'stop'))).toEqual({
      cname: 'a',
      clientRequest: { mine: 1, async_stop: false },
    });
  });

  it('moves a member to where it belongs, and takes that back', () => {
    goToCall('start');
    setText('{"clientRequest":{"maxIdleTime":9}}');
    moveMember('/clientRequest/maxIdleTime', '/clientRequest/recordingConfig/maxIdleTime');
    expect(body()).toEqual({ clientRequest: { recordingConfig: { maxIdleTime: 9 } } });
    undo();
    expect(body()).toEqual({ clientRequest: { maxIdleTime: 9 } });
  });

  it('names one channel and one recorder in all calls', () => {
    setValue(['cname'], 'town-hall');
    setValue(['uid'], '7');
    goToCall('stop');
    expect(body()).toMatchObject({ cname: 'town-hall', uid: '7' });
    expect(useConsole.getState().address.channel).toBe('town-hall');
  });

  it('takes over what acquire gave, and keeps it when an older step is taken back', () => {
    setValue(['cname'], 'town-hall');
    const sent = currentCall();
    const summary = { call: 'acquire' } as never;
    const entry = { summary, failure: null } as never;
    takeAnswer(sent, { entry, resourceId: 'R1', sid: null }, 5);
    expect(useConsole.getState().acquired).toEqual({ resourceId: 'R1', at: 5 });
    undo();
    expect(useConsole.getState().address.resourceId, 'the service gave it').toBe('R1');
  });

  it('opens a call as one step', () => {
    const call: ConsoleCall = { ...currentCall(), call: 'query', resourceId: 'R', sid: 'S' };
    openCall({ ...call, body: null });
    expect(currentCall()).toMatchObject({ call: 'query', resourceId: 'R', sid: 'S' });
    undo();
    expect(currentCall()).toMatchObject({ call: 'acquire', resourceId: '' });
  });

  it('keeps a draft as it is, without secrets in the clear', () => {
    goToCall('start');
    setValue(request('storageConfig.secretKey'), 'canary-1');
    setValue(request('storageConfig.bucket'), 'mine');
    const kept = JSON.stringify(contentOf(useConsole.getState()));
    expect(kept).not.toContain('canary-1');
    expect(workFrom(JSON.parse(kept)).bodies.start).toMatchObject({
      clientRequest: { storageConfig: { bucket: 'mine' } },
    });
    setText('{"clientRequest":{"storageConfig":{"secretKey":"canary-2"');
    expect(JSON.stringify(contentOf(useConsole.getState()))).not.toContain('canary-2');
  });
});

describe('the screen of the console', () => {
  function show(disk = { isFull: false }) {
    const backend = fakeBackend({
      contract_get: () => contract,
      console_check: () => ({ issues: [], moves: [], bare: [] }),
      draft_list: () => [],
      draft_save: (draft) => {
        if (disk.isFull) throw failure({ code: 'store', status: null, reason: null });
        return draft;
      },
      console_take_secrets: () => ({
        body: { clientRequest: { storageConfig: { secretKey: '${held:9}' } } },
        held: ['${held:9}'],
      }),
    });
    return { backend, ...renderScreen(ConsoleScreen, backend, { screen: 'console' }) };
  }

  it('puts what is typed at its place in the body, and checks it', async () => {
    const { user, backend } = show();
    await user.type(await screen.findByTestId('field:/cname'), 'hall');
    await user.type(screen.getByTestId('field:/clientRequest/resourceExpiredHour'), '24');
    expect(body()).toMatchObject({ cname: 'hall', clientRequest: { resourceExpiredHour: 24 } });
    await waitFor(() =>
      expect(backend.asked('console_check').at(-1)?.body).toMatchObject({ cname: 'hall' }),
    );
    await waitFor(() => expect(backend.asked('draft_save').length).toBeGreaterThan(0));
  });

  it('opens the way to a field, and has nothing that axe finds wrong', async () => {
    const { container } = show();
    await screen.findByTestId('form-acquire');
    act(() => goToCall('start'));
    await screen.findByTestId('form-start');
    act(() => jumpTo('/clientRequest/recordingConfig/transcodingConfig/width'));
    await screen.findByTestId('field:/clientRequest/recordingConfig/transcodingConfig/width');
    expect(await violations(container)).toEqual([]);
  });

  it('takes secrets out of the body and out of what can be taken back', async () => {
    show();
    await screen.findByTestId('form-acquire');
    act(() => goToCall('start'));
    act(() => setText('{"clientRequest":{"storageConfig":{"secretKey":"canary-3"}}}'));
    await act(() => takeBare(false));
    const { contract: _rows, ...rest } = useConsole.getState();
    expect(JSON.stringify(rest), 'no step of the past has it').not.toContain('canary-3');
    expect(JSON.stringify(body())).toContain('held:9');
  });

  it('says that a draft is in the window only while it can’t be saved', async () => {
    const disk = { isFull: true };
    const { user, backend } = show(disk);
    const field = await screen.findByTestId('field:/cname');
    await user.type(field, 'hall');
    const note = await screen.findByTestId('draft-unsaved');
    expect(note.textContent).toContain('could not be saved');
    disk.isFull = false;
    await user.click(screen.getByTestId('draft-again'));
    await waitFor(() => expect(screen.queryByTestId('draft-unsaved')).toBeNull());
    expect(JSON.stringify(backend.asked('draft_save').at(-1)), 'nothing is lost').toContain('hall');
  });

  it('takes secrets out of the steps of drafts that are not open too', async () => {
    show();
    await screen.findByTestId('form-acquire');
    const { draft } = useConsole.getState();
    act(() => goToCall('start'));
    act(() => setText('{"clientRequest":{"storageConfig":{"secretKey":"canary-4"}}}'));
    act(() => setText('{"clientRequest":{"storageConfig":{"bucket":"mine"}}}'));
    const kept = contentOf(useConsole.getState());
    const other = { id: 'other', name: 'Other', updatedAt: 1, content: freshWork() };
    await act(() => openDraft(other));
    await act(() => openDraft({ ...other, id: draft?.id ?? '', content: kept }));
    act(undo);
    const { contract: _rows, ...rest } = useConsole.getState();
    expect(JSON.stringify(rest), 'no step of the past has it').not.toContain('canary-4');
  });
});
