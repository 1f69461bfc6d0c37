import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useActionKeys } from '../actions';
import { useMessages } from '../messages';
import { Header } from './Header';
import { Notices } from './Notices';
import { Rail } from './Rail';
import { Resume } from './Resume';
import { useRoute } from './route';
import { Screen } from './Screen';
import { ScreenBoundary } from './ScreenBoundary';
import './shell.css';
import { useOverlay } from './overlay';

const Palette = lazy(() => import('./Palette'));
const Help = lazy(() => import('./Help'));
const StopDialog = lazy(() => import('./StopDialog'));

/** Header, rail and the screen that the person is on. `children` stand instead of a screen when there is trouble. */
export function Shell({ isReady, children }: { isReady: boolean; children: ReactNode }) {
  const { shell } = useMessages();
  const route = useRoute();
  const overlay = useOverlay((state) => state.overlay);
  const [attempt, setAttempt] = useState(0);
  useActionKeys();
  return (
    <div className="shell">
      <Header />
      <Rail />
      <main className="shell-main" data-testid={`screen-${route.screen}`}>
        <Notices />
        {isReady ? <Resume /> : null}
        {children}
        {isReady ? (
          <ScreenBoundary
            key={`${route.screen}-${attempt}`}
            onRetry={() => setAttempt(attempt + 1)}
          >
            <Suspense fallback={<p className="sub">{shell.loading}</p>}>
              <Screen route={route} />
            </Suspense>
          </ScreenBoundary>
        ) : null}
      </main>
      <Suspense fallback={null}>
        {overlay?.kind === 'palette' ? <Palette /> : null}
        {overlay?.kind === 'help' ? <Help /> : null}
        {overlay?.kind === 'stop' ? <StopDialog id={overlay.id} channel={overlay.channel} /> : null}
      </Suspense>
    </div>
  );
}
