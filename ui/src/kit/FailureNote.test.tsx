import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { currentRoute, go } from '../app/route';
import type { FailureCode } from '../bridge';
import { catalogues, MessagesProvider, type Tongue } from '../messages';
import { failure } from '../testing/samples';
import { FailureNote, type FailureNoteProps } from './FailureNote';
import { type Deeds, type Remedy, remedies } from './remedies';
import { ToastRegion } from './Toast';

function show(props: FailureNoteProps, tongue: Tongue = 'en') {
  const user = userEvent.setup();
  const view = render(
    <MessagesProvider value={catalogues[tongue]}>
      <FailureNote {...props} />
      <ToastRegion />
    </MessagesProvider>,
  );
  return { ...view, user };
}

const button = () => screen.queryByTestId('failure-action');

beforeEach(() => go({ screen: 'record' }));

describe('the one button', () => {
  const words: Record<Remedy, string> = {
    again: 'Try again',
    recordAgain: 'Record again',
    lookAgain: 'Look again',
    checkAgain: 'Check again',
    accounts: 'Open Accounts',
    showFields: 'Show me',
    freeId: 'Draw a free ID',
  };

  it.each(Object.keys(remedies) as FailureCode[])('does what it says for %s', async (code) => {
    const done: string[] = [];
    const deeds: Deeds = Object.fromEntries(
      Object.entries(words).map(([remedy, word]) => [remedy, () => done.push(word)]),
    );
    const { user } = show({ failure: failure({ code }), action: deeds });
    const said = button()?.textContent;
    expect(said, 'it is a word of the table').toBe(words[remedies[code]]);
    await user.click(button() as HTMLElement);
    expect(done).toEqual([said]);
  });

  it('says “Try again” where all it can do is to repeat', async () => {
    const repeat = vi.fn();
    const { user } = show({ failure: failure({ code: 'notNow' }), action: { onPress: repeat } });
    expect(button()?.textContent, '“Look again” would promise something else').toBe('Try again');
    await user.click(button() as HTMLElement);
    expect(repeat).toHaveBeenCalledOnce();
  });

  it('leads to Accounts from everywhere, but not from there', async () => {
    const { user, unmount } = show({ failure: failure({ code: 'unauthorized' }) });
    await user.click(button() as HTMLElement);
    expect(currentRoute().screen).toBe('accounts');
    unmount();
    show({ failure: failure({ code: 'unauthorized' }) });
    expect(button(), 'one is there already').toBeNull();
  });

  it('is not there when nothing can be done', () => {
    show({ failure: failure({ code: 'endedByItself' }) });
    expect(button()).toBeNull();
  });
});

describe('the fold for support', () => {
  it('speaks the language that is chosen', async () => {
    const { user } = show({ failure: failure() }, 'zh');
    await user.click(screen.getByRole('button', { name: '技术详情' }));
    const names = [...document.querySelectorAll('dt')].map((name) => name.textContent);
    expect(names).toEqual(['代码', 'HTTP', '原因', '信息']);
  });

  it('copies, and says so when the clipboard does not take it', async () => {
    const { user } = show({ failure: failure() });
    await user.click(screen.getByRole('button', { name: 'Details for support' }));
    const copy = screen.getByRole('button', { name: 'Copy for support' });
    await user.click(copy);
    expect(await navigator.clipboard.readText()).toContain('Code: unauthorized');
    expect((await screen.findByTestId('toast')).textContent).toContain('Copied');
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    await user.click(copy);
    await waitFor(() => expect(screen.getAllByTestId('toast')).toHaveLength(2));
    expect(screen.getAllByTestId('toast')[1]?.textContent).toContain('did not take it');
    vi.restoreAllMocks();
  });
});
