import { useState } from 'react';
import type { FileInfo, Recording, RecordingFiles } from '../../bridge';
import { useDownloadCommand } from '../../data';
import { Button, Card, FailureNote, formatBytes, Icon, IconButton, Tag } from '../../kit';
import { useMessages } from '../../messages';
import { isFinal, isOver } from '../../recordings/facts';
import { storageWords } from '../../recordings/words';
import { DeleteFiles } from './DeleteFiles';
import styles from './Files.module.css';
import { LinkDialog } from './LinkDialog';
import { useFileCommand } from './useFileCommand';

/** What the recording left behind: whole files by name, pieces by number. */
export function Files({
  recording,
  files,
  chosen,
  onChoose,
  onChanged,
}: {
  recording: Recording;
  files: RecordingFiles;
  chosen: FileInfo | null;
  onChoose: (file: FileInfo) => void;
  onChanged: () => void;
}) {
  const m = useMessages();
  const words = m.library.files;
  const open = useFileCommand('file_open', recording.id);
  const reveal = useFileCommand('file_reveal', recording.id);
  const download = useDownloadCommand('download_start');
  const [linked, setLinked] = useState<string | null>(null);
  const start = (names: string[], asOne = false) =>
    download.mutate({ id: recording.id, names, asOne });
  const failure = open.failure ?? reveal.failure ?? download.error;
  const subject = chosen ?? files.files[0] ?? null;
  // Other programs can only be given what is on this computer.
  const isOnDisk = recording.practice;
  const isEmpty = files.files.length === 0 && files.pieces === 0;
  return (
    <Card title={words.title(storageWords(recording, m))}>
      {isEmpty ? (
        <p className="sub">{isOver(recording) ? words.none : words.noneYet}</p>
      ) : (
        <ul className={styles.files}>
          {files.files.map((file) => (
            <FileRow
              key={file.name}
              file={file}
              isChosen={file.name === chosen?.name}
              onChoose={onChoose}
              onDownload={() => start([file.name])}
              // Practice's folder has no address that others could reach.
              onLink={isOnDisk || file.kind !== 'video' ? null : () => setLinked(file.name)}
            />
          ))}
          {files.pieces > 0 ? (
            <li className={styles.file} data-testid="file-pieces">
              <span className={styles.name}>{words.pieces(files.pieces)}</span>
              <span className={styles.size}>{formatBytes(files.pieceBytes, m.locale)}</span>
            </li>
          ) : null}
        </ul>
      )}
      {files.missingCount === 0 ? null : (
        <div className={styles.missing} role="status" data-testid="files-missing">
          <Icon name="warn" size={14} />
          <div>
            <p>{words.missing(files.missingCount, files.missing[0] ?? '')}</p>
            <p className="sub">{words.missingWhy}</p>
          </div>
        </div>
      )}
      <p className={styles.location}>
        {words.location}: <span className="mono">{files.location}</span>
      </p>
      {subject === null || !isOnDisk ? null : (
        <div className={styles.actions}>
          <Button icon="external" onPress={() => open.run(subject.name)} testId="files-open">
            {words.external}
          </Button>
          <Button icon="folder" onPress={() => reveal.run(subject.name)} testId="files-reveal">
            {words.reveal}
          </Button>
        </div>
      )}
      {isEmpty ? null : (
        <div className={styles.actions}>
          <Button
            icon="download"
            onPress={() => start([])}
            isPending={download.isPending}
            testId="files-download"
          >
            {m.downloads.all}
          </Button>
          <Button
            icon="download"
            onPress={() => start([], true)}
            isPending={download.isPending}
            testId="files-download-one"
          >
            {m.downloads.asOne}
          </Button>
          {isFinal(recording) ? (
            <DeleteFiles recording={recording} files={files} onDone={onChanged} />
          ) : null}
        </div>
      )}
      {failure === null ? null : <FailureNote failure={failure} />}
      {linked === null ? null : (
        <LinkDialog id={recording.id} name={linked} onClose={() => setLinked(null)} />
      )}
    </Card>
  );
}

function FileRow({
  file,
  isChosen,
  onChoose,
  onDownload,
  onLink,
}: {
  file: FileInfo;
  isChosen: boolean;
  onChoose: (file: FileInfo) => void;
  onDownload: () => void;
  /** `null` where it can have no link. */
  onLink: (() => void) | null;
}) {
  const m = useMessages();
  const words = m.library.files;
  const isThere = file.known === 'seen';
  const size = !isThere
    ? words.onItsWay
    : file.size === null
      ? words.unknownSize
      : formatBytes(file.size, m.locale);
  const row = (
    <>
      <span className={styles.icon}>
        <Icon name={file.kind === 'other' ? 'info' : 'play'} size={13} />
      </span>
      <span className={styles.name} title={file.name}>
        {file.name}
      </span>
      {file.track === undefined ? null : <Tag>{m.library.player.person(file.track.uid)}</Tag>}
      {file.part === null ? null : <Tag>{words.part(file.part + 2)}</Tag>}
      <span className={styles.size}>{size}</span>
    </>
  );
  return (
    <li className={styles.line} data-testid="file-row" data-kind={file.kind}>
      {file.kind === 'other' || !isThere ? (
        <div className={styles.file}>{row}</div>
      ) : (
        <button
          type="button"
          className={`${styles.file} ${styles.button}`}
          aria-pressed={isChosen}
          aria-label={`${words.play(file.name)}, ${size}`}
          onClick={() => onChoose(file)}
        >
          {row}
        </button>
      )}
      {isThere ? (
        <span className={styles.deeds}>
          {onLink === null ? null : (
            <IconButton
              label={m.downloads.link.button(file.name)}
              icon="copy"
              variant="ghost"
              onPress={onLink}
              testId="file-link"
            />
          )}
          <IconButton
            label={m.downloads.one(file.name)}
            icon="download"
            variant="ghost"
            onPress={onDownload}
            testId="file-download"
          />
        </span>
      ) : null}
    </li>
  );
}
