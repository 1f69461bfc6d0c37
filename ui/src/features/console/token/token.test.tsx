import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { TokenFacts } from '../../../bridge';
import { catalogues } from '../../../messages';
import { fakeBackend } from '../../../testing/fakeBackend';
import { renderScreen, violations } from '../../../testing/renderScreen';
import { failure } from '../../../testing/samples';
import { timeWords } from './Facts';
import { TokenReader } from './TokenReader';

const CANARY = '007eJxTYtoken-canary';

function facts(change: Partial<TokenFacts> = {}): TokenFacts {
  return {
    appId: '3f9a0000000000000000000000c21e00',
    channel: 'board-sync',
    user: '527841',
    issuedAt: Date.now() - 60_000,
    endsAt: Date.now() + 3_600_000,
    allows: ['join', 'sound'],
    fit: { appId: true, channel: true, recorder: true, now: true, signature: null },
    ...change,
  };
}

function show(read: () => TokenFacts, channel = 'board-sync') {
  const backend = fakeBackend({ token_read: read });
  const Reader = () => (
    <TokenReader accountId="acme" channel={channel} recorderId="527841" onClose={() => undefined} />
  );
  return { backend, ...renderScreen(Reader, backend, { screen: 'record' }) };
}

describe('a token', () => {
  it('is read, forgotten, and said to fit', async () => {
    const { user, backend } = show(() => facts());
    await user.type(screen.getByTestId('token-input'), `${CANARY}{Enter}`);
    expect((await screen.findByTestId('token-verdict')).textContent).toContain('It fits');
    expect(backend.asked('token_read')).toEqual([
      { accountId: 'acme', token: CANARY, channel: 'board-sync', recorderId: '527841' },
    ]);
    const input = screen.getByTestId('token-input') as HTMLInputElement;
    expect(input.value, 'it does not stay on the page').toBe('');
    expect(document.documentElement.outerHTML).not.toContain(CANARY);
    expect(input.type, 'it is never shown').toBe('password');
    expect(screen.getByTestId('token-left').textContent).toMatch(/left$/);
    expect(screen.getByTestId('token-fit-signature').textContent).toContain('not known');
    expect(await violations(document.body)).toEqual([]);
  });

  it('that does not fit is said so, point by point', async () => {
    const fit = { appId: true, channel: false, recorder: null, now: false, signature: false };
    const { user } = show(() => facts({ fit, endsAt: Date.now() - 3 * 3_600_000 }));
    await user.type(screen.getByTestId('token-input'), CANARY);
    await user.click(screen.getByTestId('token-read'));
    expect((await screen.findByTestId('token-verdict')).textContent).toContain('cannot join');
    expect(screen.getByTestId('token-fit-channel').textContent).toContain('another channel');
    expect(screen.getByTestId('token-fit-now').textContent).toContain('not good now');
    expect(screen.getByTestId('token-left').textContent).toMatch(/^ended 3 h ago/);
  });

  it('that cannot be read is said so in words', async () => {
    const { user } = show(() => {
      throw failure({ code: 'invalid', status: null });
    });
    await user.type(screen.getByTestId('token-input'), 'nonsense{Enter}');
    expect((await screen.findByTestId('token-wrong')).textContent).toContain('006 or 007');
    expect(screen.queryByTestId('token-facts')).toBeNull();
  });

  it('has its time in words, before and after', () => {
    const m = catalogues.en;
    const one = { ...facts(), issuedAt: 1_000_000, endsAt: 8_200_000 };
    expect(timeWords(one, 1_000_000, m)).toBe('2 h left');
    expect(timeWords(one, 8_200_000 + 60_000, m)).toBe('ended 1 min ago');
    expect(timeWords(one, 1_000_000 - 30_000, m)).toBe('begins in 30 s');
    expect(timeWords({ ...one, endsAt: null }, 0, m)).toBe('');
  });
});
