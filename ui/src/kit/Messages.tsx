import { FieldError, Text } from 'react-aria-components';
import styles from './fields.module.css';
import { Icon } from './Icon';

/** What stands below a field: an error wins over a warning, a warning over the hint. */
export function FieldMessages({
  hint,
  error,
  warn,
  testId,
}: {
  hint?: React.ReactNode;
  error?: string;
  warn?: string;
  testId?: string;
}) {
  if (error) {
    return (
      <FieldError className={styles.error} data-testid={testId}>
        <span className={styles.mark}>
          <Icon name="cross" size={12} />
        </span>
        {error}
      </FieldError>
    );
  }
  if (warn) {
    return (
      <Text slot="description" className={styles.warn} data-testid={testId}>
        <span className={styles.mark}>
          <Icon name="warn" size={12} />
        </span>
        {warn}
      </Text>
    );
  }
  return hint ? (
    <Text slot="description" className={styles.hint}>
      {hint}
    </Text>
  ) : null;
}
