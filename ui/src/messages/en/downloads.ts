import type { DownloadForm, DownloadState } from '../../bridge';

const files = (n: number) => (n === 1 ? '1 file' : `${n} files`);

/** Files of recordings that come to this computer, are passed on, or go. */
export const downloads = {
  title: 'On this computer',
  all: 'Download all',
  asOne: 'As one file',
  one: (name: string) => `Download ${name}`,
  progress: 'Downloaded so far',
  form: {
    files: (n: number) => files(n),
    mp4: () => 'One MP4 file',
    joined: (n: number) => (n === 1 ? 'One .ts file' : `${n} .ts files, one for each track`),
  } as Record<DownloadForm, (n: number) => string>,
  joinedNote:
    'There is no single MP4, so the pieces were joined to one MPEG transport stream (.ts). Players play it; it is not converted.',
  state: {
    waiting: 'waiting',
    running: 'downloading',
    paused: 'paused',
    done: 'complete',
    failed: 'stopped',
  } as Record<DownloadState, string>,
  of: (done: string, size: string) => `${done} of ${size}`,
  speed: (size: string) => `${size}/s`,
  compared: (sums: number, sizes: number) =>
    sizes === 0
      ? `${files(sums)} checked by checksum`
      : sums === 0
        ? `${files(sizes)} checked by size`
        : `${files(sums)} checked by checksum, ${sizes} by size`,
  missing: (n: number) =>
    n === 1 ? '1 piece was missing in the storage.' : `${n} pieces were missing in the storage.`,
  pause: 'Pause',
  resume: 'Resume',
  open: 'Open in player',
  reveal: 'Show in folder',
  forget: 'Take off the list; the files stay',
  cancel: 'Cancel and remove what is half there',
  link: {
    button: (name: string) => `Link to ${name}`,
    title: 'Link to this file',
    lifetime: 'Good for',
    lifetimes: { hour: '1 hour', day: '1 day', week: '7 days' },
    note: 'Whoever has the link can watch and download this one file until then. It can’t be taken back. It names your access key, not the secret key; the bucket stays private.',
    copy: 'Copy link',
    copied: (until: string) => `Link copied. It is good until ${until}.`,
  },
  remove: {
    button: 'Delete files…',
    title: (n: number) => (n === 1 ? 'Delete 1 file?' : `Delete ${n} files?`),
    text: (channel: string, size: string, place: string) =>
      `All files of the recording of ${channel}, ${size} in ${place}. They can’t be brought back. The recording stays in the list.`,
    more: (n: number) => `and ${n} more`,
    confirm: (n: number) => (n === 1 ? 'Delete 1 file' : `Delete ${n} files`),
    done: (n: number) => (n === 1 ? '1 file deleted' : `${n} files deleted`),
  },
};
