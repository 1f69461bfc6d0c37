import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../bridge';
import { freshSetup, useDraft } from '../../draft';
import { useEditor } from '../../editor/state';
import { fakeBackend } from '../../testing/fakeBackend';
import { renderScreen, violations } from '../../testing/renderScreen';
import { appInfo, failure, recording } from '../../testing/samples';
import { mine, openEditor, WithKeys } from './testOpen';

const withScenes = (scenes: Settings['scenes']) => ({
  app_info: () => ({ ...appInfo, settings: { ...appInfo.settings, scenes } }),
});

beforeEach(() => useDraft.setState({ setup: freshSetup, isLoaded: true }));

describe('scenes in the gallery', () => {
  it('are on key caps, are put on another key by menu, change places, and go back by the toast', async () => {
    const backend = fakeBackend();
    const { user, container } = renderScreen(WithKeys, backend, { screen: 'layouts' });
    const cap = (id: string) => screen.queryByTestId(`layout-key-${id}`)?.textContent;
    await screen.findByTestId('layout-key-grid2x2');
    expect([cap('speakerRight3'), cap('grid2x2')]).toEqual(['Key 11', 'Key 22']);
    await user.click(screen.getByTestId('layout-menu-speakerRight3'));
    await user.click(await screen.findByRole('menuitem', { name: 'Put on key…' }));
    const dialog = await screen.findByTestId('key-dialog');
    expect(await violations(container)).toEqual([]);
    expect(within(dialog).getByTestId('key-2').getAttribute('aria-label')).toBe(
      'Key 2: Grid of four',
    );
    await user.click(within(dialog).getByTestId('key-2'));
    await waitFor(() =>
      expect([cap('speakerRight3'), cap('grid2x2')]).toEqual(['Key 22', 'Key 11']),
    );
    await waitFor(() =>
      expect(backend.asked('settings_save').at(-1)?.scenes).toEqual({
        1: 'grid2x2',
        2: 'speakerRight3',
      }),
    );
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(cap('speakerRight3')).toBe('Key 11'));
    await waitFor(() => expect(backend.asked('settings_save').at(-1)?.scenes).toEqual({}));
  });
});

describe('the live bar', () => {
  const live = () => recording({ channel: 'board', layout: mine });

  it('shows the scenes and sends them by key or by press', async () => {
    const { backend, user } = await openEditor({
      ...withScenes({ 4: 'interview' }),
      recording_list: () => [live()],
      layout_take: () => live(),
    });
    act(() => useEditor.setState({ live: 'rec-1' }));
    const scenes = await screen.findByTestId('scenes');
    await waitFor(() =>
      expect(within(scenes).getByTestId('scene-4').title).toBe('Scene 4: Interview'),
    );
    await user.keyboard('4');
    await waitFor(() => expect(backend.asked('layout_take')[0]?.layout.id).toBe('interview'));
    await user.click(within(scenes).getByTestId('scene-2'));
    await waitFor(() => expect(backend.asked('layout_take')[1]?.layout.id).toBe('speakerRight3'));
  });

  it('says that a layout is sent, accepted, or refused and why, and what to press', async () => {
    const { backend, user } = await openEditor({
      recording_list: () => [live()],
      layout_take: () => live(),
    });
    act(() => useEditor.setState({ live: 'rec-1' }));
    const state = () => screen.getByTestId('live-state');
    const tell = (change: Parameters<typeof recording>[0]) =>
      act(() => backend.emit({ type: 'recording', recording: { ...live(), ...change } }));
    act(() => screen.getByTestId('region-r2').focus());
    await user.keyboard('{ArrowLeft}{Control>}{Enter}{/Control}');
    await waitFor(() => expect(backend.asked('layout_take')).toHaveLength(1));
    tell({ layoutChange: { layoutId: 'mine', state: 'sent' } });
    await waitFor(() => expect(state().textContent).toBe('Sent, not confirmed yet'));
    tell({
      layoutChange: {
        layoutId: 'mine',
        state: 'refused',
        failure: failure({
          code: 'refused',
          status: 400,
          serviceCode: 2,
          reason: 'layoutConfig is invalid',
        }),
      },
    });
    await waitFor(() => expect(state().dataset.state).toBe('refused'));
    expect(state().textContent).toBe('Refused; the old layout is still on air');
    const note = screen.getByTestId('failure');
    expect(note.textContent).toContain('Agora refused the request');
    expect(note.textContent, 'the code is folded').not.toContain('layoutConfig is invalid');
    await user.click(within(note).getByRole('button', { name: 'Details for support' }));
    expect(note.textContent).toContain('layoutConfig is invalid');
    await user.click(screen.getByTestId('failure-action'));
    await waitFor(() => expect(backend.asked('layout_take')).toHaveLength(2));
    const { document } = backend.asked('layout_take')[1]?.layout ?? mine;
    tell({ layout: { ...mine, document }, layoutChange: null });
    await waitFor(() => expect(state().textContent).toBe('Accepted: on air as you see it'));
    expect(screen.queryByTestId('failure'), 'what is over is not said').toBeNull();
  });

  it('keeps one call in flight, and the newest wins; a refused call says so', async () => {
    const answers: ((isTaken: boolean) => void)[] = [];
    const { backend, user } = await openEditor({
      recording_list: () => [live()],
      layout_take: () =>
        new Promise((done, fail) => {
          answers.push((isTaken) =>
            isTaken ? done(live()) : fail(failure({ code: 'refused', reason: 'no' })),
          );
        }),
    });
    act(() => useEditor.setState({ live: 'rec-1' }));
    await screen.findByTestId('scenes');
    await user.keyboard('2345');
    expect(answers).toHaveLength(1);
    await act(async () => answers[0]?.(true));
    await waitFor(() => expect(answers).toHaveLength(2));
    const sent = backend.asked('layout_take').map(({ layout }) => layout.id);
    expect(sent, 'what lay between is never sent').toEqual(['speakerRight3', 'speakerBottom4']);
    await act(async () => answers[1]?.(false));
    expect(answers).toHaveLength(2);
    expect((await screen.findByTestId('failure')).dataset.code).toBe('refused');
  });
});
