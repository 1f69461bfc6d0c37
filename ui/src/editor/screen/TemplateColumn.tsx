import { useQuery } from '@tanstack/react-query';
import { go } from '../../app/route';
import { call, type Layout, type LayoutDocument, type Preset } from '../../bridge';
import { useSettings } from '../../data';
import { usePictures } from '../../data/pictures';
import { Thumb } from '../../kit';
import { layoutName, useMessages } from '../../messages';
import { takeOver } from '../document/edits';
import { sceneOf, scenesOf } from '../live/scenes';
import { step, useEditor } from '../state';
import styles from './Editor.module.css';

const presets: readonly Preset[] = ['floating', 'bestFit', 'vertical'];

/** Arrangements to begin with: one's own open, the others arrange the regions anew in one step. */
export function TemplateColumn({ layouts }: { layouts: readonly Layout[] }) {
  const messages = useMessages();
  const { editor } = messages;
  const id = useEditor((state) => state.id);
  const isTemplate = useEditor((state) => state.isTemplate);
  const people = useEditor((state) => state.people);
  const document = useEditor((state) => state.history.present);
  const isLive = useEditor((state) => state.live !== null);
  const { settings } = useSettings();
  const scenes = scenesOf(layouts, settings.scenes);
  const pictures = usePictures(layouts.map((layout) => layout.document.background.image));
  const own = layouts.filter((layout) => !layout.template);
  const templates = layouts.filter((layout) => layout.template);

  const arrange = (other: LayoutDocument) =>
    step(takeOver(document, other), { code: 'template' }, []);

  function press(layout: Layout) {
    if (layout.id === id) return;
    if (isTemplate || !layout.template) go({ screen: 'layouts', id: layout.id });
    else arrange(layout.document);
  }

  const thumb = (layout: Layout) => {
    const name = layoutName(messages, layout);
    const scene = sceneOf(scenes, layout.id);
    return (
      <div key={layout.id} className={styles.thumb}>
        <Thumb
          document={layout.document}
          backdrop={pictures.url(layout.document.background.image)}
          label={
            isTemplate || !layout.template ? messages.layouts.open(name) : editor.arrangeLike(name)
          }
          selected={layout.id === id}
          onPress={() => press(layout)}
          testId={`layout-thumb-${layout.id}`}
        />
        {isLive && scene > 0 ? (
          <span className={styles.scene} title={editor.scene(scene)}>
            {scene}
          </span>
        ) : null}
      </div>
    );
  };

  return (
    <div className={styles.templates}>
      <h2>{editor.templates}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by keyboard */}
      <section className={styles.thumbs} aria-label={editor.templates} tabIndex={0}>
        {own.length > 0 ? <h3 className={styles.kind}>{editor.ownLayouts}</h3> : null}
        {own.map(thumb)}
        {own.length > 0 ? <h3 className={styles.kind}>{editor.templates}</h3> : null}
        {templates.map(thumb)}
        <h3 className={styles.kind}>{editor.agoras}</h3>
        {presets.map((preset) => (
          <PresetThumb
            key={preset}
            preset={preset}
            people={people}
            canvas={document.canvas}
            onPress={arrange}
          />
        ))}
      </section>
    </div>
  );
}

/** One of Agora's own layouts for as many people as the preview has, as regions that can be edited. */
function PresetThumb({
  preset,
  people,
  canvas,
  onPress,
}: {
  preset: Preset;
  people: number;
  canvas: LayoutDocument['canvas'];
  onPress: (document: LayoutDocument) => void;
}) {
  const { editor } = useMessages();
  const { width, height } = canvas;
  const { data } = useQuery({
    queryKey: ['layout-preset', preset, people, width, height],
    queryFn: () => call('layout_preset', { preset, people, canvas }),
    placeholderData: (before) => before,
  });
  if (data === undefined) return null;
  return (
    <div className={styles.thumb}>
      <Thumb
        document={data}
        label={editor.arrangeLike(editor.presetFor(editor.presets[preset], people))}
        onPress={() => onPress(data)}
        testId={`preset-${preset}`}
      />
    </div>
  );
}
