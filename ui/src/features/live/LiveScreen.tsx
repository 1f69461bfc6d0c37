import { go, useRoute } from '../../app/route';
import { useRecordings } from '../../data';
import { Button, EmptyState, FailureNote } from '../../kit';
import { useMessages } from '../../messages';
import { isFinal, isOver } from '../../recordings/facts';
import { Board } from './Board';
import styles from './LiveScreen.module.css';
import { Opened } from './Opened';

/** The running recordings, or one of them opened. */
export default function LiveScreen() {
  const m = useMessages();
  const route = useRoute();
  const { data: recordings = [], error, isPending, refetch } = useRecordings();
  const id = route.screen === 'live' ? route.id : undefined;
  const opened = recordings.find((recording) => recording.id === id);
  if (opened !== undefined) return <Opened key={opened.id} recording={opened} />;

  if (isPending) return <p className="sub">{m.shell.loading}</p>;
  if (error) return <FailureNote failure={error} action={{ onPress: () => refetch() }} />;
  const running = recordings.filter((recording) => !isFinal(recording));
  return (
    <div className={styles.screen}>
      <header>
        <h1>{m.live.title}</h1>
        {running.length === 0 ? null : (
          <p className="sub">{m.live.subtitle(running.filter((one) => !isOver(one)).length)}</p>
        )}
      </header>
      {running.length === 0 ? (
        <EmptyState
          title={m.live.emptyTitle}
          text={m.live.emptyText}
          action={
            <Button variant="primary" icon="record" onPress={() => go({ screen: 'record' })}>
              {m.live.emptyAction}
            </Button>
          }
        />
      ) : (
        <Board recordings={running} />
      )}
    </div>
  );
}
