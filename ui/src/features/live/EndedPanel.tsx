import { go } from '../../app/route';
import type { FailureCode, Recording } from '../../bridge';
import { Button, Card, Fold, StateTag, supportText, useNow } from '../../kit';
import { type Messages, useMessages } from '../../messages';
import { shortTime } from '../../recordings/clock';
import { type Ending, ending, mayHaveFiles, ranFor } from '../../recordings/facts';
import { lengthWords } from '../../recordings/length';
import { RecordAgain } from '../../recordings/RecordAgain';
import styles from './EndedPanel.module.css';

/** Failures that are put right where the account is. */
const OF_ACCOUNT: ReadonlySet<FailureCode> = new Set([
  'unauthorized',
  'appIdRefused',
  'secretMissing',
  'keychainMissing',
  'keychainLocked',
  'keychainFailed',
]);

const BAD: ReadonlySet<Ending> = new Set(['unexpected', 'neverConfirmed', 'unseen', 'failed']);

/** How a recording ended, why most likely, and what to do next. It stays until the person leaves. */
export function EndedPanel({ recording }: { recording: Recording }) {
  const m = useMessages();
  const { locale } = m;
  const now = useNow(60_000);
  const how = ending(recording);
  const isBad = BAD.has(how);
  const hasFiles = mayHaveFiles(recording);
  const ran = ranFor(recording, now);
  const problem = recording.problem;
  return (
    <Card tone={isBad ? 'rec' : 'plain'} testId="live-ended">
      <div className={styles.panel} data-ending={how}>
        <div className={styles.head}>
          <StateTag recording={recording} />
          <p>
            {sentence(recording, how, m, now, locale)}{' '}
            {ran !== null && ran > 0 && how !== 'unseen'
              ? m.live.ended.length(lengthWords(ran, m.states.length))
              : null}
          </p>
        </div>
        <p className="sub">{why(recording, how, m)}</p>
        <div className={styles.actions}>
          {hasFiles ? (
            <Button
              variant={isBad ? 'plain' : 'primary'}
              icon="play"
              onPress={() => go({ screen: 'library', id: recording.id })}
              testId="live-play"
            >
              {isBad || how === 'byItself' ? m.live.ended.show : m.live.ended.play}
            </Button>
          ) : null}
          <RecordAgain recording={recording} variant={isBad || !hasFiles ? 'primary' : 'plain'} />
          {problem !== null && OF_ACCOUNT.has(problem.code) ? (
            <Button onPress={() => go({ screen: 'accounts' })} testId="live-accounts">
              {m.live.ended.accounts}
            </Button>
          ) : null}
        </div>
        {isBad && problem !== null ? (
          <Fold title={m.shell.details}>
            <pre className={styles.raw}>{supportText(problem, m)}</pre>
          </Fold>
        ) : null}
      </div>
    </Card>
  );
}

function sentence(
  recording: Recording,
  how: Ending,
  m: Messages,
  now: number,
  locale: string,
): string {
  if (how === 'unseen' && recording.problem) return `${m.failures[recording.problem.code].title}.`;
  if (recording.startedAt === null || recording.endedAt === null) return m.live.ended.neverRan;
  const when = shortTime(recording.endedAt, now, locale);
  return how === 'byItself' || how === 'unexpected'
    ? m.live.ended.byItselfAt(when)
    : m.live.ended.at(when);
}

function why(recording: Recording, how: Ending, m: Messages): string | null {
  const words = m.live.ended;
  switch (how) {
    case 'saved':
      return words.whySaved;
    case 'backup':
      return words.whyBackup;
    case 'uploading':
      return words.whyUploading;
    case 'empty':
      return words.whyEmpty;
    case 'byItself':
      return words.whyIdle(lengthWords(recording.setup.stop.idleSeconds * 1000, m.states.length));
    case 'unexpected':
      return words.whyUnexpected;
    case 'neverConfirmed':
      return words.whyNeverConfirmed;
    case 'unseen':
      return recording.problem && m.failures[recording.problem.code].why(recording.problem.params);
    case 'failed':
      return problemWords(recording, m);
    case 'unknown':
      return words.whyEnded;
  }
}

function problemWords(recording: Recording, m: Messages): string | null {
  if (recording.problem === null) return null;
  const words = m.failures[recording.problem.code];
  return `${words.title}. ${words.why(recording.problem.params)}`;
}
