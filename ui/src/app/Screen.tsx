import { lazy } from 'react';
import type { Route, ScreenName } from './route';

const screens: Record<ScreenName, React.LazyExoticComponent<() => React.ReactNode>> = {
  record: lazy(() => import('../features/record/RecordScreen')),
  live: lazy(() => import('../features/live/LiveScreen')),
  layouts: lazy(() => import('../features/layouts/LayoutsScreen')),
  library: lazy(() => import('../features/library/LibraryScreen')),
  console: lazy(() => import('../features/console/ConsoleScreen')),
  welcome: lazy(() => import('../features/welcome/WelcomeScreen')),
  accounts: lazy(() => import('../features/accounts/AccountsScreen')),
};

export function Screen({ route }: { route: Route }) {
  const Shown = screens[route.screen];
  return <Shown />;
}
