import { useQuery } from '@tanstack/react-query';
import { go } from '../../app/route';
import { call, type Failure, type Preflight, type PreflightSubject } from '../../bridge';
import { Button, FailureNote, Icon } from '../../kit';
import { useMessages } from '../../messages';
import { useTestSetup } from './useTestSetup';
import type { Walk } from './useWelcome';
import styles from './Welcome.module.css';

const looked: readonly PreflightSubject[] = ['account', 'recording', 'storage'];

/** Keys accepted, recording switched on, storage works. */
export function CheckStep({ walk }: { walk: Walk }) {
  const m = useMessages();
  const words = m.welcome;
  const setup = useTestSetup(walk);
  const asked = useQuery<Preflight, Failure>({
    queryKey: ['welcome', 'check', setup?.accountId, setup?.storageId],
    queryFn: () => {
      if (setup === null) throw new Error('there is nothing to look at');
      return call('preflight_run', { setup, again: true });
    },
    enabled: setup !== null,
    retry: false,
  });
  const lines = (asked.data?.lines ?? []).filter(({ subject }) => looked.includes(subject));
  const isRed = lines.some(({ level }) => level === 'bad');
  const isDone = lines.length > 0 && !asked.isFetching;
  return (
    <section className={styles.choice}>
      <p className="sub">{words.checkIntro}</p>
      {asked.error ? (
        <FailureNote failure={asked.error} action={{ onPress: () => void asked.refetch() }} />
      ) : null}
      <ul className={styles.lines} aria-busy={!isDone}>
        {looked.map((subject) => {
          const line = lines.find((one) => one.subject === subject);
          const level = line?.level ?? 'info';
          return (
            <li
              key={subject}
              className={styles.line}
              data-testid={`welcome-check-${subject}`}
              data-level={line?.level}
            >
              <span className={styles[level]}>
                <Icon
                  name={level === 'ok' ? 'check' : level === 'info' ? 'ring' : 'warn'}
                  size={14}
                />
              </span>
              <b>{m.preflight.subjects[subject]}</b>
              <span className="sub">
                {line === undefined
                  ? words.checking
                  : line.failure
                    ? m.failures[line.failure.code].title
                    : m.preflight.codes[line.code](line.params)}
              </span>
            </li>
          );
        })}
      </ul>
      <div className={styles.actions}>
        <Button
          variant="ghost"
          onPress={() => walk.goOn(walk.isPractice ? 'start' : 'connect')}
          testId="welcome-back"
        >
          {words.back}
        </Button>
        <span className="grow" />
        {isRed ? (
          <>
            <Button onPress={() => go({ screen: 'accounts' })}>{words.openAccounts}</Button>
            <Button isPending={asked.isFetching} onPress={() => void asked.refetch()}>
              {words.again}
            </Button>
          </>
        ) : null}
        <Button
          variant="primary"
          isDisabled={!isDone || isRed}
          onPress={() => walk.goOn('layout')}
          testId="welcome-next"
        >
          {words.next}
        </Button>
      </div>
    </section>
  );
}
