import { useState } from 'react';
import { asFailure, type Failure, type FaultPlan } from '../../../bridge';
import { useCommand, useFaults } from '../../../data';
import { Button, FailureNote, Fold, NumberField, Switch, Tag } from '../../../kit';
import { useLocale, useMessages } from '../../../messages';
import { AddFault } from './AddFault';
import styles from './Faults.module.css';
import { nameOf, RuleRows } from './RuleRows';

/** So many of the faults that struck are listed. */
const SHOWN = 8;

/** What the practice service does wrong on purpose. Kept until the app closes. */
export function FaultsPanel() {
  const { faults } = useMessages();
  const known = useFaults();
  const plan = known.data?.plan;
  const count = plan === undefined ? 0 : countOf(plan);
  return (
    <div className={styles.faults}>
      <Fold
        title={faults.title}
        aside={count > 0 ? <Tag tone="warn">{faults.count(count)}</Tag> : null}
        testId="faults"
      >
        <Opened />
      </Fold>
    </div>
  );
}

/** How many rules still strike, and random ones as one more. */
export function countOf({ rules, seed }: FaultPlan): number {
  const open = rules.filter(({ often }) => often.kind !== 'times' || often.times > 0);
  return open.length + (seed === null ? 0 : 1);
}

function Opened() {
  const { faults } = useMessages();
  const locale = useLocale();
  // What has struck is not told by events: it is asked for while somebody looks.
  const known = useFaults({ isWatched: true });
  const save = useCommand('faults_save');
  const [failure, setFailure] = useState<Failure | null>(null);
  if (known.error) {
    return <FailureNote failure={known.error} action={{ onPress: () => known.refetch() }} />;
  }
  if (known.data === undefined) return null;
  const { plan, kinds, happened } = known.data;
  const put = (next: FaultPlan) => {
    setFailure(null);
    save.mutateAsync(next).catch((thrown) => setFailure(asFailure(thrown)));
  };
  const recent = happened.slice(-SHOWN).reverse();
  return (
    <div className={styles.panel}>
      <p className={styles.text}>{faults.text}</p>
      {failure === null ? null : <FailureNote failure={failure} />}
      <AddFault kinds={kinds} onAdd={(rule) => put({ ...plan, rules: [...plan.rules, rule] })} />
      {plan.rules.length === 0 ? (
        <p className={styles.text}>{faults.none}</p>
      ) : (
        <RuleRows
          rules={plan.rules}
          onRemove={(index) => put({ ...plan, rules: plan.rules.filter((_, at) => at !== index) })}
        />
      )}
      <div className={styles.random}>
        <Switch
          label={faults.random}
          hint={faults.randomText}
          isOn={plan.seed !== null}
          onChange={(isOn) => put({ ...plan, seed: isOn ? draw() : null })}
          testId="fault-random"
        />
        {plan.seed === null ? null : (
          <div className={styles.seed}>
            <NumberField
              label={faults.seed}
              value={plan.seed}
              onChange={(seed) => {
                if (!Number.isNaN(seed)) put({ ...plan, seed });
              }}
              min={0}
              max={MOST_SEED}
              testId="fault-seed"
            />
            <Button onPress={() => put({ ...plan, seed: draw() })} testId="fault-another">
              {faults.another}
            </Button>
          </div>
        )}
      </div>
      {countOf(plan) > 0 || plan.rules.length > 0 ? (
        <Button onPress={() => put({ rules: [], seed: null })} testId="fault-off">
          {faults.allOff}
        </Button>
      ) : null}
      <section>
        <h2 className={styles.heading}>{faults.happened}</h2>
        {recent.length === 0 ? <p className={styles.text}>{faults.happenedNone}</p> : null}
        <ol className={styles.happened} data-testid="fault-happened">
          {recent.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may strike in one moment
            <li key={index}>
              <time>{new Date(one.at_ms).toLocaleTimeString(locale)}</time>
              <span>{nameOf(faults, one)}</span>
              <span className={styles.left}>{faults.calls[one.call]}</span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

/** Six digits are easily read out to somebody else. */
const MOST_SEED = 999_999;
const draw = () => Math.floor(Math.random() * (MOST_SEED + 1));
