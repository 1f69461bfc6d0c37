import type { ChannelType } from '../../bridge';
import { setMore } from '../../draft';
import { Fold, NumberField, Select, Switch, Tag, TextField } from '../../kit';
import { useMessages } from '../../messages';
import { Background } from './Background';
import styles from './Record.module.css';
import type { RecordForm } from './useRecordForm';

const AUTO = 'auto';
const types = [AUTO, 'communication', 'live'] as const;
const regions = [AUTO, 'CN', 'AP', 'EU', 'NA'] as const;
/** In the order of the wire's numbers. */
const sounds = ['mono48', 'mono128', 'stereo192'] as const;
const streams = ['high', 'low'] as const;

/** What seldom changes, with the defaults shown. */
export function MoreSettings({ form }: { form: RecordForm }) {
  const { record } = useMessages();
  const { more, recordAs } = form.setup;
  const { words, check } = form;
  const isVideo = recordAs === 'combinedVideo';
  return (
    <Fold
      title={record.more}
      aside={check ? <Tag>{record.defaults(check.defaults)}</Tag> : null}
      testId="more-settings"
    >
      <div className={styles.more}>
        <Select
          label={record.channelType}
          items={types.map((id) => ({ id, label: record.channelTypes[id] }))}
          value={more.channelType ?? AUTO}
          onChange={(id) => setMore({ channelType: id === AUTO ? null : (id as ChannelType) })}
          hint={record.channelTypeHint}
          {...words.channelType}
          testId="channel-type"
          issueTestId="issue-channelType"
        />
        <TextField
          label={record.recorderId}
          value={more.recorderId ?? ''}
          onChange={(id) => setMore({ recorderId: id === '' ? null : id })}
          placeholder={record.recorderIdAuto}
          hint={record.recorderIdHint}
          {...words.recorderId}
          testId="recorder-id"
          issueTestId="issue-recorderId"
        />
        <Select
          label={record.sound}
          items={sounds.map((id, wire) => ({ id: String(wire), label: record.sounds[id] }))}
          value={String(more.audioProfile)}
          onChange={(id) => setMore({ audioProfile: Number(id) })}
          {...words.sound}
          testId="sound"
          issueTestId="issue-sound"
        />
        {isVideo ? (
          <>
            <Select
              label={record.stream}
              items={streams.map((id, wire) => ({ id: String(wire), label: record.streams[id] }))}
              value={String(more.videoStreamType)}
              onChange={(id) => setMore({ videoStreamType: Number(id) })}
              {...words.stream}
              testId="stream"
              issueTestId="issue-stream"
            />
            <Background
              color={more.backgroundColor}
              own={form.layout?.document.background.color ?? '#000000'}
              words={words.background}
            />
          </>
        ) : null}
        <Select
          label={record.region}
          items={regions.map((id) => ({ id, label: record.regions[id] }))}
          value={more.region ?? AUTO}
          onChange={(id) => setMore({ region: id === AUTO ? null : id })}
          hint={record.regionHint}
          {...words.region}
          testId="region"
          issueTestId="issue-region"
        />
        <NumberField
          label={record.control}
          value={more.controlHours ?? Number.NaN}
          onChange={(hours) => setMore({ controlHours: Number.isNaN(hours) ? null : hours })}
          unit={record.controlUnit}
          placeholder={record.controlAuto}
          hint={record.controlHint}
          {...words.control}
          testId="control-hours"
          issueTestId="issue-control"
        />
        <div className={styles.switch}>
          <Switch
            label={record.mp4}
            hint={record.mp4Hint}
            isOn={more.mp4}
            onChange={(mp4) => setMore({ mp4 })}
            testId="mp4"
          />
          {words.mp4?.error || words.mp4?.warn ? (
            <p className={words.mp4.error ? styles.error : styles.warn} data-testid="issue-mp4">
              {words.mp4.error ?? words.mp4.warn}
            </p>
          ) : null}
        </div>
      </div>
    </Fold>
  );
}
