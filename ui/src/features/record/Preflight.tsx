import type { Level, PreflightLine } from '../../bridge';
import { Button, Card, Fold, Icon, type IconName } from '../../kit';
import { type Messages, useMessages } from '../../messages';
import styles from './Preflight.module.css';
import { useFixes } from './useFixes';
import type { RecordForm } from './useRecordForm';

const marks: Record<Level, IconName> = { ok: 'check', info: 'ring', warn: 'warn', bad: 'cross' };

/** What a recording depends on: what needs somebody, with one button each; the rest folded away. */
export function Preflight({ form }: { form: RecordForm }) {
  const m = useMessages();
  const words = m.preflight;
  const { preflight, isChecking, failure, again } = form.preflighting;
  const lines = preflight?.lines ?? [];
  const open = lines.filter(({ level }) => level === 'bad' || level === 'warn');
  const rest = lines.filter((line) => !open.includes(line));
  return (
    <Card
      title={words.title}
      testId="preflight"
      className={styles.card}
      actions={
        preflight || failure ? (
          <Button size="sm" variant="ghost" isPending={isChecking} onPress={again}>
            {words.again}
          </Button>
        ) : null
      }
    >
      <p className={styles.summary} role="status" data-testid="preflight-summary">
        {isChecking ? (
          words.checking
        ) : failure ? (
          words.failed
        ) : preflight ? (
          <Summary lines={lines} />
        ) : (
          words.notYet
        )}
      </p>
      {open.length > 0 ? (
        <ul className={styles.lines}>
          {/* What blocks comes first. */}
          {[...open]
            .sort((a, b) => Number(b.level === 'bad') - Number(a.level === 'bad'))
            .map((line) => (
              <Line key={line.subject} line={line} form={form} />
            ))}
        </ul>
      ) : null}
      {rest.length > 0 ? (
        <Fold title={words.all} testId="preflight-all">
          <ul className={styles.lines}>
            {rest.map((line) => (
              <Line key={line.subject} line={line} form={form} />
            ))}
          </ul>
        </Fold>
      ) : null}
    </Card>
  );
}

function Summary({ lines }: { lines: readonly PreflightLine[] }) {
  const { preflight: words } = useMessages();
  const count = (level: Level) => lines.filter((line) => line.level === level).length;
  if (count('bad') > 0) return <b className={styles.bad}>{words.red(count('bad'))}</b>;
  if (count('warn') > 0) return <b className={styles.warn}>{words.amber(count('warn'))}</b>;
  return <span className={styles.ok}>{words.allFine(lines.length)}</span>;
}

function Line({ line, form }: { line: PreflightLine; form: RecordForm }) {
  const m = useMessages();
  const words = m.preflight;
  const fix = useFixes(form);
  const { subject, level } = line;
  return (
    <li className={styles.line} data-testid={`preflight-${subject}`} data-level={level}>
      <span className={styles[level]}>
        <Icon name={marks[level]} size={14} />
      </span>
      <p className={styles.words}>
        <b>{words.subjects[subject]}</b>
        <span className="visually-hidden"> ({words.levels[level]})</span> {sentenceOf(line, m)}
      </p>
      {line.fix ? (
        <Button
          size="sm"
          onPress={() => line.fix && fix(line.fix)}
          testId={`preflight-fix-${subject}`}
        >
          {words.fixes[line.fix]}
        </Button>
      ) : null}
    </li>
  );
}

/** One sentence about a line, in the person's language. */
export function sentenceOf(line: PreflightLine, m: Messages): string {
  if (line.issue) return m.issues[line.issue.code](line.issue.params);
  const said = m.preflight.codes[line.code](line.params);
  if (!line.failure) return said;
  const { code, params } = line.failure;
  const why = m.failures[code];
  // A storage's failure says more in its reason than in its title.
  const told = code === 'storage' ? why.why(params) : `${why.title}.`;
  return [said, told].filter((part) => part !== '').join(' ');
}
