import type { Recording, RecordingFiles } from '../../bridge';
import { useContract, useStorages } from '../../data';
import { Button, Card, FailureNote, toast } from '../../kit';
import { useMessages } from '../../messages';
import { copyText } from '../../recordings/copy';
import { storageWords } from '../../recordings/words';
import styles from './BucketFiles.module.css';

/** Files in a bucket that the app can't read: their names, and the way to them, said plainly. */
export function BucketFiles({
  recording,
  files,
  onAgain,
}: {
  recording: Recording;
  files: RecordingFiles;
  onAgain: () => void;
}) {
  const m = useMessages();
  const words = m.library.bucket;
  const storage = useStorages().data?.find((one) => one.id === recording.storageId);
  const vendors = useContract().data?.vendors ?? [];
  const vendor = vendors.find((one) => one.vendor === storage?.vendor);
  const region = vendor?.regions.find((one) => one.region === storage?.region);
  const names = files.files.length > 0 ? files.files.map((file) => file.name) : recording.files;
  const folder = `${recording.prefix}/`;

  const copy = async () => {
    const isThere = await copyText(folder);
    toast(isThere ? words.copied : m.shell.copyFailed, isThere ? {} : { tone: 'bad' });
  };

  return (
    <Card title={m.library.files.title(storageWords(recording, m))} testId="bucket-files">
      <p>{words.text(storage?.bucket ?? recording.storageName)}</p>
      {files.trouble === null ? null : (
        <FailureNote
          failure={files.trouble}
          action={{ label: m.shell.tryAgain, onPress: onAgain }}
        />
      )}
      <ul className={styles.names}>
        {names.map((name) => (
          <li key={name} className="mono" data-testid="file-row">
            {name}
          </li>
        ))}
      </ul>
      {names.length === 0 ? <p className="sub">{words.unnamed}</p> : null}
      <h3 className={styles.how}>{words.how}</h3>
      <p>
        {words.find(
          (storage === undefined ? undefined : words.console[storage.vendor]) ?? words.consoleOther,
        )}{' '}
        {region === undefined ? null : (
          <span className="sub">
            {m.accounts.fields.region}: {region.place} ({region.code}).
          </span>
        )}
      </p>
      <div className={styles.folder}>
        <span className="mono">{folder}</span>
        <Button size="sm" icon="copy" onPress={copy}>
          {words.copyFolder}
        </Button>
      </div>
      <p className={styles.note}>{words.playlist}</p>
    </Card>
  );
}
