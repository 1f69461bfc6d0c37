import { useState } from 'react';
import { asFailure, call, type Failure, type TokenFacts } from '../../../bridge';
import { Button, Dialog, FailureNote, SecretField } from '../../../kit';
import { useMessages } from '../../../messages';
import { Facts } from './Facts';
import styles from './Token.module.css';

export interface TokenReaderProps {
  accountId: string;
  /** What the token should be good for; empty is not compared. */
  channel: string;
  recorderId: string;
  onClose: () => void;
}

/** Reads a pasted token. It goes nowhere but to the studio, and is forgotten when it is read. */
export function TokenReader({ accountId, channel, recorderId, onClose }: TokenReaderProps) {
  const m = useMessages();
  const words = m.consoleAnswers.token;
  const [token, setToken] = useState('');
  const [facts, setFacts] = useState<TokenFacts | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isReading, setReading] = useState(false);

  async function read() {
    const pasted = token.trim();
    if (pasted === '' || isReading) return;
    setToken('');
    setFailure(null);
    setReading(true);
    try {
      setFacts(await call('token_read', { accountId, token: pasted, channel, recorderId }));
    } catch (thrown) {
      setFacts(null);
      setFailure(asFailure(thrown));
    } finally {
      setReading(false);
    }
  }

  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      testId="token-reader"
      actions={
        <Button
          variant="primary"
          isDisabled={token.trim() === ''}
          isPending={isReading}
          onPress={() => void read()}
          testId="token-read"
        >
          {words.read}
        </Button>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void read();
        }}
      >
        <p className="sub">{words.text}</p>
        <SecretField
          label={facts === null ? words.field : words.another}
          value={token}
          onChange={setToken}
          hint={words.hint}
          testId="token-input"
        />
      </form>
      {failure === null ? null : failure.code === 'invalid' ? (
        <div role="alert" className={styles.wrong} data-testid="token-wrong">
          <p>{words.wrong}</p>
          <p className="sub">{words.wrongWhy}</p>
        </div>
      ) : (
        <FailureNote failure={failure} />
      )}
      {facts === null ? null : <Facts facts={facts} channel={channel} recorderId={recorderId} />}
    </Dialog>
  );
}
