import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { currentRoute, type Route } from '../../app/route';
import { freshSetup, useDraft } from '../../draft';
import { fakeBackend } from '../../testing/fakeBackend';
import { layouts } from '../../testing/layouts';
import { renderScreen, violations } from '../../testing/renderScreen';
import { failure, recording } from '../../testing/samples';
import LayoutsScreen from './LayoutsScreen';

type Fake = Parameters<typeof fakeBackend>[0];

function show(route: Route = { screen: 'layouts' }, change: Fake = {}) {
  const backend = fakeBackend(change);
  return { backend, ...renderScreen(LayoutsScreen, backend, route) };
}

const thumbs = () =>
  screen.getAllByTestId(/^layout-thumb-/).map((thumb) => thumb.getAttribute('data-testid'));

beforeEach(() => useDraft.setState({ setup: freshSetup, isLoaded: true }));

describe('the gallery', () => {
  it('shows every layout', async () => {
    show();
    await screen.findByTestId('layout-thumb-grid2x2');
    expect(thumbs()).toHaveLength(layouts.length);
  });

  it('finds by name and by shape, and helps when there is nothing', async () => {
    const { user } = show();
    await screen.findByTestId('layout-thumb-grid2x2');
    await user.type(screen.getByTestId('layout-search'), 'grid');
    expect(thumbs()).toEqual(['layout-thumb-grid2x2', 'layout-thumb-grid3x3']);
    await user.click(screen.getByRole('radio', { name: '9:16' }));
    expect(screen.queryAllByTestId(/^layout-thumb-/)).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Show all layouts' }));
    expect(thumbs()).toHaveLength(layouts.length);
  });

  it('opens one', async () => {
    const { user } = show();
    await user.click(await screen.findByTestId('layout-thumb-interview'));
    expect(currentRoute()).toEqual({ screen: 'layouts', id: 'interview' });
    expect(await screen.findByRole('heading', { name: 'Interview' })).toBeTruthy();
  });
});

describe('an opened layout', () => {
  const opened: Route = { screen: 'layouts', id: 'speakerRight3' };

  it('lists its regions, the front one first, with sizes', async () => {
    show(opened);
    const items = within(await screen.findByTestId('region-list')).getAllByRole('listitem');
    expect(items.map((item) => item.querySelector('b')?.textContent)).toEqual([
      'Guest 3',
      'Guest 2',
      'Guest 1',
      'Speaker',
    ]);
    expect(items[3]?.textContent).toContain('75 × 100 % · 1440 × 1080 px');
  });

  it('tells of people without a place', async () => {
    const { user } = show(opened);
    await user.click(await screen.findByRole('button', { name: 'One person more' }));
    expect(screen.getByText('1 person has no place: heard, not seen')).toBeTruthy();
  });

  it('is taken for the next recording, with the picture turned where the shape asks for it', async () => {
    const { user } = show({ screen: 'layouts', id: 'stacked2' });
    await user.click(await screen.findByTestId('use-layout'));
    expect(currentRoute().screen).toBe('record');
    const { layoutId, picture } = useDraft.getState().setup;
    expect(layoutId).toBe('stacked2');
    expect([picture.width, picture.height]).toEqual([720, 1280]);
  });

  it('is sent to the recording that runs', async () => {
    const { backend, user } = show(opened, { recording_list: () => [recording()] });
    await user.click(await screen.findByTestId('switch-live'));
    await waitFor(() =>
      expect(backend.asked('recording_layout')).toEqual([
        { id: 'rec-1', layoutId: 'speakerRight3' },
      ]),
    );
  });

  it('asks which one where several run, and says when it was refused', async () => {
    const { user } = show(opened, {
      recording_list: () => [recording(), recording({ id: 'rec-2', channel: 'support' })],
      recording_layout: () => {
        throw failure({ code: 'refused', reason: 'no' });
      },
    });
    await user.click(await screen.findByTestId('switch-live'));
    await user.click(await screen.findByRole('menuitem', { name: 'support' }));
    expect((await screen.findByTestId('failure')).textContent).toContain('Agora refused');
  });

  it('offers nothing live while nothing records', async () => {
    show(opened);
    await screen.findByTestId('use-layout');
    expect(screen.queryByTestId('switch-live')).toBeNull();
  });
});

describe.each(['dark', 'light'])('in the %s theme', (theme) => {
  it.each([undefined, 'speakerRight3'])('has nothing that axe finds wrong (%s)', async (id) => {
    document.documentElement.dataset.theme = theme;
    const { container } = show({ screen: 'layouts', id });
    await screen.findByTestId('layout-thumb-grid2x2');
    expect(await violations(container)).toEqual([]);
  });
});
