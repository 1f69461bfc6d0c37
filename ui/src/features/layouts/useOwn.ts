import { go } from '../../app/route';
import { asFailure, call, type Layout, type LayoutImported } from '../../bridge';
import { newId } from '../../editor/newId';
import { toast } from '../../kit';
import { layoutName, useMessages } from '../../messages';

/** What can be done with one's own layouts. Each can be taken back; none asks. */
export function useOwn() {
  const messages = useMessages();
  const words = messages.layouts;

  async function attempt(what: () => Promise<void>): Promise<void> {
    try {
      await what();
    } catch (thrown) {
      toast(messages.failures[asFailure(thrown).code].title, { tone: 'bad' });
    }
  }

  const save = (layout: Omit<Layout, 'template'>) =>
    call('layout_save', { ...layout, template: false });

  const begin = (from: Pick<Layout, 'document'>, name: string) =>
    attempt(async () => {
      const id = newId();
      await save({ id, name, document: from.document });
      go({ screen: 'layouts', id });
    });

  return {
    begin,
    duplicate: (layout: Layout) =>
      attempt(async () => {
        const name = words.copyName(layoutName(messages, layout));
        await save({ id: newId(), name, document: layout.document });
      }),
    rename: (layout: Layout, name: string) =>
      attempt(async () => {
        await save({ ...layout, name });
      }),
    remove: (layout: Layout) =>
      attempt(async () => {
        await call('layout_delete', { id: layout.id });
        toast(words.deleted(layoutName(messages, layout)), {
          undo: () => void attempt(async () => void (await save(layout))),
        });
      }),
    take: (imported: LayoutImported) =>
      attempt(async () => {
        const name = imported.name ?? words.importedName;
        await save({ id: newId(), name, document: imported.document });
        toast(words.imported(name));
      }),
    exportFile: (layout: Layout) =>
      attempt(async () => {
        const name = layoutName(messages, layout);
        const { document } = layout;
        const { text } = await call('layout_export', { document, form: 'file', name });
        const { path } = await call('layout_file', { name, kind: 'json', content: text });
        toast(messages.editor.savedTo(path));
      }),
  };
}
