import { useState } from 'react';
import { usePictures } from '../../data/pictures';
import { addressesOf, EmptyState, PeopleStepper, pretendPeople, Stage, Tag } from '../../kit';
import { useMessages } from '../../messages';
import styles from './Record.module.css';
import type { RecordForm } from './useRecordForm';

/** The picture as it would be recorded, with pretend people. */
export function Preview({ form }: { form: RecordForm }) {
  const { record, locale } = useMessages();
  const { setup, layout, check } = form;
  const [chosen, setChosen] = useState<number | null>(null);
  // Until somebody counts otherwise, there are as many people as places.
  const count = chosen ?? layout?.document.regions.length ?? 1;
  const pictures = usePictures(layout ? addressesOf(layout.document) : []);
  if (setup.recordAs === 'combinedSound') {
    return (
      <section className={styles.preview}>
        <EmptyState title={record.soundOnly} text={record.soundOnlyText} />
      </section>
    );
  }
  const { width, height } = setup.picture;
  return (
    <section className={styles.preview}>
      <div className={styles.stage}>
        {layout ? (
          <Stage
            fill
            document={layout.document}
            people={pretendPeople(count, layout.document.regions)}
            canvas={{ width, height }}
            background={setup.more.backgroundColor ?? undefined}
            pictureUrl={pictures.url}
          />
        ) : null}
      </div>
      <div className={styles.stageBar}>
        <PeopleStepper count={count} onChange={setChosen} />
        <span className="grow" />
        <Tag>
          {width} × {height}
        </Tag>
        {check ? (
          <Tag>{record.kbps(new Intl.NumberFormat(locale).format(check.bitrate))}</Tag>
        ) : null}
      </div>
    </section>
  );
}
