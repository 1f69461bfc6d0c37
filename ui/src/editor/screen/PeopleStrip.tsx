import { useRef, useState } from 'react';
import { type Camera, Choice, PeopleStepper, Select } from '../../kit';
import { useMessages } from '../../messages';
import { shownCount } from '../document/edits';
import { changeRegions } from '../doing';
import type { Here } from '../live/useHere';
import { setCamera, setPeople, useEditor } from '../state';
import styles from './Editor.module.css';

const cameras: readonly Camera[] = ['16:9', '4:3', '9:16', '1:1', 'screen', 'off', 'absent'];
const EVERYONE = 'all';

/** Pretend people and what they send; beside them who is really in the channel. */
export function PeopleStrip({ here }: { here: Here }) {
  const { layouts, editor } = useMessages();
  const people = useEditor((state) => state.people);
  const sent = useEditor((state) => state.cameras);
  const places = useEditor((state) => shownCount(state.history.present));
  const [who, setWho] = useState(EVERYONE);
  const index = who === EVERYONE || Number(who) >= people ? null : Number(who);
  const unseen = people - places;
  return (
    <div className={styles.strip}>
      <div className={styles.stripRow}>
        <PeopleStepper count={people} onChange={setPeople} />
        <div className={styles.who}>
          <Select
            label={editor.cameraOf}
            labelHidden
            items={[
              { id: EVERYONE, label: editor.everyone },
              ...Array.from({ length: people }, (_, at) => ({
                id: String(at),
                label: editor.person(at + 1),
              })),
            ]}
            value={index === null ? EVERYONE : who}
            onChange={setWho}
            testId="camera-who"
          />
        </div>
        <Choice
          label={layouts.cameraOf}
          items={cameras.map((id) => ({ id, label: layouts.camera[id] }))}
          value={sent[index ?? 0] ?? sent.at(-1) ?? '16:9'}
          onChange={(camera) => setCamera(index, camera)}
          testId="cameras"
        />
      </div>
      <div className={styles.stripRow}>
        {here.ids.length > 0 ? (
          <fieldset className={styles.here}>
            <legend className="visually-hidden">{editor.inChannel(here.channel)}</legend>
            <span className="sub ellipsis" aria-hidden="true">
              {editor.inChannel(here.channel)}
            </span>
            {here.ids.slice(0, 17).map((uid) => (
              <Person key={uid} uid={String(uid)} />
            ))}
          </fieldset>
        ) : null}
        <p className={styles.note} role="status">
          {unseen > 0 ? layouts.unseen(unseen) : null}
          {unseen < 0 ? layouts.waiting(-unseen) : null}
        </p>
        <span className="grow" />
        <span className={styles.keys}>{editor.keysHint}</span>
      </div>
    </div>
  );
}

/** Somebody in the channel: dragged onto a region, or pressed for the selected one. */
function Person({ uid }: { uid: string }) {
  const { editor } = useMessages();
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const origin = useRef<{ x: number; y: number } | null>(null);
  const selected = useEditor((state) => state.selection[0]);
  const isTaken = useEditor((state) =>
    state.history.present.regions.some((region) => region.uid === uid),
  );
  const assign = (id: string | undefined) => {
    if (id !== undefined) changeRegions('assign', { uid }, [id]);
  };
  const end = () => {
    origin.current = null;
    setAt(null);
  };
  return (
    <>
      <button
        type="button"
        className={`${styles.person} ${isTaken ? styles.taken : ''}`}
        title={editor.dragPerson(uid)}
        aria-label={editor.assignSelected(uid)}
        data-testid={`here-${uid}`}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture?.(event.pointerId);
          origin.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={(event) => {
          const from = origin.current;
          if (from === null) return;
          const way = Math.hypot(event.clientX - from.x, event.clientY - from.y);
          if (at !== null || way >= 4) setAt({ x: event.clientX, y: event.clientY });
        }}
        onPointerUp={(event) => {
          if (origin.current !== null && at !== null) {
            const under = document.elementFromPoint(event.clientX, event.clientY);
            assign(under?.closest<HTMLElement>('[data-region]')?.dataset.region);
          }
          end();
        }}
        onPointerCancel={end}
        onLostPointerCapture={end}
        onClick={(event) => {
          // A press by key, or by a pointer that did not go anywhere.
          if (event.detail === 0 || at === null) assign(selected);
        }}
      >
        {uid}
      </button>
      {at === null ? null : (
        <span
          className={styles.ghost}
          style={{ transform: `translate3d(${at.x + 8}px, ${at.y + 8}px, 0)` }}
          aria-hidden="true"
        >
          {uid}
        </span>
      )}
    </>
  );
}
