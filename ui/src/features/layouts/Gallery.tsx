import { useState } from 'react';
import type { Layout } from '../../bridge';
import { PasteDialog } from '../../editor/screen/PasteDialog';
import { useDroppedFile } from '../../editor/screen/useDroppedFile';
import { Button, Choice, EmptyState, SearchField, Thumb } from '../../kit';
import { layoutName, useMessages } from '../../messages';
import { Item } from './Item';
import styles from './Layouts.module.css';
import { findLayouts, type Shape, shapeOf } from './shape';
import { useOwn } from './useOwn';

const shapes: readonly (Shape | 'all')[] = ['all', 'wide', 'tall', 'square', 'other'];

/** One's own layouts and the templates. */
export function Gallery({ layouts }: { layouts: readonly Layout[] }) {
  const messages = useMessages();
  const words = messages.layouts;
  const [search, setSearch] = useState('');
  const [shape, setShape] = useState<Shape | 'all'>('all');
  const [pasted, setPasted] = useState<string | null>(null);
  const own = useOwn();
  useDroppedFile(setPasted);
  const there = new Set(layouts.map((layout) => shapeOf(layout.document.canvas)));
  const found = findLayouts(layouts, search, shape, messages);
  const mine = found.filter((layout) => !layout.template);
  const templates = found.filter((layout) => layout.template);
  const hasOwn = layouts.some((layout) => !layout.template);
  const first = layouts.find(({ id }) => id === 'sideBySide') ?? layouts[0];
  const isSearching = search !== '' || shape !== 'all';
  return (
    <div className={styles.gallery}>
      <header className={styles.galleryHead}>
        <div>
          <h1>{words.title}</h1>
          <p className="sub">{words.subtitle}</p>
        </div>
        <div className={styles.filters}>
          <div className={styles.search}>
            <SearchField
              label={words.search}
              value={search}
              onChange={setSearch}
              placeholder={words.searchHint}
              testId="layout-search"
            />
          </div>
          <Choice
            label={words.shape}
            items={shapes
              .filter((id) => id === 'all' || there.has(id))
              .map((id) => ({ id, label: words.shapes[id] }))}
            value={shape}
            onChange={setShape}
            testId="layout-shape"
          />
          <Button onPress={() => setPasted('')} icon="download" testId="layout-import">
            {words.import}
          </Button>
          {first ? (
            <Button
              variant="primary"
              icon="plus"
              onPress={() => void own.begin(first, words.newName)}
              testId="layout-new"
            >
              {words.newOwn}
            </Button>
          ) : null}
        </div>
      </header>
      <p className="visually-hidden" role="status">
        {words.count(found.length)}
      </p>
      {found.length === 0 ? (
        <EmptyState
          title={words.nothing}
          text={words.nothingText}
          action={
            <Button
              onPress={() => {
                setSearch('');
                setShape('all');
              }}
            >
              {words.showAll}
            </Button>
          }
        />
      ) : null}
      {!hasOwn && !isSearching && first ? (
        <div className={styles.noOwn}>
          <div className={styles.noOwnThumb}>
            <Thumb document={first.document} label={layoutName(messages, first)} />
          </div>
          <div>
            <h2>{words.noOwn}</h2>
            <p className="sub">{words.noOwnText}</p>
          </div>
          <span className="grow" />
          <Button onPress={() => void own.begin(first, words.newName)}>
            {words.startFrom(layoutName(messages, first))}
          </Button>
        </div>
      ) : null}
      <Cards title={words.own} layouts={mine} all={layouts} own={own} />
      <Cards
        title={hasOwn || !isSearching ? words.templatesTitle : null}
        layouts={templates}
        all={layouts}
        own={own}
      />
      {pasted === null ? null : (
        <PasteDialog
          people={4}
          initial={pasted}
          onTake={(imported) => void own.take(imported)}
          onClose={() => setPasted(null)}
        />
      )}
    </div>
  );
}

function Cards({
  title,
  layouts,
  all,
  own,
}: {
  title: string | null;
  layouts: readonly Layout[];
  all: readonly Layout[];
  own: ReturnType<typeof useOwn>;
}) {
  if (layouts.length === 0) return null;
  return (
    <section className={styles.section}>
      {title ? <h2>{title}</h2> : null}
      <ul className={styles.cards}>
        {layouts.map((layout) => (
          <Item key={layout.id} layout={layout} layouts={all} own={own} />
        ))}
      </ul>
    </section>
  );
}
