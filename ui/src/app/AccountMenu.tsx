import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import type { Account } from '../bridge';
import { useAccounts, useSettings } from '../data';
import { Icon } from '../kit';
import { type Messages, useMessages } from '../messages';
import { go } from './route';
import { useChange } from './useChange';

const MANAGE = ':manage';

/** Chooses the account that new recordings use. */
export function AccountMenu() {
  const { shell } = useMessages();
  const { settings, isKnown } = useSettings();
  const change = useChange();
  const accounts = useAccounts().data ?? [];
  const chosen = isKnown
    ? accounts.find((account) => account.id === settings.accountId)
    : undefined;
  const name = chosen ? accountName(shell, chosen) : shell.account;
  return (
    <MenuTrigger>
      <Button
        className="shell-account"
        aria-label={shell.accountOf(name)}
        data-testid="account-menu"
      >
        <Light account={chosen} />
        <span className="ellipsis">{name}</span>
        <Icon name="chevron" size={13} />
      </Button>
      <Popover className="shell-menu" placement="bottom end">
        <Menu
          onAction={(key) => {
            if (key === MANAGE) go({ screen: 'accounts' });
            else change({ accountId: String(key) });
          }}
        >
          <MenuSection selectionMode="single" selectedKeys={[settings.accountId]}>
            <Header className="shell-menu-title">{shell.account}</Header>
            {accounts.map((account) => (
              <MenuItem
                key={account.id}
                id={account.id}
                textValue={accountName(shell, account)}
                className="shell-menu-item"
                data-testid={`account-${account.id}`}
              >
                <Light account={account} />
                <Text slot="label" className="ellipsis">
                  {accountName(shell, account)}
                </Text>
                <span className="shell-menu-check">
                  {account.id === settings.accountId ? <Icon name="check" size={14} /> : null}
                </span>
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="shell-menu-line" />
          <MenuItem id={MANAGE} className="shell-menu-item" data-testid="manage-accounts">
            <Icon name="accounts" size={14} />
            <Text slot="label">{shell.manageAccounts}</Text>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

export function accountName(shell: Messages['shell'], account: Account): string {
  return account.practice ? shell.practiceAccount : account.name;
}

/** Green where the last check went well: a filled circle, a ring, or a square, so that colour is not alone. */
function Light({ account }: { account: Account | undefined }) {
  const { shell } = useMessages();
  if (account === undefined || account.practice) {
    return <span className="shell-light" data-look="practice" aria-hidden="true" />;
  }
  const look = account.check === null ? 'unknown' : account.check.ok ? 'ok' : 'bad';
  const words = { unknown: shell.accountUnchecked, ok: shell.accountOk, bad: shell.accountBad };
  return <span className="shell-light" data-look={look} role="img" aria-label={words[look]} />;
}
