import { go } from '../../app/route';
import type { RecordAs } from '../../bridge';
import { useContract } from '../../data';
import { setDraft } from '../../draft';
import { Select, TextField } from '../../kit';
import { useMessages } from '../../messages';
import { LayoutStrip } from './LayoutStrip';
import { MoreSettings } from './MoreSettings';
import { pictureChoices, pictureId } from './pictures';
import styles from './Record.module.css';
import { SaveTo } from './SaveTo';
import { StartBar } from './StartBar';
import { StopRule } from './StopRule';
import type { RecordForm } from './useRecordForm';

const recordAs: readonly RecordAs[] = ['combinedVideo', 'combinedSound'];

export function Form({ form }: { form: RecordForm }) {
  const { record } = useMessages();
  const { setup, words } = form;
  const isVideo = setup.recordAs === 'combinedVideo';
  return (
    <section className={styles.form} ref={form.formRef}>
      <div className={styles.fields}>
        <ChannelField form={form} />
        <div className={isVideo ? styles.pair : undefined}>
          <Select
            label={record.recordAs}
            items={recordAs.map((id) => ({
              id,
              label: record.as[id],
              description: record.asHint[id],
            }))}
            value={setup.recordAs}
            onChange={(id) => setDraft({ recordAs: id as RecordAs })}
            testId="record-as"
          />
          {isVideo ? <PictureField form={form} /> : null}
        </div>
        {isVideo && form.layout ? (
          <LayoutStrip form={form} layout={form.layout} onAll={() => go({ screen: 'layouts' })} />
        ) : null}
        <SaveTo form={form} />
        <StopRule stop={setup.stop} words={words.stop} />
        <MoreSettings form={form} />
      </div>
      <StartBar form={form} />
    </section>
  );
}

function ChannelField({ form }: { form: RecordForm }) {
  const { record } = useMessages();
  const { people, words, setup } = form;
  let hint = record.channelHint;
  if (people !== null) {
    if (!people.exists || people.ids.length === 0) hint = record.nobodyNow;
    else if (people.channelType === 'live') {
      hint = record.hostsNow(people.ids.length, people.audience);
    } else hint = record.peopleNow(people.ids.length);
  }
  return (
    <TextField
      label={record.channel}
      value={setup.channel}
      onChange={(channel) => setDraft({ channel })}
      onBlur={() => {
        if (setup.channel !== '') form.touchChannel();
      }}
      placeholder={record.channelPlaceholder}
      hint={<span data-testid="channel-hint">{hint}</span>}
      error={words.channel?.error}
      warn={words.channel?.warn}
      testId="channel-input"
      issueTestId="issue-channel"
    />
  );
}

function PictureField({ form }: { form: RecordForm }) {
  const messages = useMessages();
  const contract = useContract().data;
  const { setup, words } = form;
  const isLive = (setup.more.channelType ?? form.people?.channelType ?? 'communication') === 'live';
  const choices = pictureChoices(contract, setup.picture, isLive, messages);
  return (
    <Select
      label={messages.record.picture}
      items={choices}
      value={pictureId(setup.picture)}
      onChange={(id) => {
        const choice = choices.find((one) => one.id === id);
        if (choice) setDraft({ picture: choice.picture });
      }}
      error={words.picture?.error}
      warn={words.picture?.warn}
      testId="picture"
      issueTestId="issue-picture"
    />
  );
}
