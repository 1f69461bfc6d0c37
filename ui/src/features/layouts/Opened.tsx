import { useState } from 'react';
import { go } from '../../app/route';
import type { Layout } from '../../bridge';
import {
  type Camera,
  Choice,
  IconButton,
  PeopleStepper,
  pretendPeople,
  Stage,
  Tag,
  Thumb,
} from '../../kit';
import { layoutName, useMessages } from '../../messages';
import { Actions } from './Actions';
import styles from './Layouts.module.css';
import { RegionList } from './RegionList';

const cameras: readonly Camera[] = ['16:9', '4:3', '9:16', '1:1', 'screen', 'off'];

/** One layout large, with its regions and what can be done with it. */
export function Opened({ layout, layouts }: { layout: Layout; layouts: readonly Layout[] }) {
  const messages = useMessages();
  const words = messages.layouts;
  const { document } = layout;
  const [count, setCount] = useState(document.regions.length);
  const [camera, setCamera] = useState<Camera>('16:9');
  const unseen = count - document.regions.length;
  return (
    <div className={styles.opened}>
      <header className={styles.head}>
        <IconButton
          label={words.back}
          icon="back"
          variant="ghost"
          onPress={() => go({ screen: 'layouts' })}
          testId="layout-back"
        />
        <h1 className="ellipsis">{layoutName(messages, layout)}</h1>
        <Tag>
          {document.canvas.width} × {document.canvas.height}
        </Tag>
        <span className="grow" />
        <Actions layout={layout} />
      </header>
      <div className={styles.columns}>
        <section className={styles.others} aria-label={words.title}>
          <h2>{words.title}</h2>
          <div className={styles.otherThumbs}>
            {layouts.map((one) => (
              <Thumb
                key={one.id}
                document={one.document}
                label={words.open(layoutName(messages, one))}
                selected={one.id === layout.id}
                onPress={() => go({ screen: 'layouts', id: one.id })}
                testId={`layout-thumb-${one.id}`}
              />
            ))}
          </div>
        </section>
        <div className={styles.middle}>
          <div className={styles.canvas}>
            <Stage
              fill
              document={document}
              people={pretendPeople(count, document.regions, camera)}
            />
          </div>
          <div className={styles.tools}>
            <PeopleStepper count={count} onChange={setCount} />
            <div className={styles.cameras}>
              <span className={styles.cameraWord}>{words.cameras}</span>
              <Choice
                label={words.cameraOf}
                items={cameras.map((id) => ({ id, label: words.camera[id] }))}
                value={camera}
                onChange={setCamera}
                testId="cameras"
              />
            </div>
          </div>
          <p className={styles.note} role="status">
            {unseen > 0 ? words.unseen(unseen) : null}
            {unseen < 0 ? words.waiting(-unseen) : null}
          </p>
        </div>
        <RegionList document={document} />
      </div>
    </div>
  );
}
