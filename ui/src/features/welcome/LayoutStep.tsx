import { useLayouts } from '../../data';
import { setDraft, useDraft } from '../../draft';
import { Button, pretendPeople, Stage, TextField, Thumb } from '../../kit';
import { layoutName, useMessages } from '../../messages';
import { useTestSetup } from './useTestSetup';
import type { Walk } from './useWelcome';
import styles from './Welcome.module.css';

const SHOWN = 9;

/** Who is seen where; for a channel of one's own its name too. */
export function LayoutStep({ walk }: { walk: Walk }) {
  const m = useMessages();
  const words = m.welcome;
  const layouts = (useLayouts().data ?? []).filter(
    ({ document }) => document.canvas.width > document.canvas.height,
  );
  const setup = useTestSetup(walk);
  const channel = useDraft((state) => state.setup.channel);
  const chosen = layouts.find(({ id }) => id === setup?.layoutId);
  return (
    <section className={styles.choice}>
      <p className="sub">{words.layoutIntro}</p>
      <div className={styles.pick}>
        <div className={styles.thumbs}>
          {layouts.slice(0, SHOWN).map((layout) => (
            <Thumb
              key={layout.id}
              document={layout.document}
              label={layoutName(m, layout)}
              selected={layout.id === setup?.layoutId}
              onPress={() => setDraft({ layoutId: layout.id })}
              testId={`welcome-layout-${layout.id}`}
            />
          ))}
        </div>
        <div className={styles.stage}>
          {chosen ? (
            <Stage
              fill
              document={chosen.document}
              people={pretendPeople(chosen.document.regions.length, chosen.document.regions)}
              canvas={chosen.document.canvas}
            />
          ) : null}
        </div>
      </div>
      {walk.isPractice ? null : (
        <TextField
          label={words.channel}
          hint={words.channelHint}
          value={channel}
          onChange={(name) => setDraft({ channel: name })}
          testId="welcome-channel"
        />
      )}
      <div className={styles.actions}>
        <Button variant="ghost" onPress={() => walk.goOn('check')} testId="welcome-back">
          {words.back}
        </Button>
        <span className="grow" />
        <Button
          variant="primary"
          isDisabled={setup === null || setup.channel === ''}
          onPress={() => walk.goOn('record', {}, null)}
          testId="welcome-next"
        >
          {words.next}
        </Button>
      </div>
    </section>
  );
}
