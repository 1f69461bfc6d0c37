import { type FormEvent, useState } from 'react';
import { type Account, type Area, call } from '../../bridge';
import { Button, Dialog, FailureNote, Fold, SecretField, Select, TextField } from '../../kit';
import { useMessages } from '../../messages';
import styles from './dialogs.module.css';
import { fieldErrors } from './fieldErrors';
import { useSubmit } from './useSubmit';
import { type AccountDraft, accountErrors, type Errors } from './validate';

/** Adds a project, or changes one. Secrets are only typed for a new one; later they are replaced. */
export function AccountDialog({
  account,
  names,
  onClose,
  onSaved,
}: {
  account: Account | null;
  /** Names of the other accounts. */
  names: readonly string[];
  onClose: () => void;
  onSaved: (account: Account) => void;
}) {
  const m = useMessages();
  const words = m.accounts;
  const isNew = account === null;
  const [draft, setDraft] = useState(() => draftOf(account));
  const [left, setLeft] = useState<ReadonlySet<keyof AccountDraft>>(new Set());
  const [isTried, setTried] = useState(false);
  const { submit, isPending, failure } = useSubmit(async () => {
    onSaved(await send(account, draft));
  });

  const found = accountErrors(draft, words.errors, { names, secretNeeded: isNew });
  const refused = fieldErrors(failure, m) as Errors<AccountDraft>;
  const field = (name: keyof AccountDraft) => ({
    label: words.fields[name],
    value: draft[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
    error: (isTried || left.has(name) ? found[name] : undefined) ?? refused[name],
    testId: `field-${name}`,
  });
  const text = (name: keyof AccountDraft) => ({
    ...field(name),
    onBlur: () => {
      if (draft[name] !== '') setLeft((before) => new Set(before).add(name));
    },
  });
  const save = () => {
    setTried(true);
    if (Object.keys(found).length === 0) submit();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const isMoved = account !== null && draft.baseUrl.trim() !== (account.baseUrl ?? '');

  return (
    <Dialog
      title={isNew ? words.addTitle : words.editTitle(account.name)}
      isOpen
      onClose={onClose}
      size="lg"
      testId="account-dialog"
      actions={
        <>
          <Button variant="ghost" onPress={onClose}>
            {words.cancel}
          </Button>
          <Button variant="primary" isPending={isPending} onPress={save} testId="account-save">
            {isPending ? words.saving : words.save}
          </Button>
        </>
      }
    >
      <form onSubmit={onSubmit} noValidate className={styles.form}>
        {failure === null ? null : (
          <div className={styles.wide}>
            <FailureNote failure={failure} action={{ label: m.shell.tryAgain, onPress: save }} />
          </div>
        )}
        <TextField {...text('name')} hint={words.hints.name} autoFocus />
        <Select
          label={words.fields.area}
          items={(['global', 'china'] as const).map((id) => ({ id, label: words.areas[id] }))}
          value={draft.area}
          onChange={(id) => setDraft((before) => ({ ...before, area: id as Area }))}
          hint={words.hints.area}
          testId="field-area"
        />
        <TextField {...text('appId')} hint={words.hints.appId} mono />
        <TextField {...text('customerId')} hint={words.hints.customerId} mono />
        {isNew ? (
          <>
            <SecretField {...field('customerSecret')} hint={words.hints.customerSecret} />
            <SecretField
              {...field('certificate')}
              label={words.optional(words.fields.certificate)}
              hint={words.hints.certificate}
            />
          </>
        ) : null}
        <div className={styles.wide}>
          <Fold
            title={words.advanced}
            defaultOpen={draft.baseUrl !== '' || refused.baseUrl !== undefined}
            testId="account-advanced"
          >
            <TextField
              {...text('baseUrl')}
              hint={words.hints.baseUrl}
              warn={isMoved ? words.hints.baseUrlChanged : undefined}
              placeholder={words.agoraOwn}
              mono
            />
          </Fold>
        </div>
        {/* Enter in a field sends the form. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

function draftOf(account: Account | null): AccountDraft {
  return {
    name: account?.name ?? '',
    appId: account?.appId ?? '',
    customerId: account?.customerId ?? '',
    customerSecret: '',
    certificate: '',
    baseUrl: account?.baseUrl ?? '',
    area: account?.area ?? 'global',
  };
}

function send(account: Account | null, draft: AccountDraft): Promise<Account> {
  const values = {
    name: draft.name.trim(),
    appId: draft.appId.trim(),
    customerId: draft.customerId.trim(),
    baseUrl: draft.baseUrl.trim() || null,
    area: draft.area,
  };
  if (account !== null) return call('account_update', { id: account.id, ...values });
  return call('account_add', {
    ...values,
    customerSecret: draft.customerSecret,
    certificate: draft.certificate || null,
  });
}
