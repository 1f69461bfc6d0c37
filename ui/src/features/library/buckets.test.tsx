import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RecordingFiles } from '../../bridge';
import { backendWith, practiceFiles } from '../../testing/more';
import { renderScreen, violations } from '../../testing/renderScreen';
import { failure, recording } from '../../testing/samples';
import LibraryScreen from './LibraryScreen';

const one = recording({
  id: 'one',
  practice: false,
  storageId: 'team',
  state: 'saved',
  endedAt: Date.now(),
});

function open(files: Partial<RecordingFiles>, tongue: 'en' | 'zh' = 'en') {
  const answer: RecordingFiles = { ...practiceFiles, location: 'acme-recordings/hall', ...files };
  const backend = backendWith([one], { recording_files: () => answer });
  const route = { screen: 'library', id: 'one' } as const;
  return { backend, ...renderScreen(LibraryScreen, backend, route, tongue) };
}

describe('files of a bucket', () => {
  it('are listed and can be played; other programs are given only what is on this computer', async () => {
    const { backend } = open({});
    expect(await screen.findAllByTestId('file-row')).toHaveLength(2);
    await waitFor(() => expect(backend.asked('recording_play')).toHaveLength(1));
    expect(screen.queryByTestId('files-open')).toBeNull();
  });

  it('that are still on their way are named and not played', async () => {
    const [first] = practiceFiles.files;
    if (first === undefined) throw new Error('there is a sample');
    const { backend } = open({ files: [{ ...first, size: null, known: 'told', part: 0 }] });
    const row = await screen.findByTestId('file-row');
    expect(row.textContent).toContain('not in the storage yet');
    expect(row.textContent, 'the part after a replaced recorder').toContain('part 2');
    expect(within(row).queryByRole('button')).toBeNull();
    expect(backend.asked('recording_play')).toEqual([]);
  });

  it('that a playlist names and nobody has are missed by name', async () => {
    open({ missing: ['hall_3.ts'], missingCount: 4 });
    const shown = await screen.findByTestId('files-missing');
    expect(shown.textContent).toContain('4 pieces are missing');
    expect(shown.textContent).toContain('hall_3.ts');
  });

  it('that cannot be listed say why, with a way to look again, in Chinese too', async () => {
    const trouble = failure({ code: 'storage', reason: null, params: { trouble: 'denied' } });
    const { backend, user } = open({ readable: false, trouble }, 'zh');
    const card = await screen.findByTestId('bucket-files');
    expect(card.textContent).toContain('策略不允许此操作');
    const before = backend.asked('recording_files').length;
    await user.click(within(card).getByTestId('failure-action'));
    await waitFor(() => expect(backend.asked('recording_files').length).toBe(before + 1));
    expect(await violations(card)).toEqual([]);
  });
});
