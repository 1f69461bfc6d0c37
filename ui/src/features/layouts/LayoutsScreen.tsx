import { useRoute } from '../../app/route';
import { useLayouts } from '../../data';
import { FailureNote } from '../../kit';
import { useMessages } from '../../messages';
import { Gallery } from './Gallery';
import { Opened } from './Opened';

/** All layouts, or one of them large. */
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
    <Opened key={opened.id} layout={opened} layouts={layouts.data} />
  ) : (
    <Gallery layouts={layouts.data} />
  );
}
