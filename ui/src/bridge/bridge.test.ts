import { describe, expect, it } from 'vitest';
import { fakeBackend } from '../testing/fakeBackend';
import { failure } from '../testing/samples';
import { call, setBackend } from '.';

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
