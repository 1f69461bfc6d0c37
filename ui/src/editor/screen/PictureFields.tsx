import type { Canvas, LayoutDocument } from '../../bridge';
import { Choice } from '../../kit';
import { useMessages } from '../../messages';
import { isLegalCanvas, setBackground, setCanvas } from '../document/edits';
import { step } from '../state';
import { CommitField } from './CommitField';
import styles from './Panel.module.css';
import { PictureField } from './PictureField';
import { UserPictures } from './UserPictures';

const shapes = {
  '16:9': { width: 1920, height: 1080 },
  '9:16': { width: 1080, height: 1920 },
  '4:3': { width: 1440, height: 1080 },
  '1:1': { width: 1080, height: 1080 },
} satisfies Record<string, Canvas>;

type Shape = keyof typeof shapes | 'custom';

function shapeOf({ width, height }: Canvas): Shape {
  const ids = Object.keys(shapes) as (keyof typeof shapes)[];
  return ids.find((id) => width * shapes[id].height === height * shapes[id].width) ?? 'custom';
}

/** `1280×720`, `1280 x 720` … */
function sizeOf(text: string): Canvas | null {
  const found = /^(\d{1,4})\s*[x×*,]\s*(\d{1,4})$/i.exec(text);
  const size = { width: Number(found?.[1]), height: Number(found?.[2]) };
  return found && isLegalCanvas(size) ? size : null;
}

/** The picture as a whole: shape, background, pictures. With a region selected only what is behind it. */
export function PictureFields({
  document,
  isBrief,
}: {
  document: LayoutDocument;
  isBrief: boolean;
}) {
  const { editor } = useMessages();
  const { canvas, background } = document;
  const canvasStep = (size: Canvas) => step(setCanvas(document, size), { code: 'canvas' });
  return (
    <>
      {isBrief ? null : (
        <>
          <div className={styles.field}>
            <span className={styles.label}>{editor.shape}</span>
            <Choice
              label={editor.shape}
              items={(['16:9', '9:16', '4:3', '1:1'] as const).map((id) => ({
                id,
                label: editor.shapes[id],
              }))}
              value={shapeOf(canvas) as '16:9'}
              onChange={(id) => canvasStep(shapes[id])}
              testId="shape"
            />
          </div>
          <CommitField
            label={editor.pixels}
            value={`${canvas.width}×${canvas.height}`}
            problem={(text) => (sizeOf(text) === null ? editor.shapeBad : null)}
            onCommit={(text) => {
              const size = sizeOf(text);
              if (size !== null) canvasStep(size);
            }}
            testId="canvas-size"
          />
        </>
      )}
      <CommitField
        label={editor.background}
        value={background.color}
        mono
        problem={(text) => (/^#[0-9a-f]{6}$/i.test(text) ? null : editor.backgroundBad)}
        onCommit={(color) => step(setBackground(document, { color }), { code: 'background' })}
        start={<span className={styles.swatch} style={{ background: background.color }} />}
        testId="background"
      />
      {isBrief ? null : (
        <>
          <PictureField
            label={editor.backgroundImage}
            value={background.image ?? ''}
            hint={editor.pictureHint}
            onCommit={(image) => step(setBackground(document, { image }), { code: 'pictures' })}
            testId="background-image"
          />
          <PictureField
            label={editor.placeholder}
            value={background.placeholder ?? ''}
            onCommit={(placeholder) =>
              step(setBackground(document, { placeholder }), { code: 'pictures' })
            }
            testId="placeholder-image"
          />
          <UserPictures document={document} />
        </>
      )}
    </>
  );
}
