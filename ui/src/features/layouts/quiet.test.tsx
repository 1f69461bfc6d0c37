import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freshSetup, useDraft } from '../../draft';
import { useEditor } from '../../editor/state';
import { openEditor, steps } from './testOpen';

/** Which parts were drawn by React, in order. */
const drawn = vi.hoisted((): string[] => []);

function counted<Props>(name: string, Part: (props: Props) => unknown) {
  return (props: Props) => {
    drawn.push(name);
    return Part(props);
  };
}

vi.mock('../../editor/screen/RegionView', async (original) => {
  const { RegionView } = await original<typeof import('../../editor/screen/RegionView')>();
  return { RegionView: counted('region', RegionView) };
});
vi.mock('../../editor/screen/RegionRows', async (original) => {
  const { RegionRows } = await original<typeof import('../../editor/screen/RegionRows')>();
  return { RegionRows: counted('rows', RegionRows) };
});
vi.mock('../../editor/screen/Panel', async (original) => {
  const { Panel } = await original<typeof import('../../editor/screen/Panel')>();
  return { Panel: counted('panel', Panel) };
});
vi.mock('../../editor/screen/Head', async (original) => {
  const { Head } = await original<typeof import('../../editor/screen/Head')>();
  return { Head: counted('head', Head) };
});

const region = (id: string) => screen.getByTestId(`region-${id}`);
const at = (x: number) => ({
  clientX: x,
  clientY: 100,
  pointerId: 1,
  button: 0,
  pointerType: 'mouse',
});
const aFrame = () => act(async () => void (await new Promise(requestAnimationFrame)));

/** Everything that makes a web view work out where things are. */
function watchLayoutReads() {
  const read = vi.fn();
  const reads = [
    [Element.prototype, 'clientWidth'],
    [Element.prototype, 'clientHeight'],
    [Element.prototype, 'scrollTop'],
    [Element.prototype, 'scrollHeight'],
    [HTMLElement.prototype, 'offsetWidth'],
    [HTMLElement.prototype, 'offsetHeight'],
    [HTMLElement.prototype, 'offsetTop'],
    [HTMLElement.prototype, 'offsetLeft'],
  ] as const;
  for (const [of, name] of reads) {
    vi.spyOn(of as never, name as never, 'get').mockImplementation((() => {
      read(name);
      return 0;
    }) as never);
  }
  const usual = Element.prototype.getBoundingClientRect;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    read('getBoundingClientRect');
    return usual.call(this);
  });
  const style = window.getComputedStyle;
  vi.spyOn(window, 'getComputedStyle').mockImplementation((...args) => {
    read('getComputedStyle');
    return style(...args);
  });
  return read;
}

beforeEach(() => {
  useDraft.setState({ setup: freshSetup, isLoaded: true });
  drawn.length = 0;
});
afterEach(() => vi.restoreAllMocks());

it('draws nothing by React and measures nothing while a drag goes on, whatever is told meanwhile', async () => {
  let saved = 0;
  const { client } = await openEditor({
    layout_save: () => {
      saved += 1;
      return undefined as never;
    },
  });
  // A step that will be kept in the midst of the drag.
  act(() => region('r3').focus());
  fireEvent.keyDown(region('r3'), { key: 'ArrowLeft' });
  await waitFor(() => expect(steps()).toBe(1));

  fireEvent.pointerDown(region('r2'), at(600));
  fireEvent.pointerMove(region('r2'), at(590));
  await aFrame();
  const looks = region('r2').getAttribute('style');
  expect(drawn.length, 'the watch itself works').toBeGreaterThan(0);
  drawn.length = 0;
  const read = watchLayoutReads();
  for (let x = 580; x > 300; x -= 10) {
    fireEvent.pointerMove(region('r2'), at(x));
    await aFrame();
  }
  await waitFor(() => expect(saved, 'the step before was kept meanwhile').toBe(1));
  await act(async () => void (await client.invalidateQueries()));
  await aFrame();
  expect(region('r2').getAttribute('style'), 'it moved').not.toBe(looks);
  expect(drawn, 'and React drew nothing').toEqual([]);
  expect(read.mock.calls.flat(), 'nothing was measured').toEqual([]);

  fireEvent.pointerUp(region('r2'), at(300));
  await aFrame();
  expect(steps(), 'one step for one gesture').toBe(2);
  expect(drawn, 'the rest is drawn when it is done').toContain('head');
  expect(useEditor.getState().selection).toEqual(['r2']);
});
