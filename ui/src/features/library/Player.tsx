import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call, type Failure, type FileInfo, type PlaySource, type Recording } from '../../bridge';
import { useDownloadCommand } from '../../data';
import { Button, Card, FailureNote } from '../../kit';
import { useMessages } from '../../messages';
import { isOver } from '../../recordings/facts';
import styles from './Player.module.css';
import { attach, canDecode, type PlayTrouble } from './playback';
import { Speed } from './Speed';
import { Trouble } from './Trouble';
import { useFileCommand } from './useFileCommand';

/** Plays one file of a recording from the studio's loopback address. */
export function Player({ recording, file }: { recording: Recording; file: FileInfo }) {
  const m = useMessages();
  const source = useQuery<PlaySource, Failure>({
    queryKey: ['play', recording.id, file.name],
    queryFn: () => call('recording_play', { id: recording.id, name: file.name }),
    // An address is good for a while only: each visit gets its own.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (source.error) {
    return (
      <Card>
        <FailureNote failure={source.error} action={{ onPress: () => source.refetch() }} />
      </Card>
    );
  }
  return (
    <Card className={styles.card}>
      {source.data === undefined ? (
        <div className={styles.wait}>{m.library.player.loading}</div>
      ) : (
        <Video
          key={source.data.url}
          recording={recording}
          file={file}
          source={source.data}
          onAgain={() => source.refetch()}
        />
      )}
    </Card>
  );
}

function Video({
  recording,
  file,
  source,
  onAgain,
}: {
  recording: Recording;
  file: FileInfo;
  source: PlaySource;
  onAgain: () => void;
}) {
  const m = useMessages();
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<PlayTrouble | null>(canDecode() ? null : 'codecs');
  const isGrowing = !isOver(recording);
  // While it plays, the end of the recording must not start it anew.
  const fromBeginning = useRef(!isGrowing);
  const isBroken = trouble !== null;

  useEffect(() => {
    const element = video.current;
    if (element === null || isBroken) return;
    const attached = attach(
      element,
      { url: source.url, kind: source.kind, fromBeginning: fromBeginning.current },
      setTrouble,
    );
    return () => attached.detach();
  }, [source, isBroken]);

  const watchFromBeginning = () => {
    const element = video.current;
    if (element === null) return;
    element.currentTime = element.seekable.length > 0 ? element.seekable.start(0) : 0;
    element.play().catch(() => undefined);
  };
  const external = useFileCommand('file_open', recording.id);
  const download = useDownloadCommand('download_start');

  if (trouble !== null) {
    return (
      <>
        <Trouble
          trouble={trouble}
          onOpen={() => external.run(file.name)}
          onDownload={
            recording.practice
              ? null
              : () => download.mutate({ id: recording.id, names: [], asOne: true })
          }
          onAgain={() => {
            setTrouble(null);
            onAgain();
          }}
        />
        {external.failure === null ? null : <FailureNote failure={external.failure} />}
        {download.error === null ? null : <FailureNote failure={download.error} />}
      </>
    );
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: recordings carry no captions */}
      <video
        ref={video}
        className={styles.video}
        controls
        playsInline
        preload="metadata"
        aria-label={m.library.player.label(recording.channel)}
        data-testid="player"
        data-file={file.name}
      />
      <div className={styles.under}>
        <Speed
          onChange={(speed) => {
            if (video.current !== null) video.current.playbackRate = speed;
          }}
        />
      </div>
      {isGrowing ? (
        <div className={styles.growing}>
          <p className="sub">{m.library.player.growing}</p>
          <Button size="sm" icon="play" onPress={watchFromBeginning} testId="player-from-beginning">
            {m.library.player.fromBeginning}
          </Button>
        </div>
      ) : null}
    </>
  );
}
