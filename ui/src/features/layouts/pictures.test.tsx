import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Layout, PictureSource } from '../../bridge';
import { freshSetup, useDraft } from '../../draft';
import { useEditor } from '../../editor/state';
import { fakeBackend } from '../../testing/fakeBackend';
import { layouts } from '../../testing/layouts';
import { renderScreen, violations } from '../../testing/renderScreen';
import { recording } from '../../testing/samples';
import { documentNow, mine, openEditor, steps, WithKeys } from './testOpen';

const at = (name: string) => `https://example.com/${name}.jpg`;
const relay = (name: string) => `http://127.0.0.1:1/t/pictures/${name}`;
const shown = (url: string): PictureSource => ({
  state: 'shown',
  url: relay(url.split('/').at(-1)?.replace('.jpg', '') ?? ''),
});

function withPictures(background: Partial<Layout['document']['background']>): Layout {
  const [first, ...rest] = mine.document.regions;
  const regions = [{ ...first, uid: '42' } as Layout['document']['regions'][0], ...rest];
  return {
    ...mine,
    document: { ...mine.document, regions, background: { color: '#000000', ...background } },
  };
}

const source = (testId: string) => screen.getByTestId<HTMLImageElement>(testId).src;
const allOff = () => act(() => useEditor.setState({ cameras: ['off'] }));

beforeEach(() => {
  useDraft.setState({ setup: freshSetup, isLoaded: true });
  useEditor.setState({ cameras: ['16:9'] });
});

describe('pictures of a layout', () => {
  it('are drawn where the service draws them, from the relay only', async () => {
    const layout = withPictures({
      image: at('wall'),
      placeholder: at('nobody'),
      users: [{ uid: '42', url: at('ana'), fit: 'fit' }],
    });
    const { container } = await openEditor({ picture_source: ({ url }) => shown(url) }, layout);
    await waitFor(() => expect(source('backdrop')).toBe(relay('wall')));
    expect(screen.queryByTestId('picture-r1'), 'who is seen needs no picture').toBeNull();
    allOff();
    await waitFor(() => expect(source('picture-r1'), 'her own before all').toBe(relay('ana')));
    expect(screen.getByTestId('picture-r1').className, 'whole, as it says').toContain('whole');
    expect(source('picture-r2'), 'the one for all others').toBe(relay('nobody'));
    expect(screen.getByTestId('picture-r2').className).not.toContain('whole');
    act(() => useEditor.setState({ people: 1 }));
    expect(screen.queryByTestId('picture-r2'), 'nobody is there: what lies behind').toBeNull();
    for (const image of container.querySelectorAll('img')) {
      expect(image.src.startsWith('http://127.0.0.1:'), 'never from elsewhere').toBe(true);
    }
    expect(await violations(container)).toEqual([]);
  });

  it('show a user’s own also while she is not there', async () => {
    const layout = withPictures({ users: [{ uid: '42', url: at('ana'), fit: 'crop' }] });
    await openEditor({ picture_source: ({ url }) => shown(url) }, layout);
    act(() => useEditor.setState({ cameras: ['absent'] }));
    await waitFor(() => expect(source('picture-r1')).toBe(relay('ana')));
  });

  it('are told of where they cannot be shown, and looked at again when asked', async () => {
    let answer: PictureSource = { state: 'unseen', trouble: 'refused', params: { status: '404' } };
    const layout = withPictures({ image: at('wall'), placeholder: at('nobody') });
    const { user, backend } = await openEditor({ picture_source: () => answer }, layout);
    expect((await screen.findByTestId('backdrop-unseen')).textContent).toContain('can’t be shown');
    allOff();
    expect(screen.getByTestId('picture-r2-unseen').textContent).toContain('can’t be shown');
    expect(screen.getAllByText('This address answers 404.').length, 'at each field').toBe(2);
    answer = shown(at('wall'));
    const asked = backend.asked('picture_source').length;
    await user.click(screen.getByTestId('background-image-again'));
    await waitFor(() => expect(source('backdrop')).toBe(relay('wall')));
    expect(backend.asked('picture_source'), 'only this one').toHaveLength(asked + 1);
    expect(screen.getByText('The picture is there.')).toBeTruthy();
  });

  it('are fetched anew when the relay has let them go', async () => {
    let name = 'one';
    const layout = withPictures({ image: at('wall') });
    await openEditor({ picture_source: () => shown(at(name)) }, layout);
    await waitFor(() => expect(source('backdrop')).toBe(relay('one')));
    name = 'two';
    fireEvent.error(screen.getByTestId('backdrop'));
    await waitFor(() => expect(source('backdrop')).toBe(relay('two')));
    fireEvent.error(screen.getByTestId('backdrop'));
    expect(
      await screen.findByTestId('backdrop-unseen'),
      'one that cannot be drawn is said',
    ).toBeTruthy();
  });

  it('of single people are set in the region’s panel and in the picture’s, each in one step', async () => {
    const { user } = await openEditor({}, withPictures({}));
    await user.click(screen.getByTestId('row-r1'));
    await user.type(screen.getByTestId('user-picture'), `${at('ana')}{Enter}`);
    expect(documentNow().background.users).toEqual([{ uid: '42', url: at('ana'), fit: 'crop' }]);
    await user.click(
      within(screen.getByTestId('user-picture-fit')).getByRole('radio', { name: 'Show it all' }),
    );
    expect(documentNow().background.users?.[0]?.fit).toBe('fit');
    act(() => useEditor.setState({ selection: [] }));
    await user.type(screen.getByTestId('user-picture-new'), '0{Enter}');
    expect(screen.getByText('A whole number from 1 to 4294967295.')).toBeTruthy();
    await user.clear(screen.getByTestId('user-picture-new'));
    await user.type(screen.getByTestId('user-picture-new'), '77{Enter}');
    await user.type(screen.getByTestId('user-picture-77'), `${at('bo')}{Enter}`);
    expect(documentNow().background.users?.map((one) => one.uid)).toEqual(['42', '77']);
    await user.click(screen.getByTestId('user-picture-42-remove'));
    expect(documentNow().background.users?.map((one) => one.uid)).toEqual(['77']);
    expect(steps()).toBe(4);
  });

  it('go out whole with Take', async () => {
    const background = {
      color: '#000000',
      image: at('wall'),
      placeholder: at('nobody'),
      users: [{ uid: '42', url: at('ana'), fit: 'fit' as const }],
    };
    const { backend, user } = await openEditor(
      { recording_list: () => [recording()] },
      withPictures(background),
    );
    act(() => useEditor.setState({ live: 'rec-1' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(backend.asked('layout_take')).toHaveLength(1));
    expect(backend.asked('layout_take')[0]?.layout.document.background).toEqual(background);
  });
});

describe('a thumbnail', () => {
  it('has the background in it, where it can be shown', async () => {
    const layout = withPictures({ image: at('wall') });
    const backend = fakeBackend({
      layout_list: () => [...layouts, layout],
      picture_source: ({ url }) => shown(url),
    });
    renderScreen(WithKeys, backend, { screen: 'layouts' });
    const thumb = await screen.findByTestId('layout-thumb-mine');
    await waitFor(() => expect(thumb.querySelector('img')?.src).toBe(relay('wall')));
    expect(screen.getByTestId('layout-thumb-grid2x2').querySelector('img')).toBeNull();
    expect(backend.asked('picture_source'), 'once, for all who show it').toHaveLength(1);
  });
});

describe('members that nobody knows', () => {
  it('are said at their region, kept, and taken out in one step', async () => {
    const [first, ...rest] = mine.document.regions;
    const regions = [{ ...first, extra: { zOrder: 2, tilt: 1 } }, ...rest] as typeof rest;
    const { user } = await openEditor({}, { ...mine, document: { ...mine.document, regions } });
    await user.click(screen.getByTestId('row-r1'));
    expect(screen.getByTestId('unknown-members').textContent).toContain('zOrder, tilt');
    await user.click(screen.getByTestId('do-duplicate'));
    expect(documentNow().regions.at(-1)?.extra, 'a copy has them too').toEqual({
      zOrder: 2,
      tilt: 1,
    });
    await user.click(screen.getByTestId('row-r1'));
    await user.click(screen.getByTestId('unknown-drop'));
    expect(screen.queryByTestId('unknown-members')).toBeNull();
    expect('extra' in (documentNow().regions[0] ?? {})).toBe(false);
    expect(screen.getByTestId('do-undo').getAttribute('aria-label')).toContain('unknown members');
  });
});
