import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { ConsoleCall, ImportedCall } from '../../../bridge';
import { fakeBackend } from '../../../testing/fakeBackend';
import { renderScreen, violations } from '../../../testing/renderScreen';
import { failure } from '../../../testing/samples';
import { PasteCall } from './PasteCall';
import { withoutReferences, withReferences } from './references';
import { isCommand, usePastedCall } from './usePastedCall';

const HELD = ['$' + '{held:1}', '$' + '{held:2}'] as const;
const KEPT = ['$' + '{kept:9}', '$' + '{kept:8}'] as const;

function imported(change: Partial<ImportedCall> = {}): ImportedCall {
  return {
    name: '',
    call: {
      accountId: 'practice',
      call: 'start',
      mode: 'mix',
      resourceId: 'R',
      sid: '',
      channel: '',
      hostsOnly: false,
      body: {
        cname: 'board-sync',
        uid: '5',
        clientRequest: { storageConfig: { bucket: 'b', accessKey: HELD[0], secretKey: HELD[1] } },
      },
    },
    otherAppId: null,
    held: [...HELD],
    hadSignIn: true,
    ...change,
  };
}

function show(calls: ImportedCall[], initial = '') {
  const backend = fakeBackend({
    console_import: () => ({ calls }),
    secret_keep: () => ({ references: [...KEPT] }),
  });
  const onTake = vi.fn<(call: ConsoleCall) => void>();
  const onClose = vi.fn();
  const Screen = () => (
    <PasteCall accountId="practice" initial={initial} onTake={onTake} onClose={onClose} />
  );
  return { backend, onTake, onClose, ...renderScreen(Screen, backend, { screen: 'record' }) };
}

const keys = (call: ConsoleCall | undefined) => {
  const body = call?.body as { clientRequest: { storageConfig: object } } | undefined;
  return body?.clientRequest.storageConfig;
};

describe('a pasted call', () => {
  it('is read, shown, and its secrets go to the keychain', async () => {
    const { user, onTake, onClose, backend } = show([imported({ otherAppId: 'other-app' })]);
    await user.click(screen.getByTestId('paste-call-text'));
    await user.paste('curl https://api.agora.io -u me:canary');
    await user.click(screen.getByTestId('paste-call-read'));
    const found = await screen.findByTestId('paste-call-found');
    for (const text of ['start', 'board-sync', 'other-app', '2 secrets', 'sign-in']) {
      expect(found.textContent).toContain(text);
    }
    expect(document.body.outerHTML, 'the text is forgotten').not.toContain('canary');
    expect(await violations(document.body)).toEqual([]);
    await user.click(screen.getByTestId('paste-call-take'));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(backend.asked('secret_keep')).toEqual([{ references: [...HELD] }]);
    expect(keys(onTake.mock.calls[0]?.[0])).toEqual({
      bucket: 'b',
      accessKey: KEPT[0],
      secretKey: KEPT[1],
    });
  });

  it.each([
    ['Use once', { bucket: 'b', accessKey: HELD[0], secretKey: HELD[1] }],
    ['Leave out', { bucket: 'b' }],
  ])('lets go of the keychain: %s', async (choice, left) => {
    const { user, onTake, backend } = show([imported()], 'curl x');
    await user.click(await screen.findByRole('radio', { name: choice }));
    await user.click(screen.getByTestId('paste-call-take'));
    await waitFor(() => expect(onTake).toHaveBeenCalled());
    expect(keys(onTake.mock.calls[0]?.[0])).toEqual(left);
    expect(backend.asked('secret_keep'), 'nothing is kept').toEqual([]);
  });

  it('is chosen from a collection, by keyboard', async () => {
    const calls = Array.from({ length: 12 }, (_, index) =>
      imported({
        name: `Request no. ${index}`,
        held: [],
        call: { ...imported().call, sid: `S${index}` },
      }),
    );
    const { user, onTake } = show(calls, '{"item": []}');
    await screen.findByTestId('paste-call-found');
    screen.getByTestId('paste-call-one-0').focus();
    await user.keyboard('{ArrowDown}');
    await user.type(screen.getByRole('searchbox'), 'no. 11');
    expect(screen.getAllByRole('radio')).toHaveLength(1);
    await user.clear(screen.getByRole('searchbox'));
    await user.click(screen.getByTestId('paste-call-take'));
    await waitFor(() => expect(onTake.mock.calls[0]?.[0].sid).toBe('S1'));
  });

  it('that is none stays to be mended', async () => {
    const backend = fakeBackend({
      console_import: () => {
        throw failure({ code: 'invalid', status: null });
      },
    });
    const Screen = () => (
      <PasteCall accountId="practice" initial="hello" onTake={vi.fn()} onClose={vi.fn()} />
    );
    renderScreen(Screen, backend, { screen: 'record' });
    expect((await screen.findByTestId('paste-call-wrong')).textContent).toContain('No call');
    expect((screen.getByTestId('paste-call-text') as HTMLTextAreaElement).value).toBe('hello');
  });
});

describe('the keys', () => {
  it('take a command also in the middle of a field, and other text only outside of one', () => {
    const onText = vi.fn();
    const Screen = () => {
      usePastedCall(onText);
      return <input aria-label="any" data-testid="any" />;
    };
    renderScreen(Screen, fakeBackend(), { screen: 'record' });
    const paste = (target: Element, text: string) =>
      fireEvent.paste(target, { clipboardData: { getData: () => text } });
    paste(screen.getByTestId('any'), 'board-sync');
    expect(onText, 'that was for the field').not.toHaveBeenCalled();
    paste(screen.getByTestId('any'), ' curl --request POST https://x');
    expect(onText).toHaveBeenLastCalledWith(' curl --request POST https://x');
    paste(document.body, '{"cname":"x"}');
    expect(onText).toHaveBeenLastCalledWith('{"cname":"x"}');
    expect(onText).toHaveBeenCalledTimes(2);
  });

  it('know a command', () => {
    expect(isCommand('curl -X POST https://x')).toBe(true);
    expect(isCommand('$ curl https://x')).toBe(true);
    expect(isCommand('curling-club')).toBe(false);
  });
});

describe('references', () => {
  const body = { a: [HELD[0], 'b'], c: { d: `x ${HELD[1]}` }, e: 1 };

  it('are renamed wherever they stand', () => {
    const renamed = new Map([
      [HELD[0], KEPT[0]],
      [HELD[1], KEPT[1]],
    ]);
    expect(withReferences(body, renamed)).toEqual({
      a: [KEPT[0], 'b'],
      c: { d: `x ${KEPT[1]}` },
      e: 1,
    });
  });

  it('are left out with what holds them', () => {
    expect(withoutReferences(body, HELD)).toEqual({ a: ['b'], c: {}, e: 1 });
  });
});
