import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { currentRoute, go } from '../../app/route';
import type { Platform, Recording } from '../../bridge';
import { useDraft } from '../../draft';
import { backendWith, everyState, practiceFiles } from '../../testing/more';
import { renderScreen, violations } from '../../testing/renderScreen';
import { appInfo, failure, recording } from '../../testing/samples';
import LibraryScreen from './LibraryScreen';

type Handler = (event: string, data: { details: string; fatal: boolean; type: string }) => void;

/** Stands in for hls.js, which needs a real media pipeline: keeps what it was asked for. */
const hls = vi.hoisted(() => ({
  made: [] as {
    config: { startPosition: number };
    url: string;
    onError: Handler | null;
    isDestroyed: boolean;
    repairs: number;
  }[],
}));

vi.mock('hls.js/light', () => ({
  default: class {
    static isSupported = () => true;
    static Events = { ERROR: 'hlsError' };
    static ErrorDetails = {
      BUFFER_ADD_CODEC_ERROR: 'bufferAddCodecError',
      MANIFEST_INCOMPATIBLE_CODECS_ERROR: 'manifestIncompatibleCodecsError',
    };
    static ErrorTypes = { MEDIA_ERROR: 'mediaError', NETWORK_ERROR: 'networkError' };
    kept: (typeof hls.made)[number];
    constructor(config: { startPosition: number }) {
      this.kept = { config, url: '', onError: null, isDestroyed: false, repairs: 0 };
      hls.made.push(this.kept);
    }
    on(_event: string, handler: Handler) {
      this.kept.onError = handler;
    }
    loadSource(url: string) {
      this.kept.url = url;
    }
    attachMedia() {}
    recoverMediaError() {
      this.kept.repairs += 1;
    }
    destroy() {
      this.kept.isDestroyed = true;
    }
  },
}));

const decoder = { isThere: true };

beforeEach(() => {
  hls.made.length = 0;
  decoder.isThere = true;
  vi.stubGlobal('MediaSource', { isTypeSupported: () => decoder.isThere });
  vi.stubGlobal('MediaError', { MEDIA_ERR_NETWORK: 2, MEDIA_ERR_SRC_NOT_SUPPORTED: 4 });
  HTMLMediaElement.prototype.load = () => undefined;
  HTMLMediaElement.prototype.play = () => Promise.resolve();
});

afterEach(() => void vi.useRealTimers());

const saved = (change: Partial<Recording> = {}) =>
  recording({
    id: 'one',
    state: 'saved',
    upload: 'uploaded',
    endedAt: Date.now(),
    files: ['a.m3u8', 'a_0.mp4'],
    ...change,
  });

function open(one: Recording, change: Parameters<typeof backendWith>[1] = {}) {
  const backend = backendWith([one], change);
  return { backend, ...renderScreen(LibraryScreen, backend, { screen: 'library', id: one.id }) };
}

describe('the list', () => {
  const all = () => everyState(Date.now());
  const rowIds = () => screen.getAllByTestId('library-row').map((row) => row.dataset.id);

  it('holds every recording ever made, the newest first', async () => {
    renderScreen(LibraryScreen, backendWith(all()), { screen: 'library' });
    await screen.findAllByTestId('library-row');
    expect(rowIds()).toHaveLength(all().length);
    expect(rowIds().at(-1), 'the oldest stands last').toBe('failed');
  });

  it.each([
    ['town', ['saved']],
    ['INTERVIEW unexpectedly', ['unexpected']],
    ['yesterday', ['backup']],
    ['nobody joined', ['empty']],
  ])('finds “%s” as it is typed', async (query, ids) => {
    // Noon, so that "yesterday" is the same one in every time zone and at every hour.
    vi.setSystemTime(new Date(2026, 10, 24, 12));
    const { user } = renderScreen(LibraryScreen, backendWith(all()), { screen: 'library' });
    await user.type(await screen.findByTestId('library-search'), query);
    await waitFor(() => expect(rowIds().length).toBeLessThan(5));
    expect(rowIds()).toEqual(expect.arrayContaining(ids));
  });

  it('says so when nothing matches, and clears', async () => {
    const { user } = renderScreen(LibraryScreen, backendWith(all()), { screen: 'library' });
    await user.type(await screen.findByTestId('library-search'), 'zzz');
    expect(await screen.findByText('Nothing matches “zzz”.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear search' }));
    await waitFor(() => expect(rowIds()).toHaveLength(all().length));
  });

  it('sorts by a column, and the other way round', async () => {
    const { user } = renderScreen(LibraryScreen, backendWith(all()), { screen: 'library' });
    const header = await screen.findByRole('columnheader', { name: 'Channel' });
    const button = within(header).getByRole('button');
    await user.click(button);
    await waitFor(() => expect(rowIds()[0], 'board-sync comes first by name').toBe('running'));
    const sorted = () =>
      screen.getByRole('columnheader', { name: 'Channel' }).getAttribute('aria-sort');
    expect(sorted()).toBe('ascending');
    await user.click(
      within(screen.getByRole('columnheader', { name: 'Channel' })).getByRole('button'),
    );
    await waitFor(() => expect(rowIds()[0], 'weekly-town-hall comes last by name').toBe('saved'));
    expect(sorted()).toBe('descending');
  });

  it('is walked with the arrow keys, and shows what is selected', async () => {
    const { user } = renderScreen(LibraryScreen, backendWith(all()), {
      screen: 'library',
      id: 'saved',
    });
    const row = (await screen.findAllByTestId('library-row')).find(
      (one) => one.dataset.id === 'saved',
    );
    await user.click(row as HTMLElement);
    await user.keyboard('{ArrowDown}');
    expect(currentRoute()).toEqual({ screen: 'library', id: 'backup' });
    expect(await screen.findByRole('heading', { name: 'demo-friday' })).toBeTruthy();
  });

  it('draws only the rows in sight of a hundred thousand, and reads only their pages', async () => {
    const [sample] = all();
    const many = Array.from({ length: 100_000 }, (_, index) => `many-${index}`);
    const backend = backendWith([], {
      library_list: ({ offset, limit }) => ({
        recordings: many
          .slice(offset, offset + limit)
          .map((id) => ({ ...(sample as Recording), id, channel: id })),
        count: many.length,
        all: many.length,
      }),
      recording_detail: ({ id }) => ({
        recording: { ...(sample as Recording), id, channel: id },
        timeline: [],
        calls: [],
      }),
    });
    const { user } = renderScreen(LibraryScreen, backend, { screen: 'library' });
    const [first] = await screen.findAllByTestId('library-row');
    expect(rowIds().length).toBeLessThan(60);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('100001');
    await user.click(first as HTMLElement);
    await user.keyboard('{End}');
    await waitFor(() => expect(currentRoute()).toEqual({ screen: 'library', id: 'many-99999' }));
    const pages = backend.asked('library_list').map(({ offset }) => offset);
    expect(new Set(pages), 'the pages between are not read').toEqual(new Set([0, 99_900]));
  });

  it('shows only recordings that stand as chosen', async () => {
    const { user } = renderScreen(LibraryScreen, backendWith(all()), { screen: 'library' });
    await user.click(await screen.findByTestId('library-filter'));
    await user.click(await screen.findByRole('option', { name: 'nobody joined' }));
    await waitFor(() => expect(rowIds()).toEqual(['empty']));
  });

  it('teaches when it is empty', async () => {
    const { user } = renderScreen(LibraryScreen, backendWith([]), { screen: 'library' });
    await user.click(await screen.findByRole('button', { name: 'Make a recording' }));
    expect(currentRoute()).toEqual({ screen: 'record' });
  });
});

describe('the player', () => {
  it('plays the playlist through hls.js from the loopback address, from its beginning', async () => {
    const { backend } = open(saved());
    await screen.findByTestId('player');
    await waitFor(() => expect(hls.made.at(-1)?.url).toBe('http://127.0.0.1:1/x'));
    expect(hls.made.at(-1)?.config.startPosition).toBe(0);
    expect(backend.asked('recording_play')[0]).toEqual({
      id: 'one',
      name: practiceFiles.files[0]?.name,
    });
  });

  it('gives a video file straight to the element', async () => {
    const { user } = open(saved(), {
      recording_play: ({ name }) => ({ url: `http://127.0.0.1:1/${name}`, kind: 'video' }),
    });
    await user.click(await screen.findByRole('button', { name: /^Play .*_0\.mp4/ }));
    await waitFor(() =>
      expect(screen.getByTestId<HTMLVideoElement>('player').src).toMatch(/_0\.mp4$/),
    );
  });

  it('starts a running recording where it is now and can go back to the beginning', async () => {
    const { user } = open(recording({ id: 'one' }));
    const video = await screen.findByTestId<HTMLVideoElement>('player');
    await waitFor(() => expect(hls.made.at(-1)?.config.startPosition).toBe(-1));
    Object.defineProperty(video, 'seekable', { value: { length: 1, start: () => 0 } });
    video.currentTime = 40;
    await user.click(screen.getByTestId('player-from-beginning'));
    expect(video.currentTime).toBe(0);
  });

  it('does not start anew when the recording ends meanwhile', async () => {
    const one = recording({ id: 'one' });
    const { backend } = open(one);
    const video = await screen.findByTestId('player');
    await waitFor(() => expect(hls.made.length).toBeGreaterThan(0));
    const count = hls.made.length;
    act(() =>
      backend.emit({
        type: 'recording',
        recording: { ...one, state: 'saved', endedAt: Date.now(), upload: 'uploaded' },
      }),
    );
    await waitFor(() => expect(screen.queryByTestId('player-from-beginning')).toBeNull());
    expect(screen.getByTestId('player'), 'somebody may be watching').toBe(video);
    expect(hls.made).toHaveLength(count);
  });

  it.each<[Platform, string]>([
    ['linux', 'gstreamer1.0-libav gstreamer1.0-plugins-bad'],
    ['windows', 'Media Feature Pack'],
    ['macos', 'macOS'],
  ])('says what is missing on %s when the window cannot decode', async (platform, words) => {
    decoder.isThere = false;
    const { backend, user } = open(saved(), { app_info: () => ({ ...appInfo, platform }) });
    const panel = await screen.findByTestId('player-trouble');
    await waitFor(() => expect(panel.textContent).toContain(words));
    expect(panel.textContent, 'it says which').toContain('no decoder for H.264 and AAC');
    await user.click(within(panel).getByTestId('player-external'));
    expect(backend.asked('file_open')).toEqual([{ id: 'one', name: practiceFiles.files[0]?.name }]);
  });

  it('takes an error of hls.js about codecs the same way', async () => {
    open(saved());
    await waitFor(() => expect(hls.made.at(-1)?.onError).toBeTruthy());
    act(() =>
      hls.made.at(-1)?.onError?.('hlsError', {
        details: 'bufferAddCodecError',
        fatal: false,
        type: 'mediaError',
      }),
    );
    expect((await screen.findByTestId('player-trouble')).dataset.why).toBe('codecs');
    expect(hls.made.at(-1)?.isDestroyed, 'nothing may go on loading').toBe(true);
  });

  it('repairs a media error once before it gives up', async () => {
    open(saved());
    await waitFor(() => expect(hls.made.at(-1)?.onError).toBeTruthy());
    const player = hls.made.at(-1);
    const broken = { details: 'bufferStalledError', fatal: true, type: 'mediaError' };
    act(() => player?.onError?.('hlsError', broken));
    expect(player?.repairs).toBe(1);
    expect(screen.queryByTestId('player-trouble')).toBeNull();
    act(() => player?.onError?.('hlsError', broken));
    expect((await screen.findByTestId('player-trouble')).dataset.why).toBe('other');
  });

  it.each([
    [404, 'network'],
    [206, 'codecs'],
  ])('tells a file that is gone (%i) from one that it cannot decode', async (status, why) => {
    vi.stubGlobal('fetch', async () => new Response(status === 404 ? 'gone' : 'x', { status }));
    open(saved(), {
      recording_files: () => ({ ...practiceFiles, files: practiceFiles.files.slice(1) }),
      recording_play: () => ({ url: 'http://127.0.0.1:1/a.mp4', kind: 'video' }),
    });
    const video = await screen.findByTestId('player');
    Object.defineProperty(video, 'error', { value: { code: 4, message: '' } });
    fireEvent(video, new Event('error'));
    expect((await screen.findByTestId('player-trouble')).dataset.why).toBe(why);
  });
});

describe('tracks', () => {
  const track = (uid: string, kind: 'sound' | 'video') => ({
    name: `s_hall__uid_s_${uid}__uid_e_${kind}.m3u8`,
    kind: 'playlist' as const,
    size: 900,
    known: 'seen' as const,
    part: null,
    track: { uid, kind },
  });

  it('of several people play side by side under one clock, each from when it began', async () => {
    const begins = (ms: string) => `#EXTM3U\nx_20261124091700${ms}.ts`;
    const texts: Record<string, string> = { '7': begins('000'), '8': begins('500') };
    vi.stubGlobal('fetch', async (url: string) => {
      const uid = /uid_s_(\d+)/.exec(url)?.[1] ?? '';
      return new Response(texts[uid]);
    });
    const files = [track('7', 'video'), track('7', 'sound'), track('8', 'video')];
    const { user } = open(saved(), {
      recording_files: () => ({ ...practiceFiles, files }),
      recording_play: ({ name }) => ({ url: `http://127.0.0.1:1/${name}`, kind: 'playlist' }),
    });
    const shown = await screen.findAllByTestId('track');
    expect(shown.map((one) => one.textContent)).toEqual(['ID 7', 'ID 7', 'ID 8']);
    await waitFor(() => expect(hls.made).toHaveLength(3));
    const videos = shown.map((one) => one.querySelector('video') as HTMLVideoElement);
    for (const video of videos) {
      Object.defineProperty(video, 'duration', { value: 60 });
    }
    const seek = screen.getByTestId('tracks-seek');
    await waitFor(() => expect(seek.getAttribute('max')).toBe('60.5'));
    fireEvent.change(seek, { target: { value: '30' } });
    expect(videos.map((video) => video.currentTime)).toEqual([30, 30, 29.5]);
    await user.click(screen.getByTestId('player-speed'));
    await user.click(await screen.findByRole('option', { name: '2×' }));
    await waitFor(() => expect(videos.every((video) => video.playbackRate === 2)).toBe(true));
    await user.click(screen.getByRole('button', { name: /^Play s_hall__uid_s_8/ }));
    expect(await screen.findByTestId('player'), 'one track alone is played as a file').toBeTruthy();
  });
});

describe('the files', () => {
  it('are listed with sizes, pieces as a number, and can be opened outside', async () => {
    const { backend, user } = open(saved());
    expect(await screen.findAllByTestId('file-row')).toHaveLength(2);
    expect(screen.getByText('412 MB')).toBeTruthy();
    expect(screen.getByTestId('file-pieces').textContent).toBe('348 video pieces401 MB');
    await user.click(screen.getByTestId('files-reveal'));
    expect(backend.asked('file_reveal')).toEqual([
      { id: 'one', name: practiceFiles.files[0]?.name },
    ]);
  });

  it('say why one could not be opened', async () => {
    const { user } = open(saved(), {
      file_open: () => {
        throw failure({ code: 'storage', status: null });
      },
    });
    await user.click(await screen.findByTestId('files-open'));
    expect((await screen.findByTestId('failure')).dataset.code).toBe('storage');
  });

  it('in a bucket that the app cannot read are named, with the way to them', async () => {
    const one = everyState(Date.now()).find((other) => other.id === 'backup') as Recording;
    const { backend } = open(one);
    const card = await screen.findByTestId('bucket-files');
    await waitFor(() => expect(card.textContent).toContain('acme-recordings'));
    expect(card.textContent).toContain('the AWS console, S3, Buckets');
    expect(card.textContent).toContain('Frankfurt (eu-central-1)');
    expect(card.textContent).toContain(one.files[0]);
    expect(screen.queryByTestId('player')).toBeNull();
    expect(backend.asked('recording_play'), 'there is nothing here to play').toEqual([]);
  });
});

describe('the settings', () => {
  it('are shown in the words of the form and fill it again', async () => {
    const one = saved();
    const { backend, user } = open(one);
    await user.click(await screen.findByTestId('settings-used'));
    expect(screen.getByText('1280 × 720 · 30 fps')).toBeTruthy();
    expect(screen.getByText('after 2 h')).toBeTruthy();
    await user.click(screen.getByTestId('record-again'));
    await waitFor(() => expect(currentRoute()).toEqual({ screen: 'record' }));
    expect(backend.asked('settings_save').at(-1)?.draft).toEqual(one.setup);
    expect(useDraft.getState().setup, 'the form is already there').toEqual(one.setup);
  });

  it('give way to the chosen account where theirs was deleted', async () => {
    const one = saved();
    const gone = { ...one, setup: { ...one.setup, accountId: 'gone' } };
    const { backend, user } = open(gone);
    await user.click(await screen.findByTestId('record-again'));
    await waitFor(() => expect(backend.asked('settings_save')).toHaveLength(1));
    expect(backend.asked('settings_save')[0]?.draft?.accountId).toBe('practice');
  });
});

it.each(['en', 'zh'] as const)(
  'has nothing that axe objects to (%s)',
  async (tongue) => {
    const all = everyState(Date.now());
    const { container } = renderScreen(
      LibraryScreen,
      backendWith(all),
      { screen: 'library', id: 'saved' },
      tongue,
    );
    await screen.findByTestId('player');
    expect(await violations(container)).toEqual([]);
    act(() => go({ screen: 'library', id: 'backup' }));
    await screen.findByTestId('bucket-files');
    expect(await violations(container)).toEqual([]);
  },
  60_000,
);
