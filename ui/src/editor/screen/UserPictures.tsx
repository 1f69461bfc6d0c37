import { useState } from 'react';
import type { LayoutDocument } from '../../bridge';
import { Choice, IconButton } from '../../kit';
import { useMessages } from '../../messages';
import { setUserPicture } from '../document/edits';
import { step } from '../state';
import { CommitField } from './CommitField';
import styles from './Panel.module.css';
import { PictureField } from './PictureField';
import { isUid } from './words';

/** The picture of one user: where it is, and how it is fitted. */
export function UserPicture({
  uid,
  label,
  document,
  hint,
  testId,
}: {
  uid: string;
  label: string;
  document: LayoutDocument;
  hint?: string;
  testId: string;
}) {
  const { editor } = useMessages();
  const picture = document.background.users?.find((one) => one.uid === uid);
  const change = (to: { url: string; fit: 'crop' | 'fit' } | null) =>
    step(setUserPicture(document, uid, to), { code: 'pictures' });
  return (
    <>
      <PictureField
        label={label}
        value={picture?.url ?? ''}
        hint={hint}
        onCommit={(url) =>
          change(url === '' ? null : { ...picture, url, fit: picture?.fit ?? 'crop' })
        }
        testId={testId}
      />
      {picture === undefined ? null : (
        <div className={styles.field}>
          <span className={styles.label}>{editor.userPictureFitShort}</span>
          <Choice
            label={editor.userPictureFit(uid)}
            items={(['crop', 'fit'] as const).map((id) => ({ id, label: editor.fits2[id] }))}
            value={picture.fit}
            onChange={(fit) => change({ ...picture, fit })}
            testId={`${testId}-fit`}
          />
        </div>
      )}
    </>
  );
}

/** Pictures of single users, also of those who have no region of their own. */
export function UserPictures({ document }: { document: LayoutDocument }) {
  const { editor } = useMessages();
  const users = document.background.users ?? [];
  const [drafted, setDrafted] = useState<string | null>(null);
  const isNew = drafted !== null && users.every((one) => one.uid !== drafted);
  const uids = [...users.map((one) => one.uid), ...(isNew ? [drafted] : [])];
  return (
    <fieldset className={styles.users} data-testid="user-pictures">
      <legend className={styles.label}>{editor.userPictures}</legend>
      {uids.map((uid) => (
        <div key={uid} className={styles.user}>
          <div className={styles.grow}>
            <UserPicture
              uid={uid}
              label={editor.userPictureOf(uid)}
              document={document}
              testId={`user-picture-${uid}`}
            />
          </div>
          <IconButton
            label={editor.userPictureRemove(uid)}
            icon="cross"
            variant="ghost"
            onPress={() => {
              setDrafted(null);
              step(setUserPicture(document, uid, null), { code: 'pictures' });
            }}
            testId={`user-picture-${uid}-remove`}
          />
        </div>
      ))}
      <CommitField
        key={uids.join()}
        label={editor.userPictureAdd}
        value=""
        problem={(text) => (isUid(text) ? null : editor.whoBad)}
        onCommit={setDrafted}
        placeholder={editor.whoUid}
        testId="user-picture-new"
      />
    </fieldset>
  );
}
