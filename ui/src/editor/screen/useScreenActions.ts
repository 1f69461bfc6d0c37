import { useEffect } from 'react';
import { useActionHandler } from '../../actions';
import { call, type Layout, type LayoutForm, type Recording } from '../../bridge';
import { useSettings } from '../../data';
import { toast } from '../../kit';
import { layoutName, regionName, useMessages } from '../../messages';
import { copyPicture, copyText } from '../clipboard';
import { base64Of, pictureOf, textOf } from '../files';
import { layoutOf } from '../keeping';
import { scenesOf } from '../live/scenes';
import { isOnAir, send, take, takePrevious, useTaking } from '../live/taking';
import { documentNow, useEditor } from '../state';

/** Lends copying, exporting and the live keys to their actions while the editor is on the screen. */
export function useScreenActions(recording: Recording | undefined, layouts: readonly Layout[]) {
  useCopies();
  useLive(recording);
  const { settings } = useSettings();
  const scenes = scenesOf(layouts, settings.scenes);
  const isLive = recording !== undefined;
  const scene = (index: number) => () => {
    const layout = scenes[index];
    if (layout && recording !== undefined) void send(recording, layout);
  };
  const can = (index: number) => isLive && Boolean(scenes[index]);
  useActionHandler('layout.scene1', can(0), scene(0));
  useActionHandler('layout.scene2', can(1), scene(1));
  useActionHandler('layout.scene3', can(2), scene(2));
  useActionHandler('layout.scene4', can(3), scene(3));
  useActionHandler('layout.scene5', can(4), scene(4));
  useActionHandler('layout.scene6', can(5), scene(5));
  useActionHandler('layout.scene7', can(6), scene(6));
  useActionHandler('layout.scene8', can(7), scene(7));
  useActionHandler('layout.scene9', can(8), scene(8));
}

function useLive(recording: Recording | undefined) {
  const isLive = recording !== undefined;
  const hasPrevious = useTaking(
    ({ previous }) => recording !== undefined && previous[recording.id] !== undefined,
  );
  useActionHandler('layout.take', isLive, () => {
    if (recording) take(recording);
  });
  useActionHandler('layout.previous', hasPrevious, () => {
    if (recording) takePrevious(recording);
  });
  useActionHandler('layout.autoTake', isLive, () =>
    useEditor.setState(({ autoTake }) => ({ autoTake: !autoTake })),
  );
  useEffect(() => {
    if (recording === undefined) return;
    return useEditor.subscribe((state, before) => {
      const isNew = state.history.present !== before.history.present && state.id === before.id;
      if (isNew && state.autoTake && !isOnAir(state.history.present, recording)) take(recording);
    });
  }, [recording]);
}

function useCopies() {
  const messages = useMessages();
  const { editor } = messages;
  const name = () => layoutName(messages, layoutOf(useEditor.getState()));
  const names = () =>
    new Map(documentNow().regions.map((region) => [region.id, regionName(messages, region)]));
  const failed = () => toast(editor.copyFailed, { tone: 'bad' });

  const copyAs = (form: LayoutForm) => async () => {
    await copyText(textOf(documentNow(), form, name()));
    toast(editor.copied);
  };
  const copyAsPicture = async () => {
    await copyPicture(pictureOf(documentNow(), names()));
    toast(editor.copied);
  };
  const keepFile = async () => {
    const content = await textOf(documentNow(), 'file', name());
    const { path } = await call('layout_file', { name: name(), kind: 'json', content });
    toast(editor.savedTo(path));
  };
  const keepPicture = async () => {
    const content = await base64Of(await pictureOf(documentNow(), names()));
    const { path } = await call('layout_file', { name: name(), kind: 'png', content });
    toast(editor.savedTo(path));
  };
  const run = (what: () => Promise<void>) => () => void what().catch(failed);
  useActionHandler('layout.copyJson', true, run(copyAs('json')));
  useActionHandler('layout.copyCurl', true, run(copyAs('curl')));
  useActionHandler('layout.copyPng', true, run(copyAsPicture));
  useActionHandler('layout.exportFile', true, run(keepFile));
  useActionHandler('layout.exportPng', true, run(keepPicture));
}
