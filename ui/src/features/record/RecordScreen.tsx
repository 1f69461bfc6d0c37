import { useMessages } from '../../messages';

export default function RecordScreen() {
  const messages = useMessages();
  return <h1>{messages.record.title}</h1>;
}
