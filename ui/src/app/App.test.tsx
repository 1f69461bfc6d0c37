import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { type AppInfo, setBackend } from '../bridge';
import { connect, makeClient, useNotices } from '../data';
import { freshSetup, useDraft } from '../draft';
import { fakeBackend } from '../testing/fakeBackend';
import { violations } from '../testing/renderScreen';
import { appInfo, failure, recording, setup } from '../testing/samples';
import { App } from './App';
import { closeOverlay } from './overlay';
import { go } from './route';

type Fake = Parameters<typeof fakeBackend>[0];

function show(change: Fake = {}) {
  const backend = fakeBackend(change);
  setBackend(backend);
  const client = makeClient();
  connect(client);
  return { backend, user: userEvent.setup(), ...render(<App client={client} />) };
}

beforeEach(() => {
  closeOverlay();
  go({ screen: 'record' });
  useNotices.setState({ shown: [] });
  useDraft.setState({ setup: freshSetup, isLoaded: false });
});

describe('the shell', () => {
  it('says “Practice” on every screen until another account is chosen', async () => {
    const { backend, user } = show();
    await screen.findByTestId('channel-input');
    for (const place of ['live', 'layouts', 'library', 'accounts']) {
      await user.click(screen.getByTestId(`nav-${place}`));
      await screen.findByTestId(`screen-${place}`);
      expect(screen.getByTestId('practice-badge'), place).toBeTruthy();
    }
    await user.click(screen.getByTestId('account-menu'));
    await user.click(await screen.findByTestId('account-acme'));
    await waitFor(() => expect(screen.queryByTestId('practice-badge')).toBeNull());
    expect(backend.asked('settings_save').at(-1)?.accountId).toBe('acme');
  });

  it('does not call it practice before it knows the account', async () => {
    let answer: (info: AppInfo) => void = () => undefined;
    show({
      app_info: () =>
        new Promise<AppInfo>((resolve) => {
          answer = resolve;
        }),
    });
    expect(await screen.findByTestId('account-menu')).toBeTruthy();
    expect(screen.queryByTestId('practice-badge')).toBeNull();
    answer(appInfo);
    expect(await screen.findByTestId('practice-badge')).toBeTruthy();
  });

  it('counts what records and leads to Live', async () => {
    const { user } = show({
      recording_list: () => [
        recording(),
        recording({ id: 'b' }),
        recording({ id: 'c', state: 'saved' }),
      ],
    });
    const tally = await screen.findByTestId('tally');
    expect(tally.textContent).toBe('2 recording');
    await user.click(tally);
    expect(await screen.findByTestId('screen-live')).toBeTruthy();
  });

  it('shows notices in words until they are put away', async () => {
    const { backend, user } = show({
      app_info: () => ({ ...appInfo, notices: [{ code: 'storeDamaged', params: { path: '/x' } }] }),
    });
    const notice = await screen.findByTestId('notice');
    expect(notice.textContent).toContain('The old file was kept at /x');
    await user.click(within(notice).getByRole('button'));
    expect(screen.queryByTestId('notice')).toBeNull();
    backend.emit({ type: 'notice', notice: { code: 'practiceUnavailable', params: {} } });
    expect((await screen.findByTestId('notice')).textContent).toContain('Practice could not');
  });

  it('says what is wrong when the app cannot begin, and tries again', async () => {
    let isWell = false;
    const { user } = show({
      app_info: () => {
        if (!isWell) throw failure({ code: 'store' });
        return appInfo;
      },
    });
    await screen.findByTestId('failure');
    isWell = true;
    await user.click(screen.getByTestId('failure-action'));
    expect(await screen.findByTestId('channel-input')).toBeTruthy();
  });

  it('says so when a choice could not be kept', async () => {
    const { user } = show({
      settings_save: () => {
        throw failure({ code: 'store' });
      },
    });
    await user.click(await screen.findByTestId('account-menu'));
    await user.click(await screen.findByTestId('account-acme'));
    expect((await screen.findByTestId('toast')).textContent).toContain('own list could not');
  });

  it('speaks Chinese when that is chosen', async () => {
    show({
      app_info: () => ({ ...appInfo, settings: { ...appInfo.settings, language: 'zh' } }),
    });
    expect(await screen.findByRole('heading', { name: '开始录制' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('zh');
  });
});

describe('the draft', () => {
  it('comes back as it was left', async () => {
    show({ app_info: () => ({ ...appInfo, settings: { ...appInfo.settings, draft: setup } }) });
    const input = await screen.findByTestId<HTMLInputElement>('channel-input');
    await waitFor(() => expect(input.value).toBe('weekly-town-hall'));
  });

  it('is saved once typing rests, with the other settings untouched', async () => {
    const { backend, user } = show();
    await user.type(await screen.findByTestId('channel-input'), 'abc');
    await waitFor(() => expect(backend.asked('settings_save').length).toBe(1), { timeout: 3000 });
    expect(backend.asked('settings_save')[0]).toMatchObject({
      accountId: 'practice',
      language: 'en',
      draft: { channel: 'abc' },
    });
  });
});

describe('keys', () => {
  it('go to screens, find actions and show the help', async () => {
    const { user } = show();
    await screen.findByTestId('channel-input');
    await user.keyboard('{Control>}3{/Control}');
    expect(await screen.findByTestId('screen-layouts')).toBeTruthy();
    await user.keyboard('{Control>}k{/Control}');
    const palette = await screen.findByTestId('palette');
    await user.keyboard('accounts{Enter}');
    expect(await screen.findByTestId('screen-accounts')).toBeTruthy();
    expect(palette.isConnected, 'the palette closes').toBe(false);
    (document.activeElement as HTMLElement | null)?.blur();
    await user.keyboard('?');
    const help = await screen.findByTestId('help');
    expect(within(help).getByText('Find an action')).toBeTruthy();
  });

  it('start a recording from inside a field', async () => {
    const { backend, user } = show();
    await user.type(await screen.findByTestId('channel-input'), 'abc');
    await screen.findByTestId('layout-thumb-speakerRight3');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(backend.asked('recording_start')[0]?.channel).toBe('abc'));
  });

  it('do nothing below a dialog, and a question mark in a field is a question mark', async () => {
    const { user } = show();
    const input = await screen.findByTestId<HTMLInputElement>('channel-input');
    await user.type(input, '?');
    expect(screen.queryByTestId('help')).toBeNull();
    expect(input.value).toBe('?');
    await user.click(screen.getByTestId('nav-help'));
    await screen.findByTestId('help');
    fireEvent.keyDown(window, { key: '3', ctrlKey: true });
    expect(screen.queryByTestId('screen-layouts')).toBeNull();
  });

  it('ask before a stop from the palette', async () => {
    const { backend, user } = show({ recording_list: () => [recording()] });
    await screen.findByTestId('recording-row');
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByTestId('palette');
    await user.keyboard('stop board{Enter}');
    await screen.findByTestId('confirm');
    expect(backend.asked('recording_stop')).toEqual([]);
    await user.click(screen.getByTestId('confirm-button'));
    await waitFor(() => expect(backend.asked('recording_stop')).toEqual([{ id: 'rec-1' }]));
  });
});

it('has nothing that axe finds wrong in the shell', async () => {
  const { container } = show({ recording_list: () => [recording()] });
  await screen.findByTestId('recording-row');
  expect(await violations(container)).toEqual([]);
});
