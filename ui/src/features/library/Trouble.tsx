import { useAppInfo } from '../../data';
import { Button, Icon } from '../../kit';
import { useMessages } from '../../messages';
import { missingCodecs, type PlayTrouble } from './playback';
import styles from './Trouble.module.css';

/** Why a file does not play in this window, and what helps. */
export function Trouble({
  trouble,
  onOpen,
  onDownload,
  onAgain,
}: {
  trouble: PlayTrouble;
  onOpen: () => void;
  /** Where the file is in a bucket, other programs need it here first. */
  onDownload: (() => void) | null;
  onAgain: () => void;
}) {
  const words = useMessages().library.player;
  return (
    <div className={styles.trouble} role="alert" data-testid="player-trouble" data-why={trouble}>
      {trouble === 'codecs' ? (
        <Codecs />
      ) : (
        <>
          <p className={styles.title}>
            <Icon name="warn" />
            {trouble === 'network' ? words.failedNetwork : words.failed}
          </p>
          {trouble === 'network' ? null : <p>{words.stillWorks}</p>}
        </>
      )}
      <div className={styles.actions}>
        {onDownload === null ? (
          <Button variant="primary" icon="external" onPress={onOpen} testId="player-external">
            {words.external}
          </Button>
        ) : (
          <Button variant="primary" icon="download" onPress={onDownload} testId="player-download">
            {words.downloadFirst}
          </Button>
        )}
        <Button icon="refresh" onPress={onAgain} testId="player-again">
          {words.again}
        </Button>
      </div>
    </div>
  );
}

/** What brings the decoders, by platform. Package names are the distributions' own. */
function Codecs() {
  const words = useMessages().library.player.codecs;
  const platform = useAppInfo().data?.platform ?? 'linux';
  return (
    <>
      <p className={styles.title}>
        <Icon name="warn" />
        {words.title(missingCodecs().join(words.and) || 'H.264')}
      </p>
      <p>{words[platform]}</p>
      {platform === 'linux' ? (
        <dl className={styles.packages}>
          <dt>{words.debian}</dt>
          <dd>
            <code>gstreamer1.0-libav gstreamer1.0-plugins-bad</code>
          </dd>
          <dt>{words.fedora}</dt>
          <dd>
            <code>gstreamer1-libav gstreamer1-plugins-bad-free</code>
          </dd>
        </dl>
      ) : null}
      {platform === 'linux' ? <p>{words.otherLinux}</p> : null}
    </>
  );
}
