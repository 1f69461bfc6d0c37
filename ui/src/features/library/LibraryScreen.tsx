import { useState } from 'react';
import { go, useRoute } from '../../app/route';
import type { Standing } from '../../bridge';
import { type LibrarySearch, useLibrary, useRecording } from '../../data';
import { Button, Card, EmptyState, FailureNote, SearchField, Select, useNow } from '../../kit';
import { useMessages } from '../../messages';
import { STANDINGS, standingWords } from '../../recordings/standing';
import { Details } from './Details';
import styles from './LibraryScreen.module.css';
import { RecordingTable, type Sorting } from './RecordingTable';
import { readings } from './search';

/** Every recording that was ever made from here. */
export default function LibraryScreen() {
  const m = useMessages();
  const now = useNow(60_000);
  const [query, setQuery] = useState('');
  const [standing, setStanding] = useState<Standing | null>(null);
  const [sort, setSort] = useState<Sorting>({ column: 'started', descending: true });
  const [seen, setSeen] = useState({ from: 0, until: 0 });
  const search: LibrarySearch = {
    words: readings(query, now, m),
    standings: standing === null ? [] : [standing],
    sort: sort.column,
    descending: sort.descending,
  };
  const shelf = useLibrary(search, seen.from, seen.until);
  const route = useRoute();
  const asked = route.screen === 'library' ? route.id : undefined;
  const selected = asked ?? shelf.at(0)?.id ?? null;
  if (shelf.error !== null && shelf.isPending) {
    return <FailureNote failure={shelf.error} action={{ onPress: shelf.refetch }} />;
  }
  if (shelf.isPending) return <p className="sub">{m.shell.loading}</p>;
  if (shelf.all === 0) return <Nothing />;
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
        <div className={styles.filter}>
          <Filter value={standing} onChange={setStanding} />
        </div>
        <p className="sub" role="status">
          {m.library.count(shelf.count, shelf.all)}
        </p>
      </header>
      <div className={styles.columns}>
        <Card className={styles.list}>
          {shelf.count === 0 ? (
            <div className={styles.none}>
              <p>{query.trim() === '' ? m.library.noneSo : m.library.noneFound(query.trim())}</p>
              <Button
                onPress={() => {
                  setQuery('');
                  setStanding(null);
                }}
              >
                {m.library.clear}
              </Button>
            </div>
          ) : (
            <RecordingTable
              // Another search begins at its top.
              key={JSON.stringify([query, standing, sort])}
              count={shelf.count}
              at={shelf.at}
              selected={selected}
              onSelect={(id) => go({ screen: 'library', id })}
              onStretch={(from, until) =>
                setSeen((before) =>
                  before.from === from && before.until === until ? before : { from, until },
                )
              }
              sort={sort}
              onSort={setSort}
              now={now}
            />
          )}
        </Card>
        {selected === null ? (
          <p className={styles.pick}>{m.library.pick}</p>
        ) : (
          <Chosen key={selected} id={selected} />
        )}
      </div>
    </div>
  );
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

function Filter({
  value,
  onChange,
}: {
  value: Standing | null;
  onChange: (standing: Standing | null) => void;
}) {
  const m = useMessages();
  const items = STANDINGS.map((one) => ({ id: one, label: standingWords(one, m)[0] ?? one }));
  return (
    <Select
      label={m.library.columns.state}
      labelHidden
      items={[{ id: 'all', label: m.library.everyState }, ...items]}
      value={value ?? 'all'}
      onChange={(id) => onChange(id === 'all' ? null : (id as Standing))}
      testId="library-filter"
    />
  );
}

/** The recording beside the list; it need not be among the rows in sight. */
function Chosen({ id }: { id: string }) {
  const m = useMessages();
  const { data, error } = useRecording(id);
  if (data !== undefined) return <Details recording={data.recording} />;
  if (error) return <p className={styles.pick}>{m.library.pick}</p>;
  return <p className={styles.pick}>{m.shell.loading}</p>;
}
