import { useQuery } from '@tanstack/react-query';
import type { LayoutDocument } from '../../bridge';
import { Fold } from '../../kit';
import { useMessages } from '../../messages';
import { textOf } from '../files';
import styles from './Panel.module.css';

/** What the service will get, letter for letter. */
export function JsonFold({ document, name }: { document: LayoutDocument; name: string }) {
  const { editor } = useMessages();
  return (
    <div className={styles.json}>
      <Fold title={editor.json} testId="json-fold">
        <Json document={document} name={name} />
      </Fold>
    </div>
  );
}

function Json({ document, name }: { document: LayoutDocument; name: string }) {
  const { data } = useQuery({
    queryKey: ['layout-json', document],
    queryFn: () => textOf(document, 'json', name),
    placeholderData: (before) => before,
    gcTime: 0,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by keyboard
    <pre className={styles.code} data-testid="json" tabIndex={0}>
      {coloured(data ?? '')}
    </pre>
  );
}

/** Names, texts and numbers in colours of their own. */
function coloured(text: string): React.ReactNode[] {
  let at = 0;
  return text.split(/("[^"]*"(?=:)|"[^"]*"|-?\d[\d.]*)/).map((part) => {
    const key = at;
    const isName = part.startsWith('"') && text.startsWith(':', at + part.length);
    at += part.length;
    if (isName)
      return (
        <span key={key} className={styles.member}>
          {part}
        </span>
      );
    if (part.startsWith('"'))
      return (
        <span key={key} className={styles.text}>
          {part}
        </span>
      );
    if (/^-?\d/.test(part))
      return (
        <span key={key} className={styles.number}>
          {part}
        </span>
      );
    return part;
  });
}
