import type { Download } from '../../bridge';
import { useDownloadCommand, useDownloads } from '../../data';
import { Button, Card, FailureNote, formatBytes, IconButton, ProgressBar } from '../../kit';
import { useMessages } from '../../messages';
import styles from './Downloads.module.css';

/** What of a recording was, or is being, copied to this computer. */
export function Downloads({ recordingId }: { recordingId: string }) {
  const m = useMessages();
  const all = useDownloads();
  const own = (all.data ?? []).filter((one) => one.recordingId === recordingId);
  if (own.length === 0) return null;
  return (
    <Card title={m.downloads.title} testId="downloads">
      <ul className={styles.list}>
        {own.map((download) => (
          <Row key={download.id} download={download} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ download }: { download: Download }) {
  const m = useMessages();
  const words = m.downloads;
  const pause = useDownloadCommand('download_pause');
  const resume = useDownloadCommand('download_resume');
  const remove = useDownloadCommand('download_remove');
  const open = useDownloadCommand('download_open');
  const reveal = useDownloadCommand('download_reveal');
  const which = { id: download.id };
  const isGoing = download.state === 'running' || download.state === 'waiting';
  const isDone = download.state === 'done';
  const commands = [pause, resume, remove, open, reveal];
  const failure = commands.find((one) => one.error !== null)?.error ?? download.failure;
  return (
    <li className={styles.row} data-testid="download" data-state={download.state}>
      <div className={styles.what}>
        <b>{words.form[download.form](download.files)}</b>
        <span className="sub">{words.state[download.state]}</span>
        <IconButton
          label={isDone ? words.forget : words.cancel}
          icon="cross"
          variant="ghost"
          onPress={() => remove.mutate(which)}
          testId="download-remove"
        />
      </div>
      {isDone ? null : (
        <ProgressBar
          label={words.progress}
          value={download.size === 0 ? 0 : download.done / download.size}
          tone={download.state === 'failed' ? 'warn' : 'accent'}
        />
      )}
      <p className={`num ${styles.figures}`}>{figures(download, m)}</p>
      {isDone && download.form === 'joined' ? <p className="sub">{words.joinedNote}</p> : null}
      {download.missing === 0 ? null : <p className="sub">{words.missing(download.missing)}</p>}
      {isDone ? (
        <p className={styles.folder}>
          <span className="mono">{download.folder}</span>
        </p>
      ) : null}
      {failure === null ? null : (
        <FailureNote
          failure={failure}
          {...(download.state === 'failed'
            ? { action: { label: words.resume, onPress: () => resume.mutate(which) } }
            : {})}
        />
      )}
      <div className={styles.actions}>
        {isGoing ? (
          <Button size="sm" onPress={() => pause.mutate(which)} testId="download-pause">
            {words.pause}
          </Button>
        ) : null}
        {download.state === 'paused' ? (
          <Button
            size="sm"
            icon="download"
            onPress={() => resume.mutate(which)}
            testId="download-resume"
          >
            {words.resume}
          </Button>
        ) : null}
        {isDone ? (
          <>
            <Button
              size="sm"
              icon="external"
              onPress={() => open.mutate(which)}
              testId="download-open"
            >
              {words.open}
            </Button>
            <Button
              size="sm"
              icon="folder"
              onPress={() => reveal.mutate(which)}
              testId="download-reveal"
            >
              {words.reveal}
            </Button>
          </>
        ) : null}
      </div>
    </li>
  );
}

function figures(download: Download, m: ReturnType<typeof useMessages>): string {
  const words = m.downloads;
  const size = (bytes: number) => formatBytes(bytes, m.locale);
  if (download.state === 'done') {
    return `${size(download.size)} · ${words.compared(download.sums, download.sizes)}`;
  }
  const parts = [words.of(size(download.done), size(download.size))];
  if (download.speed !== null && download.state === 'running') {
    parts.push(words.speed(size(download.speed)));
  }
  return parts.join(' · ');
}
