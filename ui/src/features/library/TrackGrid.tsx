import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type Recording } from '../../bridge';
import { Button, Card, formatDuration } from '../../kit';
import { useMessages } from '../../messages';
import styles from './Player.module.css';
import { attach, canDecode, type PlayTrouble } from './playback';
import { Speed } from './Speed';
import { Trouble } from './Trouble';
import { beginsAt, type Person, placed } from './together';

/** How often tracks are brought to their places, in milliseconds. */
const EVERY = 200;

interface Track {
  name: string;
  uid: string;
  isSound: boolean;
  url: string;
  /** Unix milliseconds; `null` where its pieces do not tell. */
  begins: number | null;
}

/** The tracks of several people side by side, with one clock for all of them. */
export function TrackGrid({
  recording,
  people,
  onDownload,
}: {
  recording: Recording;
  people: readonly Person[];
  onDownload: () => void;
}) {
  const m = useMessages();
  const wanted = people.flatMap(({ uid, files }) =>
    files.map((file) => ({ uid, name: file.name, isSound: file.track?.kind === 'sound' })),
  );
  const sources = useQueries({
    queries: wanted.map((one) => ({
      queryKey: ['track', recording.id, one.name],
      queryFn: async (): Promise<Track> => {
        const { url } = await call('recording_play', { id: recording.id, name: one.name });
        const text = await (await fetch(url)).text();
        return { ...one, url, begins: beginsAt(text) };
      },
      gcTime: 0,
    })),
  });
  const tracks = sources.map((source) => source.data).filter((one) => one !== undefined);
  const [trouble, setTrouble] = useState<PlayTrouble | null>(canDecode() ? null : 'codecs');
  const isLost = sources.some((source) => source.error !== null);
  if (trouble !== null || isLost) {
    return (
      <Card className={styles.card}>
        <Trouble
          trouble={trouble ?? 'network'}
          onOpen={onDownload}
          onDownload={onDownload}
          onAgain={() => {
            setTrouble(null);
            for (const source of sources) source.refetch();
          }}
        />
      </Card>
    );
  }
  return (
    <Card className={styles.card} testId="track-grid">
      {tracks.length < wanted.length ? (
        <div className={styles.wait}>{m.library.player.loading}</div>
      ) : (
        <Together tracks={tracks} onTrouble={setTrouble} />
      )}
    </Card>
  );
}

function Together({
  tracks,
  onTrouble,
}: {
  tracks: readonly Track[];
  onTrouble: (trouble: PlayTrouble) => void;
}) {
  const m = useMessages();
  const words = m.library.player;
  const elements = useRef(new Map<string, HTMLVideoElement>());
  const speed = useRef(1);
  /** Where the whole stands, in seconds; the tracks follow it. */
  const clock = useRef(0);
  const [position, setPosition] = useState(0);
  const [length, setLength] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const known = tracks.map(({ begins }) => begins).filter((at) => at !== null);
  const first = known.length === 0 ? 0 : Math.min(...known);
  const offsetOf = (track: Track) => (track.begins === null ? 0 : (track.begins - first) / 1000);

  const place = (at: number, isOnNow: boolean) => {
    let end = 0;
    for (const track of tracks) {
      const element = elements.current.get(track.name);
      if (element === undefined || !Number.isFinite(element.duration)) continue;
      const offset = offsetOf(track);
      end = Math.max(end, offset + element.duration);
      const { isOn, moveTo } = placed(at, {
        offset,
        length: element.duration,
        at: element.currentTime,
      });
      element.playbackRate = speed.current;
      if (moveTo !== null) element.currentTime = moveTo;
      if (isOn && isOnNow && element.paused) element.play().catch(() => undefined);
      if (!(isOn && isOnNow) && !element.paused) element.pause();
    }
    return end;
  };
  const placing = useRef(place);
  placing.current = place;

  useEffect(() => {
    let before = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      if (isPlaying) clock.current += ((now - before) / 1000) * speed.current;
      before = now;
      const end = placing.current(clock.current, isPlaying);
      setLength(end);
      if (!isPlaying) return;
      if (end > 0 && clock.current >= end) {
        clock.current = end;
        setPlaying(false);
      }
      setPosition(clock.current);
    }, EVERY);
    return () => clearInterval(timer);
  }, [isPlaying]);

  const seek = (to: number) => {
    clock.current = to;
    setPosition(to);
    placing.current(to, isPlaying);
  };

  return (
    <>
      <p className="sub">{words.tracks(tracks.length)}</p>
      <div className={styles.grid}>
        {tracks.map((track) => (
          <TrackVideo
            key={track.name}
            track={track}
            elements={elements.current}
            onTrouble={onTrouble}
          />
        ))}
      </div>
      <div className={styles.under}>
        <Button
          size="sm"
          icon={isPlaying ? 'stop' : 'play'}
          label={isPlaying ? words.pause : words.play}
          onPress={() => setPlaying(!isPlaying)}
          testId="tracks-play"
        >
          {formatDuration(position * 1000)}
        </Button>
        <input
          type="range"
          className={styles.seek}
          aria-label={words.seek}
          aria-valuetext={formatDuration(position * 1000)}
          min={0}
          max={Math.max(length, 0.1)}
          step={0.1}
          value={position}
          onChange={(event) => seek(Number(event.target.value))}
          data-testid="tracks-seek"
        />
        <Speed
          onChange={(chosen) => {
            speed.current = chosen;
          }}
        />
      </div>
    </>
  );
}

function TrackVideo({
  track,
  elements,
  onTrouble,
}: {
  track: Track;
  elements: Map<string, HTMLVideoElement>;
  onTrouble: (trouble: PlayTrouble) => void;
}) {
  const words = useMessages().library.player;
  const element = useRef<HTMLVideoElement>(null);
  const tell = useCallback((trouble: PlayTrouble) => onTrouble(trouble), [onTrouble]);
  useEffect(() => {
    const video = element.current;
    if (video === null) return;
    elements.set(track.name, video);
    const attached = attach(video, { url: track.url, kind: 'playlist', fromBeginning: true }, tell);
    return () => {
      elements.delete(track.name);
      attached.detach();
    };
  }, [track.name, track.url, elements, tell]);
  return (
    <figure className={styles.track} hidden={track.isSound} data-testid="track">
      {/* biome-ignore lint/a11y/useMediaCaption: recordings carry no captions */}
      <video
        ref={element}
        className={styles.video}
        playsInline
        preload="auto"
        aria-label={words.person(track.uid)}
      />
      <figcaption>{words.person(track.uid)}</figcaption>
    </figure>
  );
}
