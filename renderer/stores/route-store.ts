import { createStore } from 'zustand/vanilla';

export const screens = ['live', 'sessions', 'deliveries', 'insights', 'endpoints', 'settings'] as const;
/** Reached from where the connection is spoken of, not from the list of screens. */
export const places = [...screens, 'connection'] as const;
export type Screen = (typeof places)[number];

export interface Route {
  screen: Screen;
  /** What is open on that screen. */
  id: string | null;
}

/** Where an endpoint's id would stand, while it is being made. */
export const newEndpoint = 'new';

export function parseRoute(hash: string): Route {
  const [name, id] = hash.replace(/^#\/?/, '').split('/');
  const screen = places.find((known) => known === name) ?? 'live';
  return { screen, id: id ? decode(id) : null };
}

export function routeHash(screen: Screen, id?: string | null): string {
  return id ? `#/${screen}/${encodeURIComponent(id)}` : `#/${screen}`;
}

export type RouteStore = ReturnType<typeof createRouteStore>;

/** The address bar is the truth; links and the back button both come through it. */
export function createRouteStore(page: Pick<Window, 'location' | 'addEventListener'>) {
  const store = createStore<Route>()(() => parseRoute(page.location.hash));
  page.addEventListener('hashchange', () => store.setState(parseRoute(page.location.hash)));
  return store;
}

export function go(screen: Screen, id?: string | null): void {
  window.location.hash = routeHash(screen, id);
}

function decode(id: string): string | null {
  try {
    return decodeURIComponent(id);
  } catch {
    return null;
  }
}
