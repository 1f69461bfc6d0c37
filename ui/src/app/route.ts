import { create } from 'zustand';

export type Route =
  | { screen: 'record' }
  | { screen: 'live'; id?: string }
  | { screen: 'layouts'; id?: string }
  | { screen: 'library'; id?: string }
  | { screen: 'console' }
  | { screen: 'welcome' }
  | { screen: 'accounts'; id?: string };

export type ScreenName = Route['screen'];

/** Those that the rail leads to. */
export type PlaceName = Exclude<ScreenName, 'welcome'>;

export const screens: readonly PlaceName[] = [
  'record',
  'live',
  'layouts',
  'library',
  'console',
  'accounts',
];

const useRouteStore = create<{ route: Route }>(() => ({ route: { screen: 'record' } }));

/** Where the person is. */
export function useRoute(): Route {
  return useRouteStore((state) => state.route);
}

export function currentRoute(): Route {
  return useRouteStore.getState().route;
}

export function go(route: Route): void {
  useRouteStore.setState({ route });
}
