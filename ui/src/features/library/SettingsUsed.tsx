import type { Recording } from '../../bridge';
import { Fold, formatNumber } from '../../kit';
import { layoutName, type Messages, useMessages } from '../../messages';
import { lengthWords } from '../../recordings/length';
import { accountWords, storageWords } from '../../recordings/words';
import styles from './SettingsUsed.module.css';

/** What the recording was made with, in the words of the Record form. */
export function SettingsUsed({ recording }: { recording: Recording }) {
  const m = useMessages();
  return (
    <Fold title={m.library.settings.title} testId="settings-used">
      <dl className={styles.rows}>
        {rows(recording, m).map(([name, value]) => (
          <div key={name} className={styles.row}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}

function rows(recording: Recording, m: Messages): [string, string][] {
  const words = m.library.settings;
  const { recordAs, picture, stop, more } = recording.setup;
  const length = (seconds: number) => lengthWords(seconds * 1000, m.states.length);
  const isVideo = recordAs === 'combinedVideo';
  const all: [string, string | null][] = [
    [words.account, accountWords(recording, m)],
    [words.saveTo, storageWords(recording, m)],
    [words.recordAs, words[recordAs]],
    [words.picture, isVideo ? words.pictureText(picture.width, picture.height, picture.fps) : null],
    [words.bitrate, isVideo ? bitrate(picture.bitrate, m) : null],
    [words.layout, isVideo ? layoutName(m, recording.layout) : null],
    [
      words.planned,
      stop.afterMinutes === null ? words.never : words.after(length(stop.afterMinutes * 60)),
    ],
    [words.idle, words.idleAfter(length(stop.idleSeconds))],
    [words.formats, more.mp4 ? words.hlsMp4 : words.hls],
    [words.channelType, more.channelType === null ? words.auto : words[more.channelType]],
    [words.recorderId, recording.recorderId],
  ];
  return all.filter((row): row is [string, string] => row[1] !== null);
}

function bitrate(kbps: number | null, m: Messages): string {
  const words = m.library.settings;
  return kbps === null ? words.recommended : words.kbps(formatNumber(kbps, m.locale));
}
