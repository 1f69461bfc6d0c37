import { describe, expect, it, vi } from 'vitest';
import { fakeBackend } from '../testing/fakeBackend';
import { failure } from '../testing/samples';
import { call, onStudioEvent, setBackend } from '.';

const tauri = vi.hoisted(() => ({ register: (_off: () => void) => undefined as unknown }));
vi.mock('@tauri-apps/api/event', () => ({
  listen: () =>
    new Promise<() => void>((resolve) => {
      tauri.register = resolve;
    }),
}));

// Before any other backend is put in the place of the window's own.
describe('the window’s stream', () => {
  it('tells when it is there, and not before', async () => {
    const listening = vi.fn();
    onStudioEvent(() => undefined, listening);
    await Promise.resolve();
    expect(listening, 'registering is still under way').not.toHaveBeenCalled();
    tauri.register(() => undefined);
    await vi.waitFor(() => expect(listening).toHaveBeenCalledOnce());
  });

  it('says nothing when it was ended while registering, and ends', async () => {
    const listening = vi.fn();
    const off = vi.fn();
    onStudioEvent(() => undefined, listening)();
    tauri.register(off);
    await vi.waitFor(() => expect(off).toHaveBeenCalledOnce());
    expect(listening).not.toHaveBeenCalled();
  });
});

describe('a call', () => {
  it('rejects with the studio’s failure as it is', async () => {
    const refused = failure({ code: 'taskConflict' });
    setBackend(
      fakeBackend({
        layout_list: () => {
          throw refused;
        },
      }),
    );
    await expect(call('layout_list', {})).rejects.toEqual(refused);
  });

  it('makes a failure of plain text, as bad arguments and refused permissions reject', async () => {
    setBackend(
      fakeBackend({
        layout_list: () => Promise.reject('command layout_list not allowed'),
      }),
    );
    await expect(call('layout_list', {})).rejects.toMatchObject({
      code: 'internal',
      message: 'command layout_list not allowed',
      retryable: false,
    });
  });
});
