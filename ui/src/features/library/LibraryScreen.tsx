import { useMemo, useState } from 'react';
import type { SortDescriptor } from 'react-aria-components';
import { go, useRoute } from '../../app/route';
import type { Recording } from '../../bridge';
import { useRecordings } from '../../data';
import { Button, Card, EmptyState, FailureNote, SearchField, useNow } from '../../kit';
import { type Messages, useMessages } from '../../messages';
import { stateWords } from '../../recordings/stateWords';
import { accountWords, storageWords } from '../../recordings/words';
import { Details } from './Details';
import { dayWords } from './day';
import styles from './LibraryScreen.module.css';
import { type Column, ordered, startOf } from './order';
import { RecordingTable } from './RecordingTable';
import { matches } from './search';

/** Every recording that was ever made from here. */
export default function LibraryScreen() {
  const m = useMessages();
  const { data: recordings = [], error, isPending, refetch } = useRecordings();
  if (isPending) return <p className="sub">{m.shell.loading}</p>;
  if (error) return <FailureNote failure={error} action={{ onPress: () => refetch() }} />;
  if (recordings.length === 0) return <Nothing />;
  return <Shelf recordings={recordings} />;
}

function Nothing() {
  const { library: words } = useMessages();
  return (
    <div className={styles.screen}>
      <h1>{words.title}</h1>
      <EmptyState
        title={words.emptyTitle}
        text={words.emptyText}
        action={
          <Button variant="primary" icon="record" onPress={() => go({ screen: 'record' })}>
            {words.emptyAction}
          </Button>
        }
      />
    </div>
  );
}

function Shelf({ recordings }: { recordings: readonly Recording[] }) {
  const m = useMessages();
  const route = useRoute();
  const now = useNow(60_000);
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<SortDescriptor>({ column: 'started', direction: 'descending' });

  const shown = useMemo(() => {
    const found = recordings.filter((recording) => matches(query, searchText(recording, now, m)));
    return ordered(found, sort.column as Column, sort.direction, (one) => stateWords(one, m), now);
  }, [recordings, query, sort, now, m]);

  const id = route.screen === 'library' ? route.id : undefined;
  const selected = shown.find((recording) => recording.id === id) ?? shown[0] ?? null;

  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>{m.library.title}</h1>
        <div className={styles.search}>
          <SearchField
            label={m.library.search}
            placeholder={m.library.searchPlaceholder}
            value={query}
            onChange={setQuery}
            testId="library-search"
          />
        </div>
        <p className="sub" role="status">
          {m.library.count(shown.length, recordings.length)}
        </p>
      </header>
      <div className={styles.columns}>
        <Card className={styles.list}>
          {shown.length === 0 ? (
            <div className={styles.none}>
              <p>{m.library.noneFound(query.trim())}</p>
              <Button onPress={() => setQuery('')}>{m.library.clear}</Button>
            </div>
          ) : (
            <RecordingTable
              recordings={shown}
              selected={selected?.id ?? null}
              onSelect={(one) => go({ screen: 'library', id: one })}
              sort={sort}
              onSort={setSort}
              now={now}
            />
          )}
        </Card>
        {selected === null ? (
          <p className={styles.pick}>{m.library.pick}</p>
        ) : (
          <Details key={selected.id} recording={selected} />
        )}
      </div>
    </div>
  );
}

/** What the search looks at: everything that the row says, the plain date, and the files' names. */
function searchText(recording: Recording, now: number, m: Messages): string {
  const start = startOf(recording);
  return [
    recording.channel,
    dayWords(start, now, m),
    isoDay(start),
    new Intl.DateTimeFormat(m.locale, { dateStyle: 'full' }).format(start),
    stateWords(recording, m),
    storageWords(recording, m),
    accountWords(recording, m),
    ...recording.files,
  ].join('\n');
}

function isoDay(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
