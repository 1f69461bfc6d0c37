import { Icon, type IconName } from '../kit';
import { useMessages } from '../messages';
import { showOverlay } from './overlay';
import { go, type PlaceName, useRoute } from './route';
import { useRunning } from './running';

const above: readonly PlaceName[] = ['record', 'live', 'layouts', 'library'];

export function Rail() {
  const { shell } = useMessages();
  return (
    <nav className="shell-rail" aria-label={shell.navigation}>
      {above.map((screen) => (
        <Place key={screen} screen={screen} />
      ))}
      <hr className="shell-line" />
      <Place screen="console" />
      <Place screen="accounts" />
      <span className="grow" />
      <button
        type="button"
        className="shell-place"
        data-testid="nav-help"
        title={shell.help}
        onClick={() => showOverlay({ kind: 'help' })}
      >
        <Icon name="help" />
        <span className="shell-word">{shell.help}</span>
      </button>
    </nav>
  );
}

function Place({ screen }: { screen: PlaceName }) {
  const { shell } = useMessages();
  const running = useRunning().length;
  const isHere = useRoute().screen === screen;
  const icon: IconName = screen;
  return (
    <button
      type="button"
      className="shell-place"
      aria-current={isHere ? 'page' : undefined}
      data-testid={`nav-${screen}`}
      title={shell.screens[screen]}
      onClick={() => go({ screen })}
    >
      <Icon name={icon} />
      <span className="shell-word">{shell.screens[screen]}</span>
      {screen === 'live' && running > 0 ? (
        <span className="shell-count">
          <span aria-hidden="true">{running}</span>
          <span className="visually-hidden">{shell.recordingCount(running)}</span>
        </span>
      ) : null}
    </button>
  );
}
