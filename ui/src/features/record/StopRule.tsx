import { useId } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { StopRule as Rule } from '../../bridge';
import { setDraft } from '../../draft';
import { Icon, Select } from '../../kit';
import { useMessages } from '../../messages';
import { lengthWords } from '../../recordings/length';
import type { FieldWords } from './issueFields';
import { idleSeconds, plannedMinutes, withPresent } from './lengths';
import styles from './Record.module.css';

const NEVER = 'never';

/** When it ends: a sentence, which opens to its two parts. */
export function StopRule({ stop, words }: { stop: Rule; words: FieldWords | undefined }) {
  const { record, states } = useMessages();
  const labelId = useId();
  const valueId = useId();
  const minutes = (value: number) => lengthWords(value * 60_000, states.length);
  const seconds = (value: number) => lengthWords(value * 1000, states.length);
  const planned = stop.afterMinutes === null ? null : minutes(stop.afterMinutes);
  return (
    <div>
      <p className={styles.label} id={labelId}>
        {record.stop}
      </p>
      <DialogTrigger>
        <AriaButton
          className={styles.box}
          aria-labelledby={`${labelId} ${valueId}`}
          data-testid="stop-rule"
        >
          <span id={valueId}>{record.stopRule(planned, seconds(stop.idleSeconds))}</span>
          <Icon name="chevron" size={14} />
        </AriaButton>
        <Popover className={styles.popover} placement="bottom start" offset={4}>
          <Dialog aria-labelledby={labelId} className={styles.popoverBody}>
            <Select
              label={record.plannedEnd}
              hint={record.plannedHint}
              items={withPresent(plannedMinutes, stop.afterMinutes).map((value) =>
                value === null
                  ? { id: NEVER, label: record.neverEnds }
                  : { id: String(value), label: minutes(value) },
              )}
              value={String(stop.afterMinutes ?? NEVER)}
              onChange={(id) =>
                setDraft({ stop: { ...stop, afterMinutes: id === NEVER ? null : Number(id) } })
              }
              testId="stop-planned"
            />
            <Select
              label={record.idle}
              hint={record.idleHint}
              items={withPresent(idleSeconds, stop.idleSeconds).map((value) => ({
                id: String(value),
                label: seconds(value),
              }))}
              value={String(stop.idleSeconds)}
              onChange={(id) => setDraft({ stop: { ...stop, idleSeconds: Number(id) } })}
              error={words?.error}
              warn={words?.warn}
              testId="stop-idle"
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
      {words?.error || words?.warn ? (
        <p className={words.error ? styles.error : styles.warn} data-testid="issue-stop">
          {words.error ?? words.warn}
        </p>
      ) : null}
    </div>
  );
}
