import type { TimelineEntry } from '../bridge';
import { useMessages } from '../messages';
import { clockTime } from './clock';
import styles from './Timeline.module.css';
import { useTimelineWords } from './words';

/** What happened to a recording, oldest first, a sentence each. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const m = useMessages();
  const words = useTimelineWords();
  if (entries.length === 0) return <p className={styles.none}>{m.live.timelineEmpty}</p>;
  return (
    <ol className={styles.list} data-testid="timeline">
      {entries.map((entry, index) => (
        // Entries are only ever added at the end, so their place names them.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={index} className={styles.entry} data-level={entry.level} data-code={entry.code}>
          <time className={styles.time} dateTime={new Date(entry.at).toISOString()}>
            {clockTime(entry.at)}
          </time>
          <span className={styles.words}>{words(entry)}</span>
        </li>
      ))}
    </ol>
  );
}
