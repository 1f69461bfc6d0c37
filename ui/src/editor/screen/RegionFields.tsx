import { useState } from 'react';
import type { Issue, LayoutDocument, Region } from '../../bridge';
import { Button, Choice, Select, type SelectItem } from '../../kit';
import { regionName, useMessages } from '../../messages';
import { changeRegions, setNumber } from '../doing';
import { joinOrder, overlaps } from '../seating';
import type { Unit } from '../units';
import { ActionButton } from './ActionButton';
import { CommitField } from './CommitField';
import { LengthField } from './LengthField';
import { OpacityField } from './OpacityField';
import styles from './Panel.module.css';
import { UserPicture } from './UserPictures';
import { isUid } from './words';

const sides = ['x', 'y', 'width', 'height'] as const;
const NEXT = 'next';
const FIXED = 'fixed';

/** Everything of one region, for keyboard and screen reader as much as for the pointer. */
export function RegionFields({
  region,
  document,
  unit,
  here,
  isAbsent,
  issues,
}: {
  region: Region;
  document: LayoutDocument;
  unit: Unit;
  here: readonly number[];
  isAbsent: boolean;
  /** What the contract has to say of it. */
  issues: readonly Issue[];
}) {
  const messages = useMessages();
  const { editor } = messages;
  const { canvas } = document;
  const over = overlaps(document, region);
  const unknown = Object.keys(region.extra ?? {});
  return (
    <>
      <div className={styles.numbers}>
        {sides.map((side) => (
          <LengthField
            key={side}
            label={editor.numbers[side]}
            value={region[side]}
            pixels={side === 'x' || side === 'width' ? canvas.width : canvas.height}
            unit={unit}
            onCommit={(millionths) => setNumber(region, side, millionths)}
            testId={`number-${side}`}
          />
        ))}
      </div>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={region.keepRatio === true}
          onChange={(event) => changeRegions('ratio', { keepRatio: event.target.checked })}
          data-testid="keep-ratio"
        />
        {editor.keepRatio}
      </label>
      <Who region={region} document={document} here={here} isAbsent={isAbsent} />
      <div className={styles.field}>
        <span className={styles.label}>{editor.fit}</span>
        <Choice
          label={editor.fit}
          items={(['crop', 'fit'] as const).map((id) => ({ id, label: editor.fits2[id] }))}
          value={region.fit}
          onChange={(fit) => changeRegions('fit', { fit })}
          testId="fit"
        />
      </div>
      <OpacityField regions={[region]} />
      <CommitField
        label={editor.name}
        value={regionName(messages, region)}
        onCommit={(name) => changeRegions('rename', { name: name === '' ? null : name })}
        testId="region-name"
      />
      {issues.map((issue) => (
        <p key={issue.code + issue.path} className={styles.note} data-testid="region-issue">
          {messages.issues[issue.code](issue.params)}
        </p>
      ))}
      {unknown.length > 0 ? (
        <div className={styles.note} data-testid="unknown-members">
          <p>{editor.unknown(unknown.join(', '))}</p>
          <Button
            size="sm"
            onPress={() => changeRegions('unknown', { extra: undefined }, [region.id])}
            testId="unknown-drop"
          >
            {editor.unknownDrop}
          </Button>
        </div>
      ) : null}
      {over.length > 0 ? (
        <p className={styles.note} data-testid="overlap-hint">
          {editor.overlap(over.map((one) => regionName(messages, one)).join(', '))}
        </p>
      ) : null}
      {region.locked ? <p className={styles.note}>{editor.lockedHint}</p> : null}
      <div className={styles.stack}>
        <ActionButton id="duplicate" text={editor.actions.duplicate} />
        <ActionButton id="remove" text={editor.actions.remove} />
      </div>
      {region.hidden ? <p className={styles.note}>{editor.hiddenHint}</p> : null}
    </>
  );
}

function Who({
  region,
  document,
  here,
  isAbsent,
}: {
  region: Region;
  document: LayoutDocument;
  here: readonly number[];
  isAbsent: boolean;
}) {
  const { editor } = useMessages();
  const [isTyping, setTyping] = useState(false);
  const uid = region.uid;
  const joins = joinOrder(document).get(region.id);
  const known = here.map(String);
  const items: SelectItem[] = [
    {
      id: NEXT,
      label: editor.whoNext,
      description: joins === undefined ? undefined : editor.whoNextNumber(joins),
    },
    ...known.map((one) => ({
      id: `u${one}`,
      label: editor.whoUser(one),
      description: editor.whoHere,
    })),
    ...(uid !== null && !known.includes(uid)
      ? [{ id: `u${uid}`, label: editor.whoUser(uid) }]
      : []),
    { id: FIXED, label: editor.whoFixed },
  ];
  const assign = (to: string | null) => {
    setTyping(false);
    changeRegions('assign', { uid: to }, [region.id]);
  };
  return (
    <>
      <Select
        label={editor.who}
        items={items}
        value={isTyping ? FIXED : uid === null ? NEXT : `u${uid}`}
        onChange={(id) => {
          if (id === FIXED) setTyping(true);
          else assign(id === NEXT ? null : id.slice(1));
        }}
        hint={uid === null && joins !== undefined ? editor.whoNextNumber(joins) : undefined}
        warn={isAbsent ? editor.absentHint : undefined}
        testId="who"
      />
      {isTyping ? (
        <CommitField
          label={editor.whoUid}
          value=""
          problem={(text) => (isUid(text) ? null : editor.whoBad)}
          onCommit={assign}
          testId="who-uid"
        />
      ) : null}
      {uid !== null && !isTyping ? (
        <UserPicture
          key={uid}
          uid={uid}
          label={editor.userPicture}
          document={document}
          hint={editor.pictureHint}
          testId="user-picture"
        />
      ) : null}
    </>
  );
}
