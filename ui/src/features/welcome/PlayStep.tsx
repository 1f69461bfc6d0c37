import { useQuery } from '@tanstack/react-query';
import { go } from '../../app/route';
import { call, type Failure, type PlaySource } from '../../bridge';
import { Button, FailureNote } from '../../kit';
import { useMessages } from '../../messages';
import type { Walk } from './useWelcome';
import styles from './Welcome.module.css';

/** How often the files are looked for, in milliseconds. */
const EVERY = 2_000;

/** The file, where it can be played as it is; the Library plays everything else. */
export function PlayStep({ walk }: { walk: Walk }) {
  const { welcome: words } = useMessages();
  const id = walk.recordingId ?? '';
  const source = useQuery<PlaySource | null, Failure>({
    queryKey: ['welcome', 'play', id],
    queryFn: async () => {
      const { files } = await call('recording_files', { id });
      const video = files.find(({ kind, known }) => kind === 'video' && known === 'seen');
      return video === undefined ? null : call('recording_play', { id, name: video.name });
    },
    enabled: id !== '',
    retry: false,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data === null && walk.isPractice ? EVERY : false),
  });
  const finish = (screen: 'record' | 'library') => {
    walk.goOn('done', {}, null);
    go(screen === 'library' ? { screen, id } : { screen });
  };
  return (
    <section className={styles.choice}>
      <h2>{words.doneTitle}</h2>
      <p className="sub">{words.doneText}</p>
      {source.error ? (
        <FailureNote failure={source.error} action={{ onPress: () => void source.refetch() }} />
      ) : null}
      {source.data ? (
        <>
          <p>{words.playIntro}</p>
          <video
            className={styles.video}
            src={source.data.url}
            controls
            autoPlay
            muted
            data-testid="welcome-video"
          />
        </>
      ) : source.data === null && !walk.isPractice ? (
        <p>{words.notHere}</p>
      ) : null}
      <div className={styles.actions}>
        <Button onPress={() => finish('library')} testId="welcome-library">
          {words.inLibrary}
        </Button>
        <span className="grow" />
        <Button variant="primary" onPress={() => finish('record')} testId="welcome-done">
          {words.toRecord}
        </Button>
      </div>
    </section>
  );
}
