import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Recording } from '../../bridge';
import { backendWith, practiceFiles } from '../../testing/more';
import { renderScreen, violations } from '../../testing/renderScreen';
import { download, failure, recording } from '../../testing/samples';
import LibraryScreen from './LibraryScreen';

const one = recording({
  id: 'one',
  practice: false,
  storageId: 'team',
  state: 'saved',
  upload: 'uploaded',
  endedAt: Date.now(),
});

function open(
  change: Parameters<typeof backendWith>[1] = {},
  recorded: Recording = one,
  tongue: 'en' | 'zh' = 'en',
) {
  const backend = backendWith([recorded], { recording_files: () => practiceFiles, ...change });
  const route = { screen: 'library', id: 'one' } as const;
  return { backend, ...renderScreen(LibraryScreen, backend, route, tongue) };
}

it('downloads everything, one file, or all as one', async () => {
  const { backend, user } = open();
  await user.click(await screen.findByTestId('files-download'));
  await user.click(screen.getByTestId('files-download-one'));
  const [row] = screen.getAllByTestId('file-row');
  await user.click(within(row as HTMLElement).getByTestId('file-download'));
  await waitFor(() => expect(backend.asked('download_start')).toHaveLength(3));
  expect(backend.asked('download_start')).toEqual([
    { id: 'one', names: [], asOne: false },
    { id: 'one', names: [], asOne: true },
    { id: 'one', names: [practiceFiles.files[0]?.name], asOne: false },
  ]);
});

it('shows how far a download is, pauses and resumes it, and says when it is whole', async () => {
  const running = download({ recordingId: 'one', done: 406_500_000 });
  const { backend, user } = open({
    download_list: () => [running, download({ id: 'other', recordingId: 'two' })],
    download_pause: () => ({ ...running, state: 'paused', speed: null }),
  });
  const row = await screen.findByTestId('download');
  expect(row.textContent, 'the other recording’s is not shown').toContain('407 MB of 813 MB');
  expect(row.textContent).toContain('12.4 MB/s');
  expect(within(row).getByRole('progressbar').getAttribute('aria-valuenow')).toBe('50');
  await user.click(within(row).getByTestId('download-pause'));
  await user.click(await screen.findByTestId('download-resume'));
  expect(backend.asked('download_resume')).toEqual([{ id: running.id }]);

  act(() =>
    backend.emit({
      type: 'download',
      download: { ...running, state: 'done', done: running.size, sums: 349, sizes: 1 },
    }),
  );
  await waitFor(() => expect(screen.getByTestId('download').dataset.state).toBe('done'));
  expect(screen.getByTestId('download').textContent).toContain(
    '349 files checked by checksum, 1 by size',
  );
  await user.click(screen.getByTestId('download-reveal'));
  expect(backend.asked('download_reveal')).toEqual([{ id: running.id }]);
  await user.click(screen.getByTestId('download-remove'));
  await waitFor(() => expect(screen.queryByTestId('download')).toBeNull());
});

it.each([
  ['full', 'Make room'],
  ['taken', 'not written over'],
])('says in words that the disk said “%s”, with a way to go on', async (disk, words) => {
  const failed = download({
    recordingId: 'one',
    state: 'failed',
    failure: failure({ code: 'disk', reason: null, params: { disk, path: '/home/ana/x.mp4' } }),
  });
  const { backend, user } = open({ download_list: () => [failed] });
  const note = await screen.findByTestId('failure');
  expect(note.textContent).toContain(words);
  expect(note.textContent).toContain('/home/ana/x.mp4');
  await user.click(within(note).getByTestId('failure-action'));
  expect(backend.asked('download_resume')).toEqual([{ id: failed.id }]);
});

it('says plainly what a joined file is', async () => {
  const joined = download({
    recordingId: 'one',
    state: 'done',
    form: 'joined',
    files: 1,
    missing: 2,
  });
  open({ download_list: () => [joined] });
  const row = await screen.findByTestId('download');
  expect(row.textContent).toContain('.ts');
  expect(row.textContent).toContain('not converted');
  expect(row.textContent).toContain('2 pieces were missing');
});

it('makes a link with the chosen lifetime, and shows it nowhere', async () => {
  const { backend, user } = open();
  const written = vi.spyOn(navigator.clipboard, 'writeText');
  await user.click(await screen.findByTestId('file-link'));
  const dialog = await screen.findByTestId('link-dialog');
  expect(dialog.textContent).toContain('can’t be taken back');
  await user.click(within(dialog).getByTestId('link-lifetime'));
  await user.click(await screen.findByRole('option', { name: '1 hour' }));
  await user.click(screen.getByTestId('link-copy'));
  await waitFor(() => expect(written).toHaveBeenCalledWith(expect.stringContaining('signature=')));
  expect(backend.asked('file_link')).toEqual([
    { id: 'one', name: practiceFiles.files[1]?.name, seconds: 3_600 },
  ]);
  expect(document.body.innerHTML).not.toContain('signature=');
});

it('asks with number, size and names before it deletes, and says what is left', async () => {
  const { backend, user } = open({
    files_delete: () => ({
      deleted: 3,
      left: 347,
      failure: failure({ code: 'storage', reason: null, params: { trouble: 'denied' } }),
    }),
  });
  await user.click(await screen.findByTestId('files-delete'));
  const dialog = await screen.findByTestId('confirm');
  expect(dialog.textContent).toContain('Delete 350 files?');
  expect(dialog.textContent).toContain('813 MB');
  expect(dialog.textContent).toContain(practiceFiles.files[1]?.name);
  expect(backend.asked('files_delete'), 'nothing happens before the answer').toEqual([]);
  const before = backend.asked('recording_files').length;
  await user.click(within(dialog).getByTestId('confirm-button'));
  await waitFor(() => expect(backend.asked('files_delete')).toEqual([{ id: 'one', names: [] }]));
  expect((await screen.findByTestId('failure')).textContent).toContain('policy');
  await waitFor(() => expect(backend.asked('recording_files').length).toBeGreaterThan(before));
});

it('does not offer to delete what still records, nor links to the practice folder', async () => {
  open({}, recording({ id: 'one', practice: true, state: 'recording', endedAt: null }));
  await screen.findByTestId('files-download');
  expect(screen.queryByTestId('files-delete')).toBeNull();
  expect(screen.queryByTestId('file-link')).toBeNull();
});

it('tells what files in Agora’s backup mean, and what the recording likely cost', async () => {
  const backup = { ...one, upload: 'backuped' as const, people: 5 };
  open(
    {
      recording_detail: () => ({
        recording: backup,
        timeline: [],
        calls: [],
        cost: { low: 120, high: 480 },
      }),
    },
    backup,
  );
  expect((await screen.findByTestId('in-backup')).textContent).toContain('within a day');
  const facts = await screen.findByTestId('library-facts');
  expect(facts.textContent).toContain('US$1.20 to US$4.80');
  expect(facts.textContent).toContain('5');
});

it.each(['en', 'zh'] as const)(
  'has nothing that axe objects to (%s)',
  async (tongue) => {
    const list = [
      download({ recordingId: 'one' }),
      download({ id: 'b', recordingId: 'one', state: 'done', form: 'joined' }),
    ];
    const { container } = open({ download_list: () => list }, one, tongue);
    await screen.findByTestId('downloads');
    expect(await violations(container)).toEqual([]);
  },
  60_000,
);
