import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { go } from '../../app/route';
import type { Recording } from '../../bridge';
import { StateTag, useNow } from '../../kit';
import { useMessages } from '../../messages';
import { shortTime } from '../../recordings/clock';
import { concernWords, Timer } from './Board';
import styles from './BoardTable.module.css';

/** Many running recordings, a line each; Enter or a press opens one. */
export function BoardTable({ recordings }: { recordings: readonly Recording[] }) {
  const m = useMessages();
  const { locale } = m;
  const now = useNow(1000);
  const words = m.live.columns;
  return (
    <div className={styles.frame}>
      <Table
        aria-label={m.live.board}
        className={styles.table}
        onRowAction={(key) => go({ screen: 'live', id: String(key) })}
      >
        <TableHeader>
          <Column className={styles.state}>{words.state}</Column>
          <Column isRowHeader>{words.channel}</Column>
          <Column className={styles.time}>{words.time}</Column>
          <Column className={styles.people}>{words.people}</Column>
          <Column className={styles.end}>{words.end}</Column>
          <Column>{words.problem}</Column>
        </TableHeader>
        <TableBody>
          {recordings.map((recording) => (
            <Row
              key={recording.id}
              id={recording.id}
              data-testid="live-card"
              data-id={recording.id}
            >
              <Cell>
                <span data-testid="live-state" data-state={recording.state}>
                  <StateTag recording={recording} />
                </span>
              </Cell>
              <Cell>
                <b title={recording.channel}>{recording.channel}</b>
              </Cell>
              <Cell>
                <Timer recording={recording} />
              </Cell>
              <Cell>{recording.people ?? '–'}</Cell>
              <Cell>
                {recording.plannedEnd === null ? '–' : shortTime(recording.plannedEnd, now, locale)}
              </Cell>
              <Cell className={styles.note}>{concernWords(recording, now, m)}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
