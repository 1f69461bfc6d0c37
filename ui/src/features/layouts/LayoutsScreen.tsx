import { lazy, Suspense } from 'react';
import { useRoute } from '../../app/route';
import { useLayouts } from '../../data';
import { FailureNote } from '../../kit';
import { useMessages } from '../../messages';
import { Actions } from './Actions';
import { Gallery } from './Gallery';

const Editor = lazy(() =>
  import('../../editor/screen/Editor').then(({ Editor: shown }) => ({ default: shown })),
);

/** All layouts, or one of them in the editor. */
export default function LayoutsScreen() {
  const { shell } = useMessages();
  const route = useRoute();
  const layouts = useLayouts();
  if (layouts.error) {
    return (
      <FailureNote failure={layouts.error} action={{ onPress: () => void layouts.refetch() }} />
    );
  }
  if (layouts.data === undefined) return <p className="sub">{shell.loading}</p>;
  const id = route.screen === 'layouts' ? route.id : undefined;
  const opened = layouts.data.find((layout) => layout.id === id);
  return opened ? (
    <Suspense fallback={<p className="sub">{shell.loading}</p>}>
      <Editor
        layout={opened}
        layouts={layouts.data}
        actions={(edited) => <Actions layout={edited} />}
      />
    </Suspense>
  ) : (
    <Gallery layouts={layouts.data} />
  );
}
