import { describe, expect, it, vi } from 'vitest';
import { currentRoute, go } from '../app/route';
import { catalogues } from '../messages';
import { practiceAccount, realAccount, recording } from '../testing/samples';
import { matches } from './keys';
import { type ActionContext, actions, possibleActions } from './registry';

function context(change: Partial<ActionContext> = {}): ActionContext {
  return {
    settings: {
      theme: 'system',
      language: 'en',
      accountId: 'practice',
      draft: null,
      scenes: {},
      historyMegabytes: 20,
      welcome: { step: 'done', recordingId: null },
    },
    save: () => undefined,
    accounts: [practiceAccount],
    running: [],
    handlers: {},
    ...change,
  };
}

const idsOf = (given: ActionContext) => possibleActions(given).map(({ id }) => id);

describe('the action registry', () => {
  it('has each id and each shortcut once', () => {
    const ids = actions.map(({ id }) => id);
    expect(new Set(ids).size, 'two actions share an id').toBe(ids.length);
    // The same keys start a recording on Record, take a layout on Layouts and send in the console: one
    // screen is shown at a time.
    const shortcuts = actions
      .filter(({ id }) => id !== 'layout.take' && !id.startsWith('console.'))
      .flatMap(({ shortcut, also = [] }) => (shortcut ? [shortcut, ...also] : []));
    expect(new Set(shortcuts).size, 'two actions share a shortcut').toBe(shortcuts.length);
  });

  it('names every action in every language', () => {
    for (const messages of Object.values(catalogues)) {
      for (const action of actions) {
        const label = action.label(messages, context({ accounts: [practiceAccount, realAccount] }));
        expect(label.trim(), `${action.id} has no words`).not.toBe('');
      }
    }
  });

  it('offers the start only while a screen lends it', () => {
    expect(idsOf(context()), 'nothing could carry it out').not.toContain('recording.start');
    const run = vi.fn();
    const lent = context({ handlers: { 'recording.start': { run, isEnabled: true } } });
    possibleActions(lent)
      .find(({ id }) => id === 'recording.start')
      ?.run(lent);
    expect(run, 'the screen’s own start runs').toHaveBeenCalledOnce();
  });

  it('leads to every screen', () => {
    for (const screen of ['live', 'layouts', 'library', 'accounts', 'record'] as const) {
      actions.find(({ id }) => id === `go.${screen}`)?.run(context());
      expect(currentRoute().screen).toBe(screen);
    }
    go({ screen: 'record' });
  });

  it('leaves practice only where there is an account to go to', () => {
    expect(idsOf(context()), 'there is no other account').not.toContain('practice.off');
    const save = vi.fn();
    const two = context({ accounts: [practiceAccount, realAccount], save });
    actions.find(({ id }) => id === 'practice.off')?.run(two);
    expect(save).toHaveBeenCalledWith({ accountId: realAccount.id });
    expect(idsOf(two), 'practice is on already').not.toContain('practice.on');
  });

  it('offers a stop for each recording that nobody has asked to stop yet', () => {
    const running = [recording({ id: 'a' }), recording({ id: 'b', stopWanted: true })];
    const stops = idsOf(context({ running })).filter((id) => id.startsWith('recording.stop'));
    expect(stops).toEqual(['recording.stop.a']);
  });
});

describe('shortcuts', () => {
  const press = { key: 'k', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

  it('takes Ctrl, and Cmd on a Mac', () => {
    expect(matches('Ctrl+K', { ...press, ctrlKey: true }, false)).toBe(true);
    expect(matches('Ctrl+K', { ...press, metaKey: true }, true)).toBe(true);
    expect(matches('Ctrl+K', { ...press, metaKey: true }, false), 'Super is not Ctrl').toBe(false);
    expect(matches('Ctrl+K', press, false), 'a bare letter is typing').toBe(false);
    expect(matches('Ctrl+K', { ...press, ctrlKey: true, altKey: true }, false), 'AltGr').toBe(
      false,
    );
  });

  it('takes a bare sign with or without Shift', () => {
    expect(matches('?', { ...press, key: '?', shiftKey: true }, false)).toBe(true);
    expect(matches('?', { ...press, key: '?' }, false)).toBe(true);
  });

  it('tells arrows, digits and signs with and without their modifiers apart', () => {
    const press = {
      key: 'ArrowLeft',
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
    };
    const keys = ['ArrowLeft', 'Shift+ArrowLeft', 'Alt+ArrowLeft', 'Ctrl+ArrowLeft'];
    const found = (change: object) =>
      keys.filter((one) => matches(one, { ...press, ...change }, false));
    expect(found({})).toEqual(['ArrowLeft']);
    expect(found({ shiftKey: true })).toEqual(['Shift+ArrowLeft']);
    expect(found({ altKey: true })).toEqual(['Alt+ArrowLeft']);
    expect(found({ ctrlKey: true })).toEqual(['Ctrl+ArrowLeft']);
    const bang = { ...press, key: '!', code: 'Digit1', shiftKey: true };
    expect(matches('Shift+1', bang, false), 'Shift writes another sign').toBe(true);
    expect(matches('1', bang, false)).toBe(false);
    expect(matches('Ctrl++', { ...press, key: '+', ctrlKey: true, shiftKey: true }, false)).toBe(
      true,
    );
  });
});
