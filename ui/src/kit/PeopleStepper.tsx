import { useMessages } from '../messages';
import { IconButton } from './Button';
import styles from './PeopleStepper.module.css';

/** The most people that a picture can show. */
const MOST = 17;

/** How many pretend people a preview has. */
export function PeopleStepper({
  count,
  onChange,
}: {
  count: number;
  onChange: (count: number) => void;
}) {
  const { layouts } = useMessages();
  return (
    <fieldset className={styles.stepper}>
      <legend className="visually-hidden">{layouts.previewWith}</legend>
      <span className={styles.words} aria-hidden="true">
        {layouts.previewWith}
      </span>
      <IconButton
        label={layouts.fewer}
        icon="minus"
        isDisabled={count <= 1}
        onPress={() => onChange(count - 1)}
      />
      <b className={styles.count} aria-live="polite" data-testid="people-count">
        {layouts.people(count)}
      </b>
      <IconButton
        label={layouts.more}
        icon="plus"
        isDisabled={count >= MOST}
        onPress={() => onChange(count + 1)}
      />
    </fieldset>
  );
}
