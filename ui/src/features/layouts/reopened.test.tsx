import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { openEditor } from './testOpen';

describe('An editor that is opened again', () => {
  it('does not ask again for what was pasted before', async () => {
    const user = userEvent.setup();
    const { unmount } = await openEditor();
    await user.click(screen.getByTestId('do-paste'));
    await screen.findByTestId('paste-dialog');
    unmount();
    await openEditor();
    expect(
      screen.queryByTestId('paste-dialog'),
      'the wish had its answer in the editor that was left',
    ).toBeNull();
    await user.click(screen.getByTestId('do-paste'));
    expect(await screen.findByTestId('paste-dialog'), 'a new wish is heard').toBeTruthy();
  });
});
