import { go } from '../../app/route';
import { useContract } from '../../data';
import { setDraft } from '../../draft';
import { Button, Select } from '../../kit';
import { useMessages } from '../../messages';
import styles from './Record.module.css';
import type { RecordForm } from './useRecordForm';

const ADD = ':add';

export function SaveTo({ form }: { form: RecordForm }) {
  const { record, shell } = useMessages();
  const vendors = useContract().data?.vendors;
  const { setup, storages, words, check } = form;
  const isPractice = setup.accountId === 'practice';

  if (storages.length === 0 && !isPractice) {
    return (
      <div>
        <p className={styles.label}>{record.saveTo}</p>
        <Button icon="plus" onPress={() => go({ screen: 'accounts' })} testId="add-storage">
          {record.addStorage}
        </Button>
        <p className={styles.hint}>{record.noStorage}</p>
      </div>
    );
  }

  const items = storages.map((storage) => {
    if (storage.practice) return { id: storage.id, label: shell.practiceFolder };
    const vendor = vendors?.find((one) => one.vendor === storage.vendor);
    const region = vendor?.regions.find((one) => one.region === storage.region);
    return {
      id: storage.id,
      label: [storage.name, region?.code].filter(Boolean).join(' · '),
      description: [vendor?.name, storage.bucket].filter(Boolean).join(', '),
    };
  });
  // Without a channel there is no folder to speak of yet.
  const folder = setup.channel === '' ? undefined : check?.prefix;
  return (
    <Select
      label={record.saveTo}
      items={isPractice ? items : [...items, { id: ADD, label: record.addStorage }]}
      value={setup.storageId === '' ? null : setup.storageId}
      onChange={(id) => {
        if (id === ADD) go({ screen: 'accounts' });
        else setDraft({ storageId: id });
      }}
      hint={
        folder === undefined ? undefined : (
          <>
            {record.filesLand} <span className="mono">{folder}/</span>
          </>
        )
      }
      error={words.saveTo?.error}
      warn={words.saveTo?.warn}
      testId="save-to"
      issueTestId="issue-saveTo"
    />
  );
}
