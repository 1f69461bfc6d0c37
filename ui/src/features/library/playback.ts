import type { FileInfo, FileKind } from '../../bridge';
import { nudge, stretches } from './stall';

/** Why a file did not play. */
export type PlayTrouble = 'codecs' | 'network' | 'other';

/** H.264 main and AAC, which every recording of this app is made of. */
const RECORDED_AS = 'video/mp4; codecs="avc1.4d401e,mp4a.40.2"';

/** Whether this window can decode what the service records. */
export function canDecode(): boolean {
  return typeof MediaSource !== 'undefined' && MediaSource.isTypeSupported(RECORDED_AS);
}

/** What this window has no decoder for, by the names that people know. */
export function missingCodecs(): string[] {
  if (typeof MediaSource === 'undefined') return ['H.264', 'AAC'];
  const parts = [
    ['H.264', 'video/mp4; codecs="avc1.4d401e"'],
    ['AAC', 'audio/mp4; codecs="mp4a.40.2"'],
  ] as const;
  return parts.filter(([, type]) => !MediaSource.isTypeSupported(type)).map(([name]) => name);
}

/** The file to play first: the playlist holds the whole recording, a video may be one part of it. */
export function firstToPlay(files: readonly FileInfo[]): FileInfo | null {
  const seen = files.filter((file) => file.known === 'seen');
  return (
    seen.find((file) => file.kind === 'playlist') ??
    seen.find((file) => file.kind === 'video') ??
    null
  );
}

export interface Attached {
  detach(): void;
}

/**
 * Puts a source into a video element. A playlist goes through hls.js, which is only loaded now; a
 * video is the element's own business. `growing` asks at the time, since a recording may end meanwhile.
 */
export function attach(
  video: HTMLVideoElement,
  source: { url: string; kind: FileKind; fromBeginning: boolean },
  onTrouble: (trouble: PlayTrouble) => void,
): Attached {
  const watch = watchForStalls(video);
  const onError = () => {
    judge(video, source.url).then(onTrouble);
  };
  if (source.kind !== 'playlist') {
    video.addEventListener('error', onError);
    video.src = source.url;
    return {
      detach() {
        watch();
        video.removeEventListener('error', onError);
        empty(video);
      },
    };
  }
  let gone = false;
  let unload: (() => void) | null = null;
  loadPlaylist(video, source.url, source.fromBeginning, onTrouble).then(
    (destroy) => {
      if (gone) destroy();
      else unload = destroy;
    },
    () => onTrouble('other'),
  );
  return {
    detach() {
      gone = true;
      watch();
      unload?.();
      empty(video);
    },
  };
}

let loading: ReturnType<typeof load> | null = null;
const load = () => import('hls.js/light');

/** The library, loaded when something is played for the first time; several tracks ask at once. */
function library(): ReturnType<typeof load> {
  loading ??= load();
  return loading;
}

async function loadPlaylist(
  video: HTMLVideoElement,
  url: string,
  fromBeginning: boolean,
  onTrouble: (trouble: PlayTrouble) => void,
): Promise<() => void> {
  const { default: Hls } = await library();
  if (!Hls.isSupported()) {
    onTrouble('codecs');
    return () => undefined;
  }
  const hls = new Hls({ startPosition: fromBeginning ? 0 : -1, enableWorker: false });
  let repaired = false;
  hls.on(Hls.Events.ERROR, (_, data) => {
    if (
      data.details === Hls.ErrorDetails.BUFFER_ADD_CODEC_ERROR ||
      data.details === Hls.ErrorDetails.MANIFEST_INCOMPATIBLE_CODECS_ERROR
    ) {
      onTrouble('codecs');
    } else if (data.fatal && data.type === Hls.ErrorTypes.MEDIA_ERROR && !repaired) {
      repaired = true;
      hls.recoverMediaError();
    } else if (data.fatal) {
      onTrouble(data.type === Hls.ErrorTypes.NETWORK_ERROR ? 'network' : 'other');
    }
  });
  hls.loadSource(url);
  hls.attachMedia(video);
  return () => hls.destroy();
}

/** An element says the same for a missing decoder and for a file that is gone: asking for one byte tells. */
async function judge(video: HTMLVideoElement, url: string): Promise<PlayTrouble> {
  if (video.error?.code === MediaError.MEDIA_ERR_NETWORK) return 'network';
  if (!canDecode()) return 'codecs';
  if (video.error?.code !== MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED) return 'other';
  try {
    const answer = await fetch(url, { headers: { range: 'bytes=0-0' } });
    return answer.ok ? 'codecs' : 'network';
  } catch {
    return 'network';
  }
}

const STALL_CHECK = 700;

/** Pieces whose sound and picture do not start together can leave a video standing: push it on. */
function watchForStalls(video: HTMLVideoElement): () => void {
  let last = -1;
  const timer = setInterval(() => {
    const standing = !video.paused && !video.ended && !video.seeking && video.currentTime === last;
    last = video.currentTime;
    if (!standing) return;
    const to = nudge(video.currentTime, stretches(video.buffered));
    if (to !== null) video.currentTime = to;
  }, STALL_CHECK);
  return () => clearInterval(timer);
}

function empty(video: HTMLVideoElement): void {
  video.removeAttribute('src');
  video.load();
}
