import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { currentRoute, go } from '../../app/route';
import type { Layout } from '../../bridge';
import { freshSetup, useDraft } from '../../draft';
import { useEditor } from '../../editor/state';
import { fakeBackend } from '../../testing/fakeBackend';
import { layouts } from '../../testing/layouts';
import { renderScreen, violations } from '../../testing/renderScreen';
import { recording } from '../../testing/samples';
import { mine, openEditor, WithKeys } from './testOpen';

const model = layouts[0] as Layout;
const open = openEditor;
const region = (id: string) => screen.getByTestId(`region-${id}`);
const field = (name: string) => screen.getByTestId<HTMLInputElement>(`number-${name}`);
const document_ = () => useEditor.getState().history.present;
const place = (id: string) => {
  const { x, y, width, height } = document_().regions.find((one) => one.id === id) ?? {};
  return [x, y, width, height];
};

beforeEach(() => {
  // However slow the computer is: what is done in a row is done within a second.
  vi.useFakeTimers({ toFake: ['Date'] });
  useDraft.setState({ setup: freshSetup, isLoaded: true });
});
afterEach(() => vi.useRealTimers());

describe('by keyboard', () => {
  it('goes through the regions in reading order, and says each with place and size', async () => {
    const { user } = await open();
    act(() => region('r1').focus());
    expect(region('r1').getAttribute('aria-label')).toBe(
      'Speaker, 1440 by 1080 pixels at 0, 0, Next person to join',
    );
    for (const id of ['r2', 'r3', 'r4']) {
      await user.tab();
      expect(document.activeElement).toBe(region(id));
    }
    expect(screen.getByRole('heading', { name: 'Guest 3' })).toBeTruthy();
    await user.tab({ shift: true });
    expect(document.activeElement).toBe(region('r3'));
  });

  it('nudges by a pixel and by ten, grows with Alt, says so, and takes it back in one step', async () => {
    const { user } = await open();
    act(() => region('r2').focus());
    await user.keyboard('{ArrowLeft}{Shift>}{ArrowLeft}{/Shift}');
    expect(field('x').value).toBe('1429');
    await user.keyboard('{ArrowDown}');
    expect(screen.getByTestId('canvas-status').textContent).toBe('Guest 1: at 1429, 1, 480 by 360');
    expect(screen.getByTestId('do-undo').getAttribute('aria-label')).toBe('Undo: nudge Guest 1');
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(field('width').value).toBe('481');
    await user.keyboard('{Control>}z{/Control}');
    expect(document_()).toBe(mine.document);
    expect(document.activeElement, 'the focus stays').toBe(region('r2'));
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(field('width').value).toBe('481');
  });

  it('removes, keeps the focus, duplicates, orders, locks and hides', async () => {
    const { user } = await open();
    act(() => region('r4').focus());
    await user.keyboard('{Delete}');
    expect(document_().regions.map((one) => one.id)).toEqual(['r1', 'r2', 'r3']);
    expect(document.activeElement).toBe(region('r3'));
    await user.keyboard('{Control>}d{/Control}');
    expect(useEditor.getState().selection).toEqual(['r4']);
    await user.keyboard('{Control>}{ArrowDown}{/Control}{Control>}{End}{/Control}');
    expect(document_().regions[0]?.id).toBe('r4');
    const before = place('r4');
    await user.keyboard('{Control>}{Shift>}l{/Shift}{/Control}{ArrowRight}');
    expect(place('r4'), 'a locked one stays').toEqual(before);
    await user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}');
    expect(screen.queryByTestId('region-r4'), 'a hidden one is not in the picture').toBeNull();
    expect(screen.getByText('1 hidden', { exact: false })).toBeTruthy();
  });

  it('leaves keys to the text while somebody types', async () => {
    const { user } = await open();
    act(() => region('r2').focus());
    await user.click(screen.getByTestId('region-name'));
    await user.keyboard('{Control>}a{/Control}Ana{Delete}{Enter}');
    expect(document_().regions[1]?.name).toBe('Ana');
    expect(document_().regions).toHaveLength(4);
  });

  it('stops at 17 with the reason', async () => {
    const { user } = await open({}, { ...mine, document: layouts[6]?.document ?? model.document });
    act(() => region('r1').focus());
    for (let n = 0; n < 9; n += 1) await user.keyboard('n');
    expect(document_().regions).toHaveLength(17);
    expect((await screen.findByTestId('toast')).textContent).toContain('17 regions');
  });
});

describe('the panel and the list', () => {
  it('take units, fractions and sums, and refuse nonsense in its place', async () => {
    const { user } = await open();
    await user.click(screen.getByTestId('row-r2'));
    const type = async (name: string, text: string) => {
      await user.clear(field(name));
      await user.type(field(name), `${text}{Enter}`);
    };
    await type('width', '1/4');
    await type('x', '100% - 500px');
    expect(place('r2')[0]).toBe(739_583);
    await type('x', 'wide');
    expect(screen.getByRole('alert').textContent).toContain('1/3');
    expect(place('r2')[0]).toBe(739_583);
    await type('x', '100%');
    expect(place('r2'), 'it cannot leave the canvas').toEqual([750_000, 0, 250_000, 333_333]);
    await user.click(within(screen.getByTestId('unit')).getByRole('radio', { name: '%' }));
    expect(field('x').value).toBe('75');
  });

  it('keep a place for a user, and tell that she is not there', async () => {
    const { user } = await open({
      recording_list: () => [recording({ channel: 'board' })],
    });
    await user.click(screen.getByTestId('row-r2'));
    await user.click(screen.getByTestId('who'));
    await user.click(await screen.findByRole('option', { name: 'A fixed user ID' }));
    await user.type(screen.getByTestId('who-uid'), '0{Enter}');
    expect(screen.getByText('A whole number from 1 to 4294967295.')).toBeTruthy();
    await user.clear(screen.getByTestId('who-uid'));
    await user.type(screen.getByTestId('who-uid'), '99{Enter}');
    expect(document_().regions[1]?.uid).toBe('99');
    expect(screen.queryByTestId('absent-r2'), 'nothing is live').toBeNull();
    act(() => useEditor.setState({ live: 'rec-1' }));
    expect(await screen.findByTestId('absent-r2')).toBeTruthy();
    // Who is there can be given the place by a press.
    await user.click(await screen.findByTestId('here-12'));
    expect(document_().regions[1]?.uid).toBe('12');
    await waitFor(() => expect(screen.queryByTestId('absent-r2')).toBeNull());
  });

  it('reorder by the grip’s arrow keys', async () => {
    await open();
    fireEvent.keyDown(screen.getByTestId('grip-r1'), { key: 'ArrowUp' });
    expect(document_().regions.map((one) => one.id)).toEqual(['r2', 'r1', 'r3', 'r4']);
  });

  it('keep the focus when a row moves or goes', async () => {
    const { user } = await open();
    act(() => screen.getByTestId('grip-r1').focus());
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(document_().regions.map((one) => one.id)).toEqual(['r2', 'r3', 'r1', 'r4']);
    expect(document.activeElement).toBe(screen.getByTestId('grip-r1'));
    await user.click(screen.getByTestId('row-r3'));
    await user.keyboard('{Delete}');
    expect(document.activeElement).toBe(screen.getByTestId('row-r1'));
  });

  it('change shape, background and pictures of the whole', async () => {
    const { user } = await open();
    await user.click(within(screen.getByTestId('shape')).getByRole('radio', { name: '1:1' }));
    expect(document_().canvas).toEqual({ width: 1080, height: 1080 });
    const type = async (id: string, text: string) => {
      await user.clear(screen.getByTestId(id));
      await user.type(screen.getByTestId(id), `${text}{Enter}`);
    };
    await type('canvas-size', '4000x4000');
    expect(screen.getByText(/2,073,600/)).toBeTruthy();
    expect(document_().canvas.width).toBe(1080);
    await type('canvas-size', '1280 x 720');
    expect(document_().canvas).toEqual({ width: 1280, height: 720 });
    await type('background', '#102030');
    await type('background-image', 'http://example.com/a.jpg');
    expect(screen.getByText('It must start with https://.')).toBeTruthy();
    await type('background-image', 'https://example.com/a.jpg');
    expect(document_().background).toEqual({
      color: '#102030',
      image: 'https://example.com/a.jpg',
    });
  });
});

describe('by pointer', () => {
  const at = (x: number, y: number, rest: object = {}) => ({
    clientX: x,
    clientY: y,
    pointerId: 1,
    button: 0,
    pointerType: 'mouse',
    ...rest,
  });

  function dragRegion(id: string, dx: number, dy: number, rest: object = {}) {
    fireEvent.pointerDown(region(id), at(600, 100, rest));
    fireEvent.pointerMove(region(id), at(600 + dx, 100 + dy, rest));
    fireEvent.pointerUp(region(id), at(600 + dx, 100 + dy, rest));
  }

  it('drags a region in one step; a click only selects', async () => {
    await open();
    dragRegion('r2', 1, 1);
    expect(useEditor.getState().selection).toEqual(['r2']);
    expect(document_()).toBe(mine.document);
    dragRegion('r2', -150, 0, { ctrlKey: true });
    expect(place('r2')[0]).toBeLessThan(600_000);
    expect(useEditor.getState().history.past).toHaveLength(1);
  });

  it.each([
    ['Escape', () => fireEvent.keyDown(window, { key: 'Escape' })],
    ['a lost pointer', () => fireEvent.lostPointerCapture(region('r2'), { pointerId: 1 })],
    ['a cancelled pointer', () => fireEvent.pointerCancel(region('r2'), { pointerId: 1 })],
    ['blur', () => fireEvent.blur(window)],
    ['another window size', () => fireEvent(window, new Event('resize'))],
  ])('gives everything back at %s', async (_what, happen) => {
    await open();
    const before = region('r2').style.transform;
    fireEvent.pointerDown(region('r2'), at(600, 100));
    fireEvent.pointerMove(region('r2'), at(450, 160));
    await act(async () => {
      await new Promise((done) => requestAnimationFrame(done));
    });
    expect(region('r2').style.transform, 'it moved').not.toBe(before);
    happen();
    expect(region('r2').style.transform).toBe(before);
    fireEvent.pointerUp(region('r2'), at(450, 160));
    expect(document_()).toBe(mine.document);
    expect(useEditor.getState().history.past).toHaveLength(0);
  });

  it('draws without React while it drags, and stays right when zoomed in the midst', async () => {
    await open();
    fireEvent.pointerDown(region('r2'), at(600, 100, { ctrlKey: true }));
    fireEvent.pointerMove(region('r2'), at(500, 100, { ctrlKey: true }));
    act(() => useEditor.setState(({ view }) => ({ view: { ...view, zoom: 1 } })));
    fireEvent.pointerUp(region('r2'), at(500, 100, { ctrlKey: true }));
    expect(useEditor.getState().history.past.length).toBeLessThan(2);
    expect(place('r2')[2]).toBe(250_000);
  });

  it('resizes by a handle, and selects the one below with Alt', async () => {
    await open();
    fireEvent.pointerDown(region('r2'), at(600, 100));
    fireEvent.pointerUp(region('r2'), at(600, 100));
    const handle = screen.getByTestId('handle-w');
    fireEvent.pointerDown(handle, at(575, 100, { ctrlKey: true }));
    fireEvent.pointerMove(handle, at(475, 100, { ctrlKey: true }));
    fireEvent.pointerUp(handle, at(475, 100, { ctrlKey: true }));
    expect(place('r2')[2]).toBeGreaterThan(300_000);
    // Both are here now: the region and the speaker behind it.
    fireEvent.pointerDown(region('r2'), at(540, 60, { altKey: true }));
    fireEvent.pointerUp(region('r2'), at(540, 60, { altKey: true }));
    expect(useEditor.getState().selection).toEqual(['r1']);
  });
});

describe('keeping', () => {
  it('makes a template one’s own with the first step, and leaves the template alone', async () => {
    const backend = fakeBackend();
    const { user } = renderScreen(WithKeys, backend, { screen: 'layouts', id: 'speakerRight3' });
    await screen.findByTestId('editor');
    act(() => region('r2').focus());
    await user.keyboard('{ArrowLeft}');
    await waitFor(() =>
      expect(currentRoute()).not.toEqual({ screen: 'layouts', id: 'speakerRight3' }),
    );
    expect(await screen.findByRole('heading', { name: 'My Speaker + 3' })).toBeTruthy();
    const saved = backend.asked('layout_save').at(-1);
    expect(saved).toMatchObject({ name: 'My Speaker + 3', template: false });
    expect(saved?.id).not.toBe('speakerRight3');
    expect(currentRoute()).toEqual({ screen: 'layouts', id: saved?.id });
  });

  it('brings the steps back after a restart', async () => {
    const { backend, user, unmount } = await open();
    act(() => region('r2').focus());
    await user.keyboard('{ArrowLeft}');
    unmount();
    await waitFor(() => expect(backend.asked('layout_history_save')).toHaveLength(1));
    const saved = backend.asked('layout_save').at(-1) as Layout;
    const history = backend.asked('layout_history_save')[0];
    await open({ layout_history: () => ({ id: 'mine', text: history?.text ?? null }) }, saved);
    await waitFor(() =>
      expect(screen.getByTestId('do-undo').getAttribute('aria-label')).toBe('Undo: nudge Guest 1'),
    );
    await user.click(screen.getByTestId('do-undo'));
    expect(document_(), 'as it was before the restart').toEqual(mine.document);
  });

  it('says when it could not be kept', async () => {
    const { user } = await open({
      layout_save: () => {
        throw new Error('the disk is full');
      },
    });
    act(() => region('r2').focus());
    await user.keyboard('{ArrowLeft}');
    await waitFor(() => expect(screen.getByTestId('keeping').dataset.state).toBe('failed'));
  });
});

describe('live', () => {
  const live = () => recording({ channel: 'board', layout: mine });

  it('stages edits until they are taken, whole, and goes back to the previous layout', async () => {
    const { backend, user } = await open({
      recording_list: () => [live()],
      layout_take: () => live(),
    });
    act(() => useEditor.setState({ live: 'rec-1' }));
    const state = () => screen.getByTestId('live-state').dataset.state;
    expect(state()).toBe('same');
    act(() => region('r2').focus());
    await user.keyboard('{ArrowLeft}');
    expect(state()).toBe('staged');
    expect(backend.asked('layout_take')).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(backend.asked('layout_take')).toHaveLength(1));
    expect(backend.asked('layout_take')[0]?.layout.document).toEqual(document_());
    act(() => {
      const document = document_();
      backend.emit({
        type: 'recording',
        recording: { ...live(), layout: { ...mine, document } },
      });
    });
    await waitFor(() => expect(state()).toBe('same'));
    await user.keyboard('p');
    await waitFor(() => expect(backend.asked('layout_take')).toHaveLength(2));
    expect(backend.asked('layout_take')[1]?.layout.document).toEqual(mine.document);
  });

  it('takes by itself when asked to, one call at a time, the newest wins', async () => {
    let answer: (() => void) | undefined;
    const take = vi.fn(
      () =>
        new Promise<ReturnType<typeof live>>((done) => {
          answer = () => done(live());
        }),
    );
    const { backend, user } = await open({ recording_list: () => [live()], layout_take: take });
    act(() => useEditor.setState({ live: 'rec-1', autoTake: true }));
    act(() => region('r2').focus());
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(take).toHaveBeenCalledTimes(1);
    await act(async () => answer?.());
    await waitFor(() => expect(take).toHaveBeenCalledTimes(2));
    expect(backend.asked('layout_take')[1]?.layout.document).toEqual(document_());
    await act(async () => answer?.());
    expect(take).toHaveBeenCalledTimes(2);
    act(() => useEditor.setState({ autoTake: false }));
  });

  it('sends scenes by their number', async () => {
    const { backend, user } = await open({ recording_list: () => [live()] });
    act(() => useEditor.setState({ live: 'rec-1' }));
    act(() => region('r1').focus());
    await user.keyboard('2');
    await waitFor(() => expect(backend.asked('layout_take')[0]?.layout.id).toBe('speakerRight3'));
  });
});

describe('exchange', () => {
  it('takes what is pasted, and says at its place what was not legal', async () => {
    const { user } = await open({
      layout_import: () => ({
        name: null,
        document: layouts[1]?.document ?? model.document,
        issues: [
          { code: 'unknownMember', path: '/0/z', severity: 'warning', params: { name: 'z' } },
        ],
      }),
    });
    fireEvent.paste(document.body, { clipboardData: { getData: () => '[{"x_axis":0,"z":1}]' } });
    expect((await screen.findByTestId('paste-issues')).textContent).toContain('/0/z');
    expect(document_().regions).toHaveLength(4);
    await user.click(screen.getByTestId('paste-done'));
    expect(screen.getByTestId('do-undo').getAttribute('aria-label')).toBe('Undo: paste');
  });

  it('keeps what was typed where nothing can be read', async () => {
    const { user } = await open();
    await user.click(screen.getByTestId('do-paste'));
    await user.type(await screen.findByTestId('paste-text'), 'hello');
    await user.click(screen.getByTestId('paste-take'));
    expect(await screen.findByTestId('paste-wrong')).toBeTruthy();
    expect(screen.getByTestId<HTMLTextAreaElement>('paste-text').value).toBe('hello');
  });

  it('arranges like a template in one step', async () => {
    const { user } = await open();
    await user.click(screen.getByTestId('layout-thumb-grid3x3'));
    expect(document_().regions).toHaveLength(9);
    expect(useEditor.getState().history.past).toHaveLength(1);
    await user.click(await screen.findByTestId('preset-bestFit'));
    expect(document_().regions).toHaveLength(4);
  });
});

describe('one’s own layouts in the gallery', () => {
  it('are made, renamed, duplicated and deleted with a way back', async () => {
    const backend = fakeBackend();
    const { user } = renderScreen(WithKeys, backend, { screen: 'layouts' });
    await user.click(await screen.findByTestId('layout-new'));
    await screen.findByTestId('editor');
    const id = backend.asked('layout_save')[0]?.id ?? '';
    act(() => go({ screen: 'layouts' }));
    const menu = async (name: string) => {
      await user.click(await screen.findByTestId(`layout-menu-${id}`));
      await user.click(await screen.findByRole('menuitem', { name }));
    };
    await menu('Rename');
    const name = await screen.findByTestId('layout-rename');
    await user.clear(name);
    await user.type(name, 'Board{Enter}');
    expect(await screen.findByText('Board')).toBeTruthy();
    await menu('Duplicate');
    expect(await screen.findByText('Copy of Board')).toBeTruthy();
    await menu('Delete');
    await waitFor(() => expect(screen.queryByText('Board')).toBeNull());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Board')).toBeTruthy();
  });

  it('come from a file dropped onto the window', async () => {
    const backend = fakeBackend();
    renderScreen(WithKeys, backend, { screen: 'layouts' });
    await screen.findByTestId('layout-import');
    const file = new File(['[{"x_axis":0}]'], 'a.json', { type: 'application/json' });
    file.text ??= async () => '[{"x_axis":0}]';
    fireEvent.drop(window, { dataTransfer: { types: ['Files'], files: [file] } });
    await waitFor(() => expect(backend.asked('layout_save')[0]?.name).toBe('Imported layout'));
  });
});

describe.each(['en', 'zh'] as const)('in %s', (tongue) => {
  it('has nothing that axe finds wrong, with one and with several selected', async () => {
    const backend = fakeBackend({ layout_list: () => [...layouts, mine] });
    const { container } = renderScreen(
      WithKeys,
      backend,
      { screen: 'layouts', id: 'mine' },
      tongue,
    );
    await screen.findByTestId('editor');
    for (const selection of [['r2'], ['r2', 'r3'], []]) {
      act(() => useEditor.setState({ selection }));
      expect(await violations(container)).toEqual([]);
    }
  });
});
