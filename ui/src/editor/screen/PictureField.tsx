import { usePicture } from '../../data/pictures';
import { Button } from '../../kit';
import { useMessages } from '../../messages';
import { CommitField } from './CommitField';
import styles from './Panel.module.css';

/** The address of a picture, and whether the picture is there. */
export function PictureField({
  label,
  labelHidden,
  value,
  hint,
  onCommit,
  testId,
}: {
  label: string;
  labelHidden?: boolean;
  value: string;
  hint?: string;
  /** An empty text takes the picture away. */
  onCommit: (address: string) => void;
  testId: string;
}) {
  const { editor } = useMessages();
  const { look, url, again } = usePicture(value === '' ? undefined : value);
  const httpsOnly = (text: string) =>
    text === '' || /^https:\/\/\S+$/.test(text) ? null : editor.pictureBad;
  const said = { looking: editor.pictureLooking, shown: editor.pictureThere, unseen: undefined };
  return (
    <div className={styles.picture}>
      <CommitField
        label={label}
        labelHidden={labelHidden}
        value={value}
        problem={httpsOnly}
        onCommit={onCommit}
        hint={look === null ? hint : said[look.state]}
        warn={
          look?.state === 'unseen' ? editor.pictureTroubles[look.trouble](look.params) : undefined
        }
        placeholder="https://"
        start={url === undefined ? undefined : <img className={styles.proof} src={url} alt="" />}
        testId={testId}
      />
      {look?.state === 'unseen' ? (
        <Button size="sm" onPress={again} testId={`${testId}-again`}>
          {editor.pictureAgain}
        </Button>
      ) : null}
    </div>
  );
}
