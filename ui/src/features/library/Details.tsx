import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { go } from '../../app/route';
import { call, type Failure, type Recording, type RecordingFiles } from '../../bridge';
import { useDownloadCommand, useRecording } from '../../data';
import { Button, Card, FailureNote, Icon, StateTag, Tag } from '../../kit';
import { useMessages } from '../../messages';
import { isFinal, isOver } from '../../recordings/facts';
import { RecordAgain } from '../../recordings/RecordAgain';
import { Timeline } from '../../recordings/Timeline';
import { SaveSetup } from '../../setups/SaveSetup';
import { BucketFiles } from './BucketFiles';
import styles from './Details.module.css';
import { Downloads } from './Downloads';
import { Facts } from './Facts';
import { Files } from './Files';
import { Player } from './Player';
import { firstToPlay } from './playback';
import { SettingsUsed } from './SettingsUsed';
import { TrackGrid } from './TrackGrid';
import { peopleOf } from './together';

/** How often a running recording's files are looked at, in milliseconds. */
const EVERY = 5_000;

/** One recording: player, files, settings and story. */
export function Details({ recording }: { recording: Recording }) {
  const m = useMessages();
  const detail = useRecording(recording.id).data;
  const isRunning = !isFinal(recording);
  const files = useQuery<RecordingFiles, Failure>({
    queryKey: ['files', recording.id, recording.state],
    queryFn: () => call('recording_files', { id: recording.id }),
    placeholderData: (before) => before,
    refetchInterval: isRunning ? EVERY : false,
    refetchOnMount: 'always',
  });
  return (
    <section className={styles.pane} aria-label={m.library.details} data-testid="library-details">
      <header className={styles.head}>
        <div className={styles.title}>
          <h2 className={styles.channel}>{recording.channel}</h2>
          <p className={styles.tags}>
            <StateTag recording={recording} />
            {recording.practice ? <Tag>{m.library.practice}</Tag> : null}
          </p>
        </div>
        <div className={styles.actions}>
          {isOver(recording) ? (
            <>
              <SaveSetup setup={recording.setup} />
              <RecordAgain recording={recording} />
            </>
          ) : (
            <Button onPress={() => go({ screen: 'live', id: recording.id })}>
              {m.library.openLive}
            </Button>
          )}
        </div>
      </header>
      {files.error ? (
        <FailureNote failure={files.error} action={{ onPress: () => files.refetch() }} />
      ) : null}
      {recording.upload === 'backuped' && isFinal(recording) ? (
        <p className={styles.backup} data-testid="in-backup">
          <Icon name="clock" size={14} />
          {m.library.backup}
        </p>
      ) : null}
      {files.data === undefined ? null : (
        <Content recording={recording} files={files.data} onAgain={() => files.refetch()}>
          <Facts
            recording={recording}
            timeline={detail?.timeline ?? []}
            cost={detail?.cost}
            files={files.data}
          />
        </Content>
      )}
      <Card title={m.library.timeline}>
        <Timeline entries={detail?.timeline ?? []} />
      </Card>
      <Card>
        <SettingsUsed recording={recording} />
      </Card>
    </section>
  );
}

function Content({
  recording,
  files,
  onAgain,
  children,
}: {
  recording: Recording;
  files: RecordingFiles;
  onAgain: () => void;
  /** Stands between what is played and the files. */
  children: ReactNode;
}) {
  const m = useMessages();
  const [chosen, setChosen] = useState<string | null>(null);
  const download = useDownloadCommand('download_start');
  if (!files.readable) {
    return (
      <>
        {recording.problem === null ? null : <FailureNote failure={recording.problem} />}
        {children}
        <BucketFiles recording={recording} files={files} onAgain={onAgain} />
      </>
    );
  }
  const people = peopleOf(files.files);
  const file = files.files.find((one) => one.name === chosen) ?? firstToPlay(files.files);
  return (
    <>
      {file === null ? (
        <Card>
          <p className="sub">
            {isOver(recording) ? m.library.player.nothing : m.library.player.nothingYet}
          </p>
        </Card>
      ) : people.length > 1 && chosen === null ? (
        <TrackGrid
          recording={recording}
          people={people}
          onDownload={() => download.mutate({ id: recording.id, names: [], asOne: false })}
        />
      ) : (
        <Player key={file.name} recording={recording} file={file} />
      )}
      {recording.problem === null ? null : <FailureNote failure={recording.problem} />}
      <Downloads recordingId={recording.id} />
      {children}
      <Files
        recording={recording}
        files={files}
        chosen={file}
        onChoose={(one) => setChosen(one.name)}
        onChanged={onAgain}
      />
    </>
  );
}
