import { useRef, useState } from 'react';
import { actionById, useActionContext } from '../../actions';
import { go } from '../../app/route';
import type { Issue, Layout } from '../../bridge';
import { IconButton, MenuButton, Tag } from '../../kit';
import { layoutName, useMessages } from '../../messages';
import type { Keeping } from '../keeping';
import { useEditor } from '../state';
import { ActionButton } from './ActionButton';
import styles from './Editor.module.css';
import { stepWords } from './words';

const copies = ['copyJson', 'copyCurl', 'copyPng', 'exportFile', 'exportPng'] as const;

/** Name, shape, legality; undo, paste, copy; and what the screen adds on the right. */
export function Head({
  layout,
  issues,
  keeping,
  isNew,
  children,
}: {
  layout: Pick<Layout, 'id' | 'name' | 'template'>;
  issues: readonly Issue[];
  keeping: Keeping;
  /** It was a template a moment ago. */
  isNew: boolean;
  children: React.ReactNode;
}) {
  const messages = useMessages();
  const { editor, layouts } = messages;
  const history = useEditor((state) => state.history);
  const context = useActionContext();
  const { width, height } = history.present.canvas;
  const undoable = history.past.at(-1);
  const [redoable] = history.future;
  const errors = issues.filter((issue) => issue.severity === 'error');
  const words = [...new Set(errors.map((issue) => messages.issues[issue.code](issue.params)))];
  return (
    <header className={styles.head}>
      <IconButton
        label={layouts.back}
        icon="back"
        variant="ghost"
        onPress={() => go({ screen: 'layouts' })}
        testId="layout-back"
      />
      <Name layout={layout} />
      <span className={styles.size}>
        <Tag>
          {width} × {height}
        </Tag>
      </span>
      {errors.length === 0 ? (
        <Tag tone="ok" testId="legal">
          {editor.fits}
        </Tag>
      ) : (
        <span title={words.join(' ')}>
          <Tag tone="warn" testId="legal">
            {words.length === 1 ? words[0] : editor.problems(words.length)}
          </Tag>
        </span>
      )}
      <span
        className={`ellipsis ${keeping === 'failed' ? styles.unkept : styles.keeping}`}
        role="status"
        data-testid="keeping"
        data-state={keeping}
      >
        {keeping === 'failed' ? editor.saveFailed : isNew ? editor.madeOwn : null}
      </span>
      <span className="grow" />
      <ActionButton
        id="undo"
        glyph="undo"
        label={undoable ? editor.undoOf(stepWords(messages, undoable.name)) : undefined}
      />
      <ActionButton
        id="redo"
        glyph="redo"
        label={redoable ? editor.redoOf(stepWords(messages, redoable.name)) : undefined}
      />
      <ActionButton id="paste" text={editor.pasteShort} />
      <MenuButton
        label={editor.copyShort}
        items={copies.map((id) => ({ id, label: editor.actions[id] }))}
        onAction={(id) => actionById(`layout.${id}`)?.run(context)}
        testId="copy-menu"
      />
      {children}
    </header>
  );
}

/** The name; of one's own layouts it can be changed in its place. */
function Name({ layout }: { layout: Pick<Layout, 'id' | 'name' | 'template'> }) {
  const messages = useMessages();
  const name = layoutName(messages, layout);
  const [draft, setDraft] = useState<string | null>(null);
  // A key ends the typing: the focus goes back to where it began. A press elsewhere takes it along.
  const goesBack = useRef(false);
  if (layout.template) {
    return (
      <h1 className="ellipsis" title={messages.editor.templateHint}>
        {name}
      </h1>
    );
  }
  const take = () => {
    const trimmed = draft?.trim();
    if (trimmed) useEditor.setState({ name: trimmed });
    setDraft(null);
  };
  if (draft === null) {
    return (
      <h1 className={styles.title}>
        <button
          ref={(button) => {
            if (goesBack.current) button?.focus();
            goesBack.current = false;
          }}
          type="button"
          className="ellipsis"
          title={`${messages.layouts.rename}: ${name}`}
          onClick={() => setDraft(name)}
          data-testid="rename"
        >
          {name}
        </button>
      </h1>
    );
  }
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        goesBack.current = true;
        take();
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
        autoFocus
        aria-label={messages.layouts.rename}
        value={draft}
        maxLength={120}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          goesBack.current = true;
          setDraft(null);
        }}
        data-testid="rename-field"
      />
    </form>
  );
}
