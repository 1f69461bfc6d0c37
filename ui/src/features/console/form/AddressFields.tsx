import { memo, useId } from 'react';
import { useRecordings } from '../../../data';
import { MenuButton, toast, useNow } from '../../../kit';
import { useMessages } from '../../../messages';
import { ago, resourceLeft } from '../model/ids';
import { setAddress, takeRecording, useConsole } from '../model/store';
import { FieldFrame, lookOf, useIssues } from './FieldFrame';
import styles from './Form.module.css';

export type AddressPart = 'resourceid' | 'sid' | 'channel' | 'hostsOnly';

/** A part of the call's address. */
export const AddressField = memo(function AddressField({ part }: { part: AddressPart }) {
  switch (part) {
    case 'resourceid':
      return <Id part="resourceId" field="@resourceid" row="path.resourceid" />;
    case 'sid':
      return <Id part="sid" field="@sid" row="path.sid" />;
    case 'channel':
      return <Channel />;
    case 'hostsOnly':
      return <HostsOnly />;
  }
});

function useRow(path: string) {
  return useConsole(({ contract }) => contract?.fields.find((row) => row.path === path));
}

function Id({
  part,
  field,
  row: path,
}: {
  part: 'resourceId' | 'sid';
  field: string;
  row: string;
}) {
  const id = useId();
  const row = useRow(path);
  const value = useConsole(({ address }) => address[part]);
  const issues = useIssues(field);
  if (row === undefined) return null;
  return (
    <FieldFrame
      node={{ row, name: path.replace('path.', '') }}
      field={field}
      state={{ id, isSet: value !== '', reset: () => setAddress({ [part]: '' }) }}
      note={part === 'resourceId' ? <Life /> : null}
    >
      <span className={styles.box} data-look={lookOf(issues)}>
        <input
          id={id}
          className={`${styles.input} ${styles.mono}`}
          autoComplete="off"
          spellCheck={false}
          value={value}
          aria-describedby={`${id}-help`}
          aria-invalid={lookOf(issues) === 'bad'}
          data-testid={`field:${field}`}
          onChange={({ target }) => setAddress({ [part]: target.value.trim() })}
        />
      </span>
    </FieldFrame>
  );
}

/** How long the resource is still good for a start; only known for those acquired here. */
function Life() {
  const acquired = useConsole(({ acquired, address }) =>
    acquired?.resourceId === address.resourceId ? acquired : null,
  );
  const isStart = useConsole(({ call }) => call === 'start');
  return acquired === null || !isStart ? null : <Countdown at={acquired.at} />;
}

function Countdown({ at }: { at: number }) {
  const { api, locale } = useMessages();
  const now = useNow(1000);
  const left = resourceLeft(at, now);
  const passed = ago(now - at, locale);
  return (
    <span className={left > 0 ? undefined : styles.warn} data-testid="resource-life">
      {left > 0
        ? api.address.acquiredNow(passed, ago(left, locale))
        : api.address.acquiredLate(passed)}
    </span>
  );
}

function Channel() {
  const { api } = useMessages();
  const id = useId();
  const row = useRow('acquire.cname');
  const value = useConsole(({ address }) => address.channel);
  const issues = useIssues('@channel');
  if (row === undefined) return null;
  return (
    <FieldFrame
      node={{ row, name: 'channelName' }}
      field="@channel"
      state={{ id, isSet: value !== '', reset: () => setAddress({ channel: '' }) }}
      note={<span>{api.address.channelHelp}</span>}
    >
      <span className={styles.box} data-look={lookOf(issues)}>
        <input
          id={id}
          className={styles.input}
          autoComplete="off"
          spellCheck={false}
          value={value}
          aria-describedby={`${id}-help`}
          aria-invalid={lookOf(issues) === 'bad'}
          data-testid="field:@channel"
          onChange={({ target }) => setAddress({ channel: target.value })}
        />
      </span>
    </FieldFrame>
  );
}

function HostsOnly() {
  const { api } = useMessages();
  const id = useId();
  const isOn = useConsole(({ address }) => address.hostsOnly);
  return (
    <div className={styles.field} data-field="@hostsOnly">
      <div className={styles.head}>
        <span className={styles.names}>
          <label className={styles.label} htmlFor={id}>
            {api.address.hostsOnly}
          </label>
          <span className={styles.api}>hosts_only</span>
        </span>
      </div>
      <span className={styles.ticks}>
        <span className={styles.tick}>
          <input
            type="checkbox"
            role="switch"
            id={id}
            checked={isOn}
            aria-checked={isOn}
            aria-describedby={`${id}-help`}
            data-testid="field:@hostsOnly"
            onChange={({ target }) => setAddress({ hostsOnly: target.checked })}
          />
          <span aria-hidden="true">{isOn ? api.on : api.off}</span>
        </span>
      </span>
      <div className={styles.below} id={`${id}-help`}>
        <span className={styles.help}>{api.address.hostsOnlyHelp}</span>
      </div>
    </div>
  );
}

/** Takes IDs, channel and mode over from one of the app's recordings. */
export function FromRecording() {
  const m = useMessages();
  const words = m.api.address;
  const recordings = (useRecordings().data ?? []).filter(({ resourceId }) => resourceId !== null);
  const when = new Intl.DateTimeFormat(m.locale, { dateStyle: 'short', timeStyle: 'short' });
  const items = recordings.slice(0, 50).map((one) => ({
    id: one.id,
    label: `${one.channel} · ${m.states[one.state]} · ${when.format(one.createdAt)}`,
  }));
  return (
    <MenuButton
      label={words.from}
      items={items.length > 0 ? items : [{ id: '', label: words.fromNone }]}
      testId="from-recording"
      onAction={(id) => {
        const found = recordings.find((one) => one.id === id);
        if (found === undefined) return;
        takeRecording(found);
        toast(words.filled);
      }}
    />
  );
}
