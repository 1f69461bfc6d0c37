import { useQuery } from '@tanstack/react-query';
import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { go } from '../../app/route';
import { call, type Issue, type Layout, type LayoutImported, type Recording } from '../../bridge';
import { useRecordings, useSettings } from '../../data';
import { toast } from '../../kit';
import { layoutName, useMessages } from '../../messages';
import { canSwitchLayout } from '../../recordings/facts';
import { addCopy } from '../document/edits';
import { useHeld } from '../gesturing';
import { type Keeping, layoutOf, recall, useKeeping } from '../keeping';
import { type Here, useHere } from '../live/useHere';
import { absentees, pretend } from '../seating';
import { openLayout, step, useEditor } from '../state';
import { Canvas } from './Canvas';
import styles from './Editor.module.css';
import { Head } from './Head';
import { LiveBar } from './LiveBar';
import { Panel } from './Panel';
import { PasteDialog } from './PasteDialog';
import { PeopleStrip } from './PeopleStrip';
import { RegionRows } from './RegionRows';
import { TemplateColumn } from './TemplateColumn';
import { Toolbar } from './Toolbar';
import { useDroppedFile } from './useDroppedFile';
import { isRegion, usePasted } from './usePasted';
import { useScreenActions } from './useScreenActions';
import { useSpeech } from './useSpeech';

/** The layout editor: templates and regions, the canvas, the numbers. `actions` stand at the top right. */
export function Editor({
  layout,
  layouts,
  actions,
}: {
  layout: Layout;
  layouts: readonly Layout[];
  actions: (edited: Layout) => ReactNode;
}) {
  const messages = useMessages();
  const { editor } = messages;
  const id = useEditor((state) => state.id);
  const origin = useEditor((state) => state.origin);
  const document = useEditor((state) => state.history.present);
  const people = useEditor((state) => state.people);
  const live = useEditor((state) => state.live);
  const wished = useEditor((state) => state.wish);
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const [made, setMade] = useState<string | null>(null);
  const [pasted, setPasted] = useState<string | null>(null);
  const { settings } = useSettings();

  const isOpen = id === layout.id || origin === layout.id;
  useEffect(() => {
    if (useEditor.getState().id === layout.id || useEditor.getState().origin === layout.id) return;
    openLayout(layout, editor.ownCopy(layoutName(messages, layout)));
    void recall(layout).catch(() => undefined);
  }, [layout, editor, messages]);

  useEffect(() => {
    window.document.documentElement.dataset.rail = 'folded';
    useEditor.setState({ isOpen: true });
    return () => {
      delete window.document.documentElement.dataset.rail;
      useEditor.setState({ isOpen: false, id: '', origin: null, live: null, selection: [] });
    };
  }, []);

  useKeeping(setKeeping);

  // The first step made a template one's own: from now on that one is open.
  const isKnown = layouts.some((one) => one.id === id);
  useEffect(() => {
    if (origin === null || origin !== layout.id || !isKnown) return;
    setMade(id);
    useEditor.setState({ origin: null });
    go({ screen: 'layouts', id });
  }, [origin, layout.id, isKnown, id]);

  // What was wished before this was opened has had its answer.
  const answered = useRef(wished);
  useEffect(() => {
    if (wished === answered.current) return;
    answered.current = wished;
    if (wished?.what === 'paste') setPasted('');
    if (wished?.what === 'sayFull') toast(editor.full);
  }, [wished, editor]);
  usePasted(setPasted);
  useDroppedFile(setPasted);

  const recordings = (useRecordings().data ?? []).filter(canSwitchLayout);
  const recording = recordings.find((one) => one.id === live);
  const here = useHere(recording, settings.accountId);
  const absent = absentees(document, recording && here.isKnown ? here.ids : null);
  useScreenActions(recording, layouts);
  useSpeech();

  const { data: checked } = useQuery({
    queryKey: ['layout-check', document],
    queryFn: async () => {
      const { text } = await call('layout_export', { document, form: 'json', name: '' });
      return (await call('layout_import', { text, people: 1 })).issues;
    },
    placeholderData: (before) => before,
    gcTime: 0,
    retry: false,
  });

  function take({ document: imported }: LayoutImported, text: string) {
    const [only] = imported.regions;
    if (isRegion(text) && only !== undefined) {
      const next = addCopy(document, only);
      if (next === document) toast(editor.full);
      else step(next, { code: 'paste' }, [next.regions.at(-1)?.id ?? '']);
      return;
    }
    step(imported, { code: 'paste' }, []);
    useEditor.setState({ people: Math.max(1, imported.regions.length) });
  }

  // What the service, the store or the clock tell in the midst of a gesture is shown when it is done.
  const shown = useHeld<Shown>({
    layouts,
    actions,
    isNew: made === id,
    issues: checked ?? [],
    keeping,
    recordings,
    here,
    absent,
  });
  if (!isOpen) return null;
  return (
    <>
      <Columns shown={shown} />
      {pasted === null ? null : (
        <PasteDialog
          people={people}
          onTake={take}
          initial={pasted}
          onClose={() => setPasted(null)}
        />
      )}
    </>
  );
}

/** What the screen shows beside the document itself. */
interface Shown {
  layouts: readonly Layout[];
  actions: (edited: Layout) => ReactNode;
  /** It was a template a moment ago. */
  isNew: boolean;
  issues: readonly Issue[];
  keeping: Keeping;
  /** Those whose layout can be changed. */
  recordings: readonly Recording[];
  here: Here;
  absent: ReadonlySet<string>;
}

const Columns = memo(function Columns({ shown }: { shown: Shown }) {
  const { layouts, actions, isNew, issues, keeping, recordings, here, absent } = shown;
  const id = useEditor((state) => state.id);
  const name = useEditor((state) => state.name);
  const isTemplate = useEditor((state) => state.isTemplate);
  const document = useEditor((state) => state.history.present);
  const people = useEditor((state) => state.people);
  const cameras = useEditor((state) => state.cameras);
  return (
    <div className={styles.editor} data-testid="editor">
      <Head
        layout={{ id, name, template: isTemplate }}
        issues={issues}
        keeping={keeping}
        isNew={isNew}
      >
        {actions(layoutOf(useEditor.getState()))}
      </Head>
      <LiveBar recordings={recordings} layouts={layouts} />
      <div className={styles.columns}>
        <aside className={styles.left}>
          <TemplateColumn layouts={layouts} />
          <RegionRows document={document} absent={absent} />
        </aside>
        <div className={styles.middle}>
          <Toolbar />
          <Canvas people={pretend(document, people, cameras)} absent={absent} />
          <PeopleStrip here={here} />
        </div>
        <Panel here={here.ids} absent={absent} issues={issues} />
      </div>
    </div>
  );
});
