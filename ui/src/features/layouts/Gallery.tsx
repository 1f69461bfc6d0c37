import { useState } from 'react';
import { go } from '../../app/route';
import type { Layout } from '../../bridge';
import { useDraft } from '../../draft';
import { Button, Choice, EmptyState, Icon, Tag, TextField, Thumb } from '../../kit';
import { layoutName, useMessages } from '../../messages';
import styles from './Layouts.module.css';
import { findLayouts, type Shape, shapeOf } from './shape';

const shapes: readonly (Shape | 'all')[] = ['all', 'wide', 'tall', 'square', 'other'];

export function Gallery({ layouts }: { layouts: readonly Layout[] }) {
  const messages = useMessages();
  const words = messages.layouts;
  const [search, setSearch] = useState('');
  const [shape, setShape] = useState<Shape | 'all'>('all');
  const there = new Set(layouts.map((layout) => shapeOf(layout.document.canvas)));
  const found = findLayouts(layouts, search, shape, messages);
  return (
    <div className={styles.gallery}>
      <header className={styles.galleryHead}>
        <div>
          <h1>{words.title}</h1>
          <p className="sub">{words.subtitle}</p>
        </div>
        <div className={styles.filters}>
          <div className={styles.search}>
            <TextField
              label={words.search}
              labelHidden
              type="search"
              value={search}
              onChange={setSearch}
              placeholder={words.searchHint}
              start={<Icon name="search" size={14} />}
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
      ) : (
        <ul className={styles.cards}>
          {found.map((layout) => (
            <Item key={layout.id} layout={layout} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Item({ layout }: { layout: Layout }) {
  const messages = useMessages();
  const isChosen = useDraft((state) => state.setup.layoutId === layout.id);
  const { regions, canvas } = layout.document;
  const name = layoutName(messages, layout);
  return (
    <li className={styles.card}>
      <Thumb
        document={layout.document}
        label={messages.layouts.open(name)}
        selected={isChosen}
        onPress={() => go({ screen: 'layouts', id: layout.id })}
        testId={`layout-thumb-${layout.id}`}
      />
      <div className={styles.caption}>
        <b className="ellipsis" title={name}>
          {name}
        </b>
        {isChosen ? <Tag tone="accent">{messages.layouts.inUse}</Tag> : null}
      </div>
      <p className={styles.facts}>
        {messages.layouts.places(regions.length)} · {messages.layouts.shapes[shapeOf(canvas)]}
      </p>
    </li>
  );
}
