import type { Call } from '../../bridge';
import { useMessages } from '../../messages';
import styles from './Console.module.css';
import { useCheck } from './model/check';
import { goToCall, useConsole } from './model/store';
import { calls } from './model/work';

/** How each call is asked. */
const methods: Record<Call, 'GET' | 'POST'> = {
  acquire: 'POST',
  start: 'POST',
  query: 'GET',
  update: 'POST',
  updateLayout: 'POST',
  stop: 'POST',
  channelUsers: 'GET',
};

/** All calls; arrow keys go from one to the next. */
export function CallList() {
  const { api } = useMessages();
  const call = useConsole((state) => state.call);
  return (
    <fieldset className={styles.calls} data-testid="calls">
      <legend className="visually-hidden">{api.calls}</legend>
      <div className={styles.callRows}>
        {calls.map((one) => (
          <label
            key={one}
            className={styles.call}
            title={api.callHelp[one]}
            data-testid={`call-${one}`}
          >
            <input
              type="radio"
              name="console-call"
              className="visually-hidden"
              value={one}
              checked={one === call}
              onChange={() => goToCall(one)}
            />
            <span className={styles.method} data-method={methods[one]} aria-hidden="true">
              {methods[one]}
            </span>
            <span className={styles.callName}>{api.callName[one]}</span>
            <Mark call={one} />
          </label>
        ))}
      </div>
      <p className={styles.flow}>{api.flow}</p>
    </fieldset>
  );
}

/** How the last call of that kind went, and whether one is under way. */
function Mark({ call }: { call: Call }) {
  const answer = useConsole(({ answers }) => answers[call]);
  const isSending = useConsole(({ sending }) => sending[call] !== undefined);
  const hasErrors = useCheck(
    ({ of, issues }) => of === call && issues.some(({ severity }) => severity === 'error'),
  );
  if (isSending) return <span className={styles.dot} data-look="sending" />;
  if (hasErrors) return <span className={styles.dot} data-look="bad" />;
  const status = answer?.summary.status ?? null;
  if (status === null) return null;
  return (
    <span className={styles.status} data-look={answer?.failure === null ? 'ok' : 'bad'}>
      {status}
    </span>
  );
}
