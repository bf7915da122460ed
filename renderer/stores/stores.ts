import { createAgentsStore } from './agents-store.ts';
import { createAliveStore } from './alive-store.ts';
import { createArrivalsStore } from './arrivals-store.ts';
import type { Call } from './call.ts';
import { createDecisionsStore } from './decisions-store.ts';
import { createDeliveriesStore } from './deliveries-store.ts';
import { createDemoStore } from './demo-store.ts';
import { createEndpointsStore } from './endpoints-store.ts';
import { createFeedStore } from './feed-store.ts';
import { createFindStore } from './find-store.ts';
import { createFirstRunStore } from './first-run-store.ts';
import { createInsightsStore } from './insights-store.ts';
import { createMenuStore } from './menu-store.ts';
import { createNamedStore } from './named-store.ts';
import { createNoticesStore } from './notices-store.ts';
import { createOverlayStore } from './overlay-store.ts';
import { createRefusedStore } from './refused-store.ts';
import { createRevealedStore } from './revealed-store.ts';
import { createSaidStore } from './said-store.ts';
import { createSeenStore } from './seen-store.ts';
import { createSessionsStore } from './sessions-store.ts';
import { createSettingsStore } from './settings-store.ts';
import { createShownSessionStore } from './shown-session-store.ts';
import { createStatusStore } from './status-store.ts';
import { createTranscriptStore } from './transcript-store.ts';
import { createTunnelsStore } from './tunnels-store.ts';
import { createUndoStore } from './undo-store.ts';
import { createUnreadStore } from './unread-store.ts';
import { createWantedStore } from './wanted-store.ts';

export type Stores = ReturnType<typeof createStores>;

export function createStores(call: Call) {
  return {
    status: createStatusStore(call),
    endpoints: createEndpointsStore(call),
    feed: createFeedStore(call),
    alive: createAliveStore(call),
    sessions: createSessionsStore(call),
    transcript: createTranscriptStore(call),
    deliveries: createDeliveriesStore(call),
    refused: createRefusedStore(call),
    settings: createSettingsStore(call),
    notices: createNoticesStore(call),
    tunnels: createTunnelsStore(call),
    agents: createAgentsStore(call),
    arrivals: createArrivalsStore(call),
    insights: createInsightsStore(call),
    menu: createMenuStore(),
    said: createSaidStore(),
    seen: createSeenStore(),
    revealed: createRevealedStore(),
    decisions: createDecisionsStore(call),
    shownSession: createShownSessionStore(),
    unread: createUnreadStore(),
    named: createNamedStore(call),
    find: createFindStore(call),
    overlay: createOverlayStore(),
    undo: createUndoStore(),
    demo: createDemoStore(call),
    firstRun: createFirstRunStore(),
    wanted: createWantedStore(),
  };
}
