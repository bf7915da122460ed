import type { Client } from '../client/client.ts';
import { batchPerFrame } from './frame-batch.ts';
import type { Stores } from './stores.ts';

/** All that connects the client to the stores. Pushes are heard before the first pages are asked for, so none is missed. */
export function wire({ on, link }: Client, stores: Stores): void {
  on('status', (status) => stores.status.getState().apply(status));
  // Also when it was asked for, not pushed.
  stores.status.subscribe(({ status }, before) => {
    if (status && status !== before.status) stores.unread.getState().apply(status);
  });
  on('alert', () => {
    if (link.get() !== 'up') stores.unread.getState().add();
  });
  on('endpoint', (endpoint) => stores.endpoints.getState().apply(endpoint));
  on('settings', (settings) => stores.settings.getState().apply(settings));
  on('notice', (notice) => stores.notices.getState().apply(notice));
  on(
    'agent',
    batchPerFrame((agents) => stores.agents.getState().apply(agents)),
  );

  on(
    'feed',
    batchPerFrame((events) => {
      stores.feed.getState().apply(events);
      stores.transcript.getState().apply(events);
    }),
  );
  on(
    'session',
    batchPerFrame((sessions) => {
      stores.alive.getState().apply(sessions);
      stores.sessions.getState().apply(sessions);
      stores.transcript.getState().applySessions(sessions);
      stores.seen.getState().apply(sessions);
    }),
  );
  on(
    'delivery',
    batchPerFrame((deliveries) => {
      stores.deliveries.getState().apply(deliveries);
      stores.refused.getState().apply(deliveries);
      stores.arrivals.getState().apply(deliveries);
    }),
  );
  on('reset', () => {
    stores.feed.getState().load();
    refreshRows(stores);
  });

  const follow = () => {
    stores.status.getState().setLink(link.get());
    if (link.get() === 'up') refreshAll(stores);
  };
  link.subscribe(follow);
  follow();
}

/** Only the feed is caught up by its stream; what else changed while the link was down is asked for. */
function refreshAll(stores: Stores): void {
  stores.status.getState().load();
  stores.endpoints.getState().load();
  stores.settings.getState().load();
  stores.notices.getState().load();
  stores.tunnels.getState().load();
  stores.agents.getState().load();
  stores.demo.getState().load();
  if (stores.feed.getState().phase !== 'ready') stores.feed.getState().load();
  refreshRows(stores);
}

function refreshRows(stores: Stores): void {
  const { apply: count } = stores.seen.getState();
  stores.alive
    .getState()
    .load()
    .then(() => count(stores.alive.getState().sessions));
  stores.sessions
    .getState()
    .load()
    .then(() => count(stores.sessions.getState().rows));
  stores.deliveries.getState().load();
  stores.refused.getState().load();
  stores.arrivals.getState().load();
  stores.transcript.getState().refresh();
}
