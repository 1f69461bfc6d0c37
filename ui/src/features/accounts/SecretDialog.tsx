import { type FormEvent, useState } from 'react';
import { type Account, type AccountSecret, call } from '../../bridge';
import { Button, Dialog, FailureNote, SecretField } from '../../kit';
import { useMessages } from '../../messages';
import styles from './dialogs.module.css';
import { fieldErrors } from './fieldErrors';
import { useSubmit } from './useSubmit';
import { certificateError, secretError } from './validate';

/** Puts another customer secret or certificate in the place of the one in the keychain. */
export function SecretDialog({
  account,
  kind,
  onClose,
  onSaved,
}: {
  account: Account;
  kind: AccountSecret;
  onClose: () => void;
  onSaved: (account: Account) => void;
}) {
  const m = useMessages();
  const words = m.accounts;
  const [value, setValue] = useState('');
  const [isTried, setTried] = useState(false);
  const { submit, isPending, failure } = useSubmit(async () => {
    onSaved(await call('account_secret_replace', { id: account.id, kind, value }));
  });
  const found =
    secretError(value, words.errors) ??
    (kind === 'certificate' ? certificateError(value, words.errors) : null);
  const save = () => {
    setTried(true);
    if (found === null) submit();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const isThere = kind === 'certificate' ? account.hasCertificate : account.hasSecret;
  return (
    <Dialog
      title={
        kind === 'certificate'
          ? words.replaceCertificateTitle(account.name)
          : words.replaceSecretTitle(account.name)
      }
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="ghost" onPress={onClose}>
            {words.cancel}
          </Button>
          <Button variant="primary" isPending={isPending} onPress={save} testId="secret-save">
            {isPending ? words.saving : words.save}
          </Button>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate className={styles.single}>
        {failure === null ? null : (
          <FailureNote failure={failure} action={{ label: m.shell.tryAgain, onPress: save }} />
        )}
        <SecretField
          label={words.fields[kind]}
          value={value}
          onChange={setValue}
          hint={words.hints[kind]}
          error={(isTried ? found : null) ?? fieldErrors(failure, m)[kind]}
          testId={`field-${kind}`}
        />
        {isThere ? <p className="sub">{words.replaceNote}</p> : null}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
