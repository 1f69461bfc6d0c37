import {
  Cell,
  Column,
  type Key,
  Row,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
} from 'react-aria-components';
import type { Recording } from '../../bridge';
import { Duration, Icon, StateTag } from '../../kit';
import { useMessages } from '../../messages';
import { isOver } from '../../recordings/facts';
import { dayWords } from './day';
import type { Column as ColumnName } from './order';
import { startOf } from './order';
import styles from './RecordingTable.module.css';

const COLUMNS: readonly ColumnName[] = ['channel', 'started', 'length', 'files', 'state'];

/** All recordings; arrows move, the selected one is shown beside it. */
export function RecordingTable({
  recordings,
  selected,
  onSelect,
  sort,
  onSort,
  now,
}: {
  recordings: readonly Recording[];
  selected: string | null;
  onSelect: (id: string) => void;
  sort: SortDescriptor;
  onSort: (sort: SortDescriptor) => void;
  now: number;
}) {
  const m = useMessages();
  const select = (chosen: 'all' | Set<Key>) => {
    const [first] = chosen === 'all' ? [] : [...chosen];
    if (first !== undefined) onSelect(String(first));
  };
  return (
    <Table
      aria-label={m.library.list}
      className={styles.table}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={select}
      sortDescriptor={sort}
      onSortChange={onSort}
    >
      <TableHeader>
        {COLUMNS.map((column) => (
          <Column
            key={column}
            id={column}
            allowsSorting
            isRowHeader={column === 'channel'}
            className={styles[column]}
          >
            {({ sortDirection }) => (
              <span className={styles.heading}>
                {m.library.columns[column]}
                <span className={styles.arrow} data-direction={sortDirection}>
                  {sortDirection === undefined ? null : <Icon name="chevron" size={11} />}
                </span>
              </span>
            )}
          </Column>
        ))}
      </TableHeader>
      <TableBody>
        {recordings.map((recording) => (
          <Row
            key={recording.id}
            id={recording.id}
            textValue={recording.channel}
            className={styles.row}
            data-testid="library-row"
            data-id={recording.id}
          >
            <Cell>
              <b title={recording.channel}>{recording.channel}</b>
            </Cell>
            <Cell className={styles.quiet}>{dayWords(startOf(recording), now, m)}</Cell>
            <Cell>
              <Length recording={recording} />
            </Cell>
            <Cell>{recording.files.length}</Cell>
            <Cell>
              <StateTag recording={recording} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function Length({ recording }: { recording: Recording }) {
  if (recording.startedAt === null) return '–';
  return (
    <Duration
      from={recording.startedAt}
      until={isOver(recording) ? (recording.endedAt ?? recording.startedAt) : null}
    />
  );
}
