import { memo, useMemo } from 'react';
import { go } from '../../../app/route';
import { asFailure, call as ask, type Layout, type LayoutDocument } from '../../../bridge';
import { useLayouts } from '../../../data';
import { newId } from '../../../editor/newId';
import { Button, MenuButton, Thumb, toast } from '../../../kit';
import { layoutName, useMessages } from '../../../messages';
import { isObject, tokensOf, valueAt } from '../model/pointer';
import { setValues, useConsole } from '../model/store';
import { Disclosure } from './Disclosure';
import { IssueLines } from './FieldFrame';
import styles from './Form.module.css';
import { useIsOpen } from './folds';
import { Entries } from './Groups';
import { documentOf, membersOf } from './layoutDocument';
import { type FieldProps, useField } from './useField';
import { wordsOf } from './words';

/** The regions of a layout as a small canvas. The editor is a press away, every number below. */
export const LayoutControl = memo(function LayoutControl({ node, field }: FieldProps) {
  const m = useMessages();
  const words = m.api.layout;
  const { value } = useField(field);
  const { label, help } = wordsOf(m, node.row);
  const holder = useMemo(() => tokensOf(field).slice(0, -1), [field]);
  const around = useConsole(({ bodies, call }) => valueAt(bodies[call], holder));
  const document = useMemo(() => documentOf(around), [around]);
  const layouts = useLayouts().data ?? [];
  const count = Array.isArray(value) ? value.length : 0;
  const listKey = `${field}#list`;
  const isListOpen = useIsOpen(listKey, false);

  async function attempt(what: () => Promise<void>) {
    try {
      await what();
    } catch (thrown) {
      toast(m.failures[asFailure(thrown).code].title, { tone: 'bad' });
    }
  }

  const take = (layout: Layout) =>
    attempt(async () => {
      const name = layoutName(m, layout);
      const { text } = await ask('layout_export', {
        document: layout.document,
        form: 'json',
        name,
      });
      setValues(
        membersOf(text).map(([member, one]) => ({ tokens: [...holder, member], value: one })),
      );
      toast(words.taken(name));
    });

  const edit = () =>
    attempt(async () => {
      const { document } = await ask('layout_import', {
        text: JSON.stringify({ clientRequest: withCanvas(around) }),
        people: 1,
      });
      const id = newId();
      await ask('layout_save', { id, name: words.name, template: false, document });
      go({ screen: 'layouts', id });
    });

  return (
    <div className={styles.section} data-field={field}>
      <div className={styles.head}>
        <span className={styles.names}>
          <span className={styles.label}>{label}</span>
          <span className={styles.api}>{node.name}</span>
        </span>
      </div>
      <div className={styles.canvas}>
        <Canvas document={document} count={count} />
        <div className={styles.inside} style={{ gap: 8 }}>
          <b>{count === 0 ? words.none : words.regions(count)}</b>
          <span className={styles.below} style={{ margin: 0 }}>
            <IssueLines field={field} />
            <span className={styles.help}>{help}</span>
          </span>
          <div className={styles.buttons}>
            <MenuButton
              label={words.take}
              items={layouts.map((layout) => ({ id: layout.id, label: layoutName(m, layout) }))}
              testId={`take:${field}`}
              onAction={(id) => {
                const layout = layouts.find((one) => one.id === id);
                if (layout !== undefined) void take(layout);
              }}
            />
            <Button
              isDisabled={count === 0}
              icon="edit"
              testId={`edit:${field}`}
              onPress={() => void edit()}
            >
              {words.edit}
            </Button>
          </div>
        </div>
      </div>
      <Disclosure
        foldKey={listKey}
        isOpen={isListOpen}
        title={<span className={styles.count}>{words.list}</span>}
      >
        <Entries node={node} field={field} />
      </Disclosure>
    </div>
  );
});

function Canvas({ document, count }: { document: LayoutDocument; count: number }) {
  const { api } = useMessages();
  return <Thumb document={document} label={`${api.layout.canvas}: ${api.layout.regions(count)}`} />;
}

/** A layout by itself has no size; beside start's it is what start says. */
function withCanvas(around: unknown): unknown {
  return isObject(around) ? { recordingConfig: { transcodingConfig: around } } : {};
}
