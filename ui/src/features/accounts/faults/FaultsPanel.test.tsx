import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { backendWith } from '../../../testing/more';
import { renderScreen, violations } from '../../../testing/renderScreen';
import AccountsScreen from '../AccountsScreen';

async function open(tongue: 'en' | 'zh' = 'en') {
  const backend = backendWith([], {});
  const shown = renderScreen(AccountsScreen, backend, { screen: 'accounts' }, tongue);
  await shown.user.click(await screen.findByTestId('faults'));
  await screen.findByTestId('fault-add');
  return { backend, ...shown };
}

async function choose(user: Awaited<ReturnType<typeof open>>['user'], id: string, name: RegExp) {
  await user.click(screen.getByTestId(id));
  await user.click(await screen.findByRole('option', { name }));
}

describe('faults on purpose', () => {
  it('turns one on for a call, so many times, and off again', async () => {
    const { backend, user } = await open();
    await choose(user, 'fault-kind', /^Lost answer/);
    await choose(user, 'fault-call', /^Starting/);
    await choose(user, 'fault-often', /^Three times/);
    await user.click(screen.getByTestId('fault-add'));
    const row = await screen.findByTestId('fault-rule-0');
    expect(row.textContent, 'what, where, how often').toMatch(
      /Lost answer.*Starting.*3 more times/,
    );
    expect(backend.asked('faults_save')[0], 'the plan as the service takes it').toEqual({
      rules: [
        { call: 'start', fault: { kind: 'lost-answer' }, often: { kind: 'times', times: 3 } },
      ],
      seed: null,
    });
    expect(screen.getByText('1 fault on'), 'said while it is on').toBeTruthy();
    await user.click(within(row).getByRole('button', { name: 'Turn off: Lost answer' }));
    await waitFor(() => expect(screen.queryByTestId('fault-rule-0')).toBeNull());
  });

  it('sends the number that was typed', async () => {
    const { backend, user } = await open();
    const amount = screen.getByTestId('fault-amount');
    await user.clear(amount);
    await user.type(amount, '500');
    await user.tab();
    await user.click(screen.getByTestId('fault-add'));
    await screen.findByTestId('fault-rule-0');
    expect(backend.asked('faults_save')[0]?.rules[0]?.fault, 'milliseconds').toEqual({
      kind: 'delay',
      ms: 500,
    });
  });

  it('draws random ones from a number that can be told to somebody else', async () => {
    const { backend, user } = await open('zh');
    await user.click(screen.getByTestId('fault-random'));
    await screen.findByTestId('fault-seed');
    expect(typeof backend.asked('faults_save')[0]?.seed, 'a number was drawn').toBe('number');
    await user.click(screen.getByTestId('fault-off'));
    await waitFor(() => expect(screen.queryByTestId('fault-seed')).toBeNull());
  });

  it('can be used by everybody', async () => {
    await open();
    expect(await violations(screen.getByTestId('practice-card'))).toEqual([]);
  });
});
