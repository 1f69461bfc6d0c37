import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  Button as AriaButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { asFailure, call as ask } from '../../bridge';
import { Button, Dialog, Icon, TextField, toast } from '../../kit';
import kit from '../../kit/fields.module.css';
import { type Messages, useMessages } from '../../messages';
import styles from './Console.module.css';
import { deleteDraft, duplicateDraft, newDraft, openDraft, renameDraft } from './model/drafts';
import { useConsole } from './model/store';

const LIST = ['console-drafts'];

/** A name for a new draft that no other has. */
export function freeName(m: Messages, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(m.api.drafts.first(number))) number += 1;
  return m.api.drafts.first(number);
}

/** The open draft, and the way to the others. */
export function Drafts() {
  const m = useMessages();
  const words = m.api.drafts;
  const client = useQueryClient();
  const draft = useConsole((state) => state.draft);
  const [isNaming, setNaming] = useState(false);
  const list = useQuery({ queryKey: LIST, queryFn: () => ask('draft_list', {}), staleTime: 0 });
  const drafts = [...(list.data ?? [])].sort((a, b) => b.updatedAt - a.updatedAt);
  const others = drafts.filter(({ id }) => id !== draft?.id);
  const names = drafts.map(({ name }) => name);
  const again = () => client.invalidateQueries({ queryKey: LIST });

  async function attempt(what: () => Promise<void>) {
    try {
      await what();
    } catch (thrown) {
      toast(m.failures[asFailure(thrown).code].title, { tone: 'bad' });
    }
    await again();
  }

  const fresh = () => attempt(() => newDraft(freeName(m, [...names, draft?.name ?? ''])));

  function act(id: string) {
    if (draft === null) return;
    if (id === 'new') void fresh();
    else if (id === 'rename') setNaming(true);
    else if (id === 'duplicate') {
      void attempt(() => duplicateDraft(words.copyName(draft.name)));
    } else if (id === 'delete') {
      void attempt(async () => {
        const back = await deleteDraft(freeName(m, names));
        toast(words.removed(draft.name), { undo: () => void attempt(back) });
      });
    } else {
      const found = others.find((one) => one.id === id);
      if (found !== undefined) void attempt(() => openDraft(found));
    }
  }

  return (
    <>
      <MenuTrigger
        onOpenChange={(isOpen) => {
          if (isOpen) void again();
        }}
      >
        <AriaButton
          className={styles.draft}
          data-testid="drafts"
          aria-label={words.current(draft?.name ?? '')}
        >
          <Icon name="edit" size={14} />
          <span className="ellipsis">{draft?.name ?? words.menu}</span>
          <Icon name="chevron" size={13} />
        </AriaButton>
        <Popover className={kit.popover} placement="bottom end" offset={4}>
          <Menu onAction={(key) => act(String(key))} aria-label={words.menu}>
            {[
              ['new', words.fresh],
              ['rename', words.rename],
              ['duplicate', words.duplicate],
              ['delete', words.remove],
            ].map(([id, label]) => (
              <MenuItem key={id} id={id} className={kit.item} data-testid={`draft-${id}`}>
                {label}
              </MenuItem>
            ))}
            {others.length > 0 ? <Separator className={styles.menuLine} /> : null}
            {others.map((one) => (
              <MenuItem key={one.id} id={one.id} textValue={one.name} className={kit.item}>
                {one.name}
                <small>
                  {new Intl.DateTimeFormat(m.locale, {
                    dateStyle: 'medium',
                    timeStyle: 'short',
                  }).format(one.updatedAt)}
                </small>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {isNaming && draft !== null ? (
        <Naming
          name={draft.name}
          onClose={() => setNaming(false)}
          onName={(name) => void attempt(() => renameDraft(name))}
        />
      ) : null}
    </>
  );
}

function Naming({
  name,
  onName,
  onClose,
}: {
  name: string;
  onName: (name: string) => void;
  onClose: () => void;
}) {
  const { api, shell } = useMessages();
  const [typed, setTyped] = useState(name);
  const take = () => {
    if (typed.trim() !== '') onName(typed.trim());
    onClose();
  };
  return (
    <Dialog
      title={api.drafts.rename}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="ghost" onPress={onClose}>
            {shell.cancel}
          </Button>
          <Button variant="primary" onPress={take} testId="draft-save">
            {api.drafts.save}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <TextField
          label={api.drafts.name}
          value={typed}
          onChange={setTyped}
          autoFocus
          maxLength={120}
          testId="draft-name"
        />
      </form>
    </Dialog>
  );
}
