import { useState } from 'react';
import { go } from '../../app/route';
import type { Failure, Layout, Recording } from '../../bridge';
import { useCommand, useRecordings } from '../../data';
import { setDraft, useDraft } from '../../draft';
import { Button, Dialog, FailureNote, MenuButton, toast } from '../../kit';
import { layoutName, useMessages } from '../../messages';
import { canSwitchLayout } from '../../recordings/facts';
import { turnTo } from './turn';

/** What can be done with the layout: take it for the next recording, or send it to one that runs. */
export function Actions({ layout }: { layout: Layout }) {
  const messages = useMessages();
  const words = messages.layouts;
  const name = layoutName(messages, layout);
  const running = (useRecordings().data ?? []).filter(canSwitchLayout);
  const command = useCommand('recording_layout');
  const staged = useCommand('layout_take');
  const [failed, setFailed] = useState<{ failure: Failure; recording: Recording } | null>(null);

  function use() {
    const before = useDraft.getState().setup;
    setDraft({ layoutId: layout.id, picture: turnTo(before.picture, layout.document.canvas) });
    toast(words.used(name), {
      undo: () => setDraft({ layoutId: before.layoutId, picture: before.picture }),
    });
    go({ screen: 'record' });
  }

  function send(recording: Recording) {
    setFailed(null);
    const told = {
      onSuccess: () => toast(words.switched(name, recording.channel)),
      onError: (failure: Failure) => setFailed({ failure, recording }),
    };
    // One's own layout goes out as it stands on the canvas, kept or not.
    if (layout.template) command.mutate({ id: recording.id, layoutId: layout.id }, told);
    else staged.mutate({ id: recording.id, layout }, told);
  }

  const [only] = running;
  return (
    <>
      {running.length === 1 && only ? (
        <Button
          onPress={() => send(only)}
          isPending={command.isPending || staged.isPending}
          label={`${words.switchLive}: ${only.channel}`}
          testId="switch-live"
        >
          {words.switchLive}
        </Button>
      ) : null}
      {running.length > 1 ? (
        <MenuButton
          label={words.switchLive}
          items={running.map(({ id, channel }) => ({ id, label: channel }))}
          onAction={(id) => {
            const recording = running.find((one) => one.id === id);
            if (recording) send(recording);
          }}
          testId="switch-live"
        />
      ) : null}
      <Button variant="primary" onPress={use} testId="use-layout">
        {words.use}
      </Button>
      {failed ? (
        <Dialog
          title={words.switchLiveOf(failed.recording.channel)}
          isOpen
          onClose={() => setFailed(null)}
        >
          <FailureNote
            failure={failed.failure}
            action={{ onPress: () => send(failed.recording) }}
          />
        </Dialog>
      ) : null}
    </>
  );
}
