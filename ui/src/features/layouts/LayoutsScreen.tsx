import { useMessages } from '../../messages';

export default function LayoutsScreen() {
  const messages = useMessages();
  return <h1>{messages.layouts.title}</h1>;
}
