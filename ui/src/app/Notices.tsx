import { useNotices } from '../data';
import { Icon, IconButton } from '../kit';
import { useMessages } from '../messages';

export function Notices() {
  const { shell } = useMessages();
  const { shown, dismiss } = useNotices();
  return shown.map((notice) => (
    <div
      key={JSON.stringify(notice)}
      className="shell-notice"
      role="status"
      data-testid="notice"
      data-code={notice.code}
    >
      <Icon name="warn" />
      <span>{shell.notices[notice.code](notice.params)}</span>
      <IconButton
        label={shell.dismiss}
        icon="cross"
        variant="ghost"
        onPress={() => dismiss(notice)}
      />
    </div>
  ));
}
