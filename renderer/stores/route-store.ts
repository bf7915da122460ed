import { createStore } from 'zustand/vanilla';

export const screens = ['live', 'sessions', 'deliveries', 'insights', 'endpoints', 'settings'] as const;
/** Reached from where the connection is spoken of, not from the list of screens. */
export const places = [...screens, 'connection'] as const;
export type Screen = (typeof places)[number];

export interface Route {
  screen: Screen;
  /** What is open on that screen. */
  id: string | null;
  /** The event in it that is to be seen first. */
  seq: number | null;
}

/** Where an endpoint's id would stand, while it is being made. */
export const newEndpoint = 'new';

const isSeq = /^[1-9]\d{0,14}$/;

export function parseRoute(hash: string): Route {
  const [name, id, at, seq = ''] = hash.replace(/^#\/?/, '').split('/');
  const screen = places.find((known) => known === name) ?? 'live';
  const known = id ? decode(id) : null;
  return { screen, id: known, seq: known !== null && at === 'at' && isSeq.test(seq) ? Number(seq) : null };
}

/** `#/sessions/<id>/at/<seq>`: the last two where one event of it is meant. */
export function routeHash(screen: Screen, id?: string | null, seq?: number | null): string {
  if (!id) return `#/${screen}`;
  return `#/${screen}/${encodeURIComponent(id)}${seq ? `/at/${seq}` : ''}`;
}

export type RouteStore = ReturnType<typeof createRouteStore>;

/** The address bar is the truth; links and the back button both come through it. */
export function createRouteStore(page: Pick<Window, 'location' | 'addEventListener'>) {
  const store = createStore<Route>()(() => parseRoute(page.location.hash));
  page.addEventListener('hashchange', () => store.setState(parseRoute(page.location.hash)));
  return store;
}

export function go(screen: Screen, id?: string | null, seq?: number | null): void {
  window.location.hash = routeHash(screen, id, seq);
}

function decode(id: string): string | null {
  try {
    return decodeURIComponent(id);
  } catch {
    return null;
  }
}
