import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Issue } from '../../bridge';
import { freshSetup, useDraft } from '../../draft';
import { useEditor } from '../../editor/state';
import { layouts } from '../../testing/layouts';
import { recording } from '../../testing/samples';
import { documentNow, mine, openEditor, steps } from './testOpen';

const region = (id: string) => screen.getByTestId(`region-${id}`);
const uid = (at: number) => documentNow().regions[at]?.uid;
const order = () => documentNow().regions.map(({ id }) => id);

beforeEach(() => {
  useDraft.setState({ setup: freshSetup, isLoaded: true });
  useEditor.setState({ cameras: ['16:9'] });
});
afterEach(() => vi.unstubAllGlobals());

describe('the keys', () => {
  it('order: brackets and arrows by one, Home and End to the ends', async () => {
    const { user } = await openEditor();
    act(() => region('r2').focus());
    const press = async (keys: string) => {
      await user.keyboard(`{Control>}${keys}{/Control}`);
      return order().indexOf('r2');
    };
    expect(await press('{ArrowUp}')).toBe(2);
    expect(await press(']')).toBe(3);
    expect(await press('[[')).toBe(2);
    expect(await press('{ArrowDown}')).toBe(1);
    expect(await press('{Home}')).toBe(3);
    expect(await press('{End}')).toBe(0);
    const front = screen.getByTestId('region-list').querySelector('li b')?.textContent;
    expect(front, 'the list begins with the front one').toBe('Guest 3');
  });

  it('zoom: Ctrl+0 is true size, Shift+2 the selection, Shift+1 all, Ctrl+wheel goes by steps', async () => {
    const { user } = await openEditor();
    const zoom = () => useEditor.getState().view.zoom;
    act(() => region('r2').focus());
    await user.keyboard('{Control>}0{/Control}');
    expect(zoom()).toBe(1);
    expect(screen.getByTestId('zoom').textContent).toBe('100 %');
    await user.keyboard('{Shift>}[Digit2]{/Shift}');
    expect(zoom()).not.toBe(1);
    expect(zoom()).not.toBeNull();
    await user.keyboard('{Shift>}[Digit1]{/Shift}');
    expect(zoom()).toBeNull();
    fireEvent.wheel(screen.getByTestId('canvas'), { deltaY: -100, ctrlKey: true });
    expect(zoom(), 'closer').toBeGreaterThan(useEditor.getState().view.fit);
    expect(documentNow(), 'a look is no change').toBe(mine.document);
    expect(steps()).toBe(0);
  });
});

describe('the guides', () => {
  it('are 3.5 and 5 per cent, thirds, a grid, and masks of what a crop would lose', async () => {
    const { user } = await openEditor();
    const stage = screen.getByTestId('canvas-stage');
    await user.click(screen.getByTestId('do-safe'));
    const insets = [...stage.querySelectorAll<HTMLElement>('[class*=safe]')];
    expect(insets.map((one) => one.style.inset)).toEqual(['3.5%', '5%']);
    await user.click(screen.getByTestId('more-tools'));
    await user.click(await screen.findByRole('menuitem', { name: 'Thirds on or off' }));
    expect(stage.querySelectorAll('[class*=third]')).toHaveLength(4);
    await user.click(screen.getByTestId('do-grid'));
    expect(stage.querySelectorAll('[class*=gridLine]')).toHaveLength(22);
    for (const [mask, width] of [
      ['Mask 9:16', ((1 - 81 / 256) / 2) * 100],
      ['Mask 4:3', 12.5],
    ] as const) {
      await user.click(screen.getByTestId('more-tools'));
      await user.click(await screen.findByRole('menuitem', { name: mask }));
      const shades = [...stage.querySelectorAll<HTMLElement>('[class*=shade]')];
      expect(shades, mask).toHaveLength(2);
      expect(Number.parseFloat(shades[0]?.style.width ?? ''), mask).toBeCloseTo(width, 6);
    }
    expect(documentNow(), 'none of it is part of the layout').toBe(mine.document);
    act(() =>
      useEditor.setState(({ view }) => ({
        view: { ...view, safe: false, grid: false, thirds: false, mask: 'none' },
      })),
    );
  });
});

describe('pretend people', () => {
  it('are 1 to 17, with every camera, one for all or each their own', async () => {
    const { user } = await openEditor();
    for (let n = 0; n < 20; n += 1) {
      await user.click(screen.getByRole('button', { name: 'One person more' }));
    }
    expect(useEditor.getState().people).toBe(17);
    expect(screen.getByText('13 people have no place: heard, not seen')).toBeTruthy();
    for (let n = 0; n < 20; n += 1) {
      await user.click(screen.getByRole('button', { name: 'One person fewer' }));
    }
    expect(useEditor.getState().people).toBe(1);
    expect(screen.getByText('3 places wait for somebody')).toBeTruthy();
    const cameras = within(screen.getByTestId('cameras'));
    const names = cameras.getAllByRole('radio').map((one) => one.textContent);
    expect(names).toEqual(['16:9', '4:3', '9:16', '1:1', 'Screen', 'Off', 'Absent']);
    await user.click(screen.getByRole('button', { name: 'One person more' }));
    await user.click(screen.getByTestId('camera-who'));
    await user.click(await screen.findByRole('option', { name: 'person 2' }));
    await user.click(cameras.getByRole('radio', { name: '9:16' }));
    expect(useEditor.getState().cameras).toEqual(['16:9', '9:16']);
    const drawn = (id: string) => region(id).querySelector('svg[viewBox]')?.getAttribute('viewBox');
    expect([drawn('r1'), drawn('r2')]).toEqual(['0 0 1600 900', '0 0 506 900']);
    const cut = () => region('r2').querySelector('svg')?.getAttribute('preserveAspectRatio');
    expect(cut(), 'cut to fill').toBe('xMidYMid slice');
    await user.click(screen.getByTestId('row-r2'));
    await user.click(within(screen.getByTestId('fit')).getByRole('radio', { name: 'Show it all' }));
    expect(cut(), 'shown whole').toBe('xMidYMid meet');
  });
});

describe('a region’s person', () => {
  it('is the next to join, a fixed one, picked from the channel, or dragged from it', async () => {
    useDraft.setState({ setup: { ...freshSetup, channel: 'board' } });
    const { user } = await openEditor();
    await user.click(screen.getByTestId('row-r2'));
    const pick = async (name: RegExp) => {
      await user.click(screen.getByTestId('who'));
      await user.click(await screen.findByRole('option', { name }));
    };
    expect(screen.getAllByText('Joins as number 2').length).toBeGreaterThan(0);
    await screen.findByTestId('here-11');
    await pick(/User 11/);
    expect(uid(1)).toBe('11');
    await pick(/A fixed user ID/);
    await user.type(screen.getByTestId('who-uid'), '4294967295{Enter}');
    expect(uid(1)).toBe('4294967295');
    await pick(/Next person to join/);
    expect(uid(1)).toBeNull();
    document.elementFromPoint = () => region('r3');
    const person = screen.getByTestId('here-12');
    fireEvent.pointerDown(person, { button: 0, clientX: 10, clientY: 10, pointerId: 1 });
    fireEvent.pointerMove(person, { clientX: 200, clientY: 90, pointerId: 1 });
    fireEvent.pointerUp(person, { clientX: 200, clientY: 90, pointerId: 1 });
    expect(uid(2)).toBe('12');
    expect(steps()).toBe(4);
  });
});

describe('regions over each other', () => {
  it('are said in words at each of them', async () => {
    const { user } = await openEditor();
    await user.click(screen.getByTestId('row-r2'));
    expect(screen.queryByTestId('overlap-hint')).toBeNull();
    const field = screen.getByTestId('number-width');
    await user.click(screen.getByTestId('row-r1'));
    await user.clear(screen.getByTestId('number-width'));
    await user.type(screen.getByTestId('number-width'), '90%{Enter}');
    expect(screen.getByTestId('overlap-hint').textContent).toContain('Guest 1, Guest 2, Guest 3');
    await user.click(screen.getByTestId('row-r2'));
    expect(screen.getByTestId('overlap-hint').textContent).toContain('Speaker');
    expect(field).toBeTruthy();
  });
});

describe('copies', () => {
  const written: string[] = [];
  beforeEach(() => {
    written.length = 0;
    vi.stubGlobal(
      'ClipboardItem',
      class {
        constructor(readonly parts: Record<string, Promise<Blob>>) {}
      },
    );
  });

  it('are JSON by Ctrl+C and a cURL line by Ctrl+Shift+C', async () => {
    const { backend, user } = await openEditor({
      layout_export: ({ form }) => ({ text: `text as ${form}` }),
    });
    vi.spyOn(navigator.clipboard, 'write').mockImplementation(async (items) => {
      const [item] = items as unknown as { parts: Record<string, Promise<Blob>> }[];
      const blob = await item?.parts['text/plain'];
      const read = new FileReader();
      const done = new Promise((ready) => read.addEventListener('load', ready));
      read.readAsText(blob as Blob);
      await done;
      written.push(String(read.result));
    });
    act(() => region('r1').focus());
    await user.keyboard('{Control>}c{/Control}');
    await waitFor(() => expect(written).toEqual(['text as json']));
    await user.keyboard('{Control>}{Shift>}C{/Shift}{/Control}');
    await waitFor(() => expect(written).toEqual(['text as json', 'text as curl']));
    expect(backend.asked('layout_export').at(-1)?.document).toEqual(mine.document);
  });

  it('are a file in the folder for exports, and the toast says where', async () => {
    const { backend, user } = await openEditor();
    await user.click(screen.getByTestId('copy-menu'));
    await user.click(await screen.findByRole('menuitem', { name: 'Export as a file' }));
    expect(await screen.findByText('Saved as /data/layouts/Mine.json')).toBeTruthy();
    expect(backend.asked('layout_file')[0]).toMatchObject({ name: 'Mine', kind: 'json' });
  });
});

const issue = (code: Issue['code'], path: string, params = {}): Issue => ({
  code,
  path,
  severity: 'error',
  params,
});

describe('what the contract has to say', () => {
  it('stands at the head, and at the region that it is about', async () => {
    await openEditor({
      layout_import: () => ({
        name: null,
        document: mine.document,
        issues: [
          issue('badFormat', '/layoutConfig/1/uid', { expected: 'uid' }),
          { ...issue('regionsOverlap', '/layoutConfig/1'), severity: 'warning' },
        ],
      }),
    });
    const words = 'It must be a whole number from 1 to 4294967295.';
    await waitFor(() => expect(screen.getByTestId('legal').textContent).toBe(words));
    act(() => useEditor.setState({ selection: ['r2'] }));
    expect(screen.getAllByTestId('region-issue').map((one) => one.textContent)).toEqual([words]);
    act(() => useEditor.setState({ selection: ['r3'] }));
    expect(screen.queryByTestId('region-issue')).toBeNull();
  });
});

describe('what is taken over', () => {
  it('is explained region by region, with what was done about it', async () => {
    const [model] = mine.document.regions;
    const regions = Array.from({ length: 18 }, (_, at) => ({
      ...model,
      id: `r${at + 1}`,
      number: at + 1,
      role: 'person',
      hidden: at === 17,
    })) as typeof mine.document.regions;
    await openEditor({
      layout_import: () => ({
        name: null,
        document: { ...mine.document, regions },
        issues: [
          issue('tooMany', '/17', { max: '17' }),
          issue('outOfRange', '/2/alpha', { min: '0', max: '1' }),
          { ...issue('unknownMember', '/0/zOrder', { name: 'zOrder' }), severity: 'warning' },
        ],
      }),
    });
    fireEvent.paste(document.body, { clipboardData: { getData: () => '[{"x_axis":0}]' } });
    const list = await screen.findByTestId('paste-issues');
    expect([...list.children].map((line) => line.textContent)).toEqual([
      'Region 18 /17 There are too many: 17 at most. It was kept, but hidden.',
      'Region 3 /2/alpha It must be between 0 and 1. It was left out, so the usual value counts.',
      'Region 1 /0/zOrder Agora does not know “zOrder”. It was kept and is sent as it is.',
    ]);
    expect(documentNow().regions).toHaveLength(18);
    expect(screen.getByText('1 hidden', { exact: false })).toBeTruthy();
    expect(screen.queryByTestId('region-r18'), 'a hidden one is not in the picture').toBeNull();
  });

  it('comes from a file that is dropped onto the open layout, in one step', async () => {
    const [, other] = layouts;
    await openEditor({
      layout_import: () => ({ name: null, document: other?.document ?? mine.document, issues: [] }),
    });
    const file = new File(['{}'], 'a.json', { type: 'application/json' });
    file.text = async () => '{"layoutConfig":[]}';
    fireEvent.drop(window, { dataTransfer: { types: ['Files'], files: [file] } });
    await waitFor(() => expect(documentNow()).toEqual(other?.document));
    expect(steps()).toBe(1);
    Object.defineProperty(file, 'size', { value: 3_000_000 });
    fireEvent.drop(window, { dataTransfer: { types: ['Files'], files: [file] } });
    expect(await screen.findByText(/larger than 2 MB/)).toBeTruthy();
    expect(steps()).toBe(1);
  });
});

describe('somebody who is not there', () => {
  it('has a badge on the canvas, in the list and in the panel, while it is live', async () => {
    const [first, ...rest] = mine.document.regions;
    const regions = [{ ...first, uid: '99' }, ...rest] as typeof rest;
    await openEditor(
      { recording_list: () => [recording()] },
      { ...mine, document: { ...mine.document, regions } },
    );
    act(() => useEditor.setState({ live: 'rec-1', selection: ['r1'] }));
    expect((await screen.findByTestId('absent-r1')).dataset.text).toBe('not in the channel');
    expect(screen.getByTestId('row-r1').textContent).toContain('not in the channel');
    expect(region('r1').getAttribute('aria-label')).toContain('not in the channel');
    expect(screen.getByText(/the place stays empty until this user joins/)).toBeTruthy();
  });
});
