import { screen } from '@testing-library/react';
import { useActionKeys } from '../../actions';
import type { Layout } from '../../bridge';
import { useEditor } from '../../editor/state';
import { fakeBackend } from '../../testing/fakeBackend';
import { layouts } from '../../testing/layouts';
import { renderScreen } from '../../testing/renderScreen';
import LayoutsScreen from './LayoutsScreen';

/** The screen with the keys of the whole app, as tests press them. */
export function WithKeys() {
  useActionKeys();
  return <LayoutsScreen />;
}

const model = layouts[0] as Layout;

/** A layout of one's own with a speaker (`r1`) and three guests at the right. */
export const mine: Layout = { ...model, id: 'mine', name: 'Mine', template: false };

/** Opens a layout in the editor, on a backend in memory. */
export async function openEditor(
  change: Parameters<typeof fakeBackend>[0] = {},
  layout: Layout = mine,
) {
  const backend = fakeBackend({ layout_list: () => [...layouts, layout], ...change });
  const view = renderScreen(WithKeys, backend, { screen: 'layouts', id: layout.id });
  await screen.findByTestId('editor');
  return { backend, ...view };
}

export const documentNow = () => useEditor.getState().history.present;
export const steps = () => useEditor.getState().history.past.length;
