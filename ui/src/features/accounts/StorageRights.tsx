import { Button, Fold, toast } from '../../kit';
import { useMessages } from '../../messages';
import { copyText } from '../../recordings/copy';
import { rightsFor } from './policy';
import styles from './StorageRights.module.css';

/** The least that the storage's key must be allowed, to copy. */
export function StorageRights({
  vendor,
  bucket,
  region,
}: {
  vendor: number;
  bucket: string;
  /** The provider's own code. */
  region: string | null;
}) {
  const m = useMessages();
  const words = m.storages.rights;
  const { policy, cors } = rightsFor(vendor, bucket, region);
  return (
    <Fold title={words.title} testId="storage-rights">
      <div className={styles.rights}>
        <p className="sub">{words.intro}</p>
        {policy === null ? (
          <p>{words.role(words.roles[vendor] ?? words.roleOther)}</p>
        ) : (
          <Text name={words.policy} text={policy} copied={words.policyCopied} />
        )}
        {cors === null ? null : (
          <>
            <p className="sub">{words.corsIntro}</p>
            <Text name={words.cors} text={cors} copied={words.corsCopied} />
          </>
        )}
      </div>
    </Fold>
  );
}

function Text({ name, text, copied }: { name: string; text: string; copied: string }) {
  const m = useMessages();
  const copy = async () => {
    const isThere = await copyText(text);
    toast(isThere ? copied : m.shell.copyFailed, isThere ? {} : { tone: 'bad' });
  };
  return (
    <div className={styles.text}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={styles.raw} tabIndex={0} aria-label={name}>
        <pre>{text}</pre>
      </section>
      <Button size="sm" icon="copy" onPress={copy}>
        {m.storages.rights.copy(name)}
      </Button>
    </div>
  );
}
