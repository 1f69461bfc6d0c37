import { fromAbsolute, getLocalTimeZone, type ZonedDateTime } from '@internationalized/date';
import { memo, useRef, useState } from 'react';
import { DateField, DateInput, DateSegment, Dialog, Label, Popover } from 'react-aria-components';
import { useLocale, useMessages } from '../../../messages';
import { FieldFrame } from './FieldFrame';
import styles from './Form.module.css';
import { NumberInput } from './NumberControl';
import { type FieldProps, useField } from './useField';

/** Where the clock begins: temporary keys are usually good for twelve hours. */
const AHEAD_MS = 12 * 3_600_000;

/** A moment in Unix seconds, typed as the number or set as day and time. */
export const MomentControl = memo(function MomentControl({ node, field }: FieldProps) {
  const { api } = useMessages();
  const locale = useLocale();
  const state = useField(field);
  const [isOpen, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const { value } = state;
  const seconds = typeof value === 'number' && Math.abs(value) < 8.6e12 ? value : null;
  const shown =
    seconds === null
      ? null
      : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(
          seconds * 1000,
        );
  return (
    <FieldFrame
      node={node}
      field={field}
      state={state}
      note={
        <span>
          {shown === null ? null : `${shown} · `}
          <button
            ref={trigger}
            type="button"
            className={styles.link}
            aria-expanded={isOpen}
            onClick={() => setOpen(true)}
          >
            {api.pickMoment}
          </button>
        </span>
      }
    >
      <NumberInput node={node} field={field} state={state} />
      {isOpen ? (
        <Popover
          triggerRef={trigger}
          isOpen
          onOpenChange={setOpen}
          className={styles.popover}
          offset={4}
        >
          <Dialog aria-label={api.moment}>
            <Moment
              start={fromAbsolute(
                seconds === null ? Date.now() + AHEAD_MS : seconds * 1000,
                getLocalTimeZone(),
              )}
              onChange={(moment) => state.set(Math.round(moment.toDate().getTime() / 1000))}
            />
          </Dialog>
        </Popover>
      ) : null}
    </FieldFrame>
  );
});

function Moment({
  start,
  onChange,
}: {
  start: ZonedDateTime;
  onChange: (moment: ZonedDateTime) => void;
}) {
  const { api } = useMessages();
  return (
    <DateField
      className={styles.field}
      defaultValue={start}
      granularity="minute"
      hideTimeZone
      autoFocus
      onChange={(moment) => {
        if (moment !== null) onChange(moment);
      }}
    >
      <Label className={styles.label}>{api.moment}</Label>
      <DateInput className={`${styles.box} ${styles.mono}`}>
        {(segment) => <DateSegment segment={segment} />}
      </DateInput>
    </DateField>
  );
}
