import type { WelcomeStep } from '../../bridge';
import { Button } from '../../kit';
import { useMessages } from '../../messages';
import { CheckStep } from './CheckStep';
import { ConnectStep } from './ConnectStep';
import { LayoutStep } from './LayoutStep';
import { PlayStep } from './PlayStep';
import { RecordStep } from './RecordStep';
import { StartStep } from './StartStep';
import { useWelcome, type Walk } from './useWelcome';
import styles from './Welcome.module.css';

const way: readonly WelcomeStep[] = ['start', 'check', 'layout', 'record', 'play'];

/** From a fresh app to a recording that plays, in five steps. */
export default function WelcomeScreen() {
  const { welcome: words } = useMessages();
  const walk = useWelcome();
  // Connecting is a part of the first step.
  const at = Math.max(0, way.indexOf(walk.step));
  return (
    <div className={styles.screen} data-testid="welcome" data-step={walk.step}>
      <header className={styles.head}>
        <div className="grow">
          <p className={styles.place}>{words.stepOf(at + 1, way.length)}</p>
          <h1>{walk.step === 'start' ? words.title : words.steps[walk.step]}</h1>
        </div>
        <Button variant="ghost" onPress={walk.leave} testId="welcome-leave">
          {walk.step === 'start' ? words.skip : words.leave}
        </Button>
      </header>
      <Step walk={walk} />
    </div>
  );
}

function Step({ walk }: { walk: Walk }) {
  switch (walk.step) {
    case 'connect':
      return <ConnectStep walk={walk} />;
    case 'check':
      return <CheckStep walk={walk} />;
    case 'layout':
      return <LayoutStep walk={walk} />;
    case 'record':
      return <RecordStep walk={walk} />;
    case 'play':
      return <PlayStep walk={walk} />;
    default:
      return <StartStep walk={walk} />;
  }
}
