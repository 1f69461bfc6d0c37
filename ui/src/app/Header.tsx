import { useSettings } from '../data';
import { useMessages } from '../messages';
import { AccountMenu } from './AccountMenu';
import { go } from './route';
import { useRunning } from './running';

export function Header() {
  const { shell } = useMessages();
  const { settings, isKnown } = useSettings();
  const running = useRunning().length;
  return (
    <header className="shell-top">
      <span className="shell-brand">
        <span className="shell-mark" aria-hidden="true" />
        {shell.brand}
      </span>
      {isKnown && settings.accountId === 'practice' ? (
        <span className="shell-practice" data-testid="practice-badge" title={shell.practiceMeaning}>
          <span className="shell-half" aria-hidden="true" />
          {shell.practice}
        </span>
      ) : null}
      <span className="grow" />
      {running > 0 ? (
        <button
          type="button"
          className="shell-tally"
          data-testid="tally"
          title={shell.openLive}
          onClick={() => go({ screen: 'live' })}
        >
          <span className="shell-dot" aria-hidden="true" />
          {shell.recordingCount(running)}
        </button>
      ) : null}
      <AccountMenu />
    </header>
  );
}
