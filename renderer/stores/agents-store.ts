import { createStore } from 'zustand/vanilla';
import type { Agent } from '../../shared/events.ts';
import type { Call } from './call.ts';

/** Data URLs are large: only those that were looked at last stay. */
const mostPictures = 100;
const pictureUrl = /^data:image\/(png|jpeg|webp|gif|avif);base64,/;

export interface AgentsState {
  byId: ReadonlyMap<string, Agent>;
  /** Data URLs by agent; null where there is none, or where it could not be had. */
  pictures: ReadonlyMap<string, string | null>;
  load(): Promise<void>;
  apply(agents: Agent[]): void;
  /** Asks for a picture, once. */
  want(agentId: string): Promise<void>;
}

export type AgentsStore = ReturnType<typeof createAgentsStore>;

/** Who the agents' codes are, as far as the vendors tell. */
export function createAgentsStore(call: Call, most = mostPictures) {
  const asked = new Set<string>();

  return createStore<AgentsState>()((set, get) => ({
    byId: new Map(),
    pictures: new Map(),

    async load() {
      const reply = await call('agent.list', {});
      if (reply.ok) get().apply(reply.value.agents);
    },

    apply(agents) {
      const byId = new Map(get().byId);
      for (const agent of agents) {
        // Its picture may have come, or have changed, since it was asked for.
        const before = byId.get(agent.agentId);
        if (before && (before.name !== agent.name || before.hasPicture !== agent.hasPicture)) {
          asked.delete(agent.agentId);
        }
        byId.set(agent.agentId, agent);
      }
      set({ byId });
    },

    async want(agentId) {
      if (asked.has(agentId)) return;
      asked.add(agentId);
      const reply = await call('agent.picture', { agentId });
      if (!reply.ok) asked.delete(agentId);
      const told = reply.ok ? reply.value.picture : null;
      const pictures = new Map(get().pictures);
      pictures.delete(agentId);
      pictures.set(agentId, told !== null && pictureUrl.test(told) ? told : null);
      for (const oldest of [...pictures.keys()].slice(0, Math.max(0, pictures.size - most))) {
        pictures.delete(oldest);
        asked.delete(oldest);
      }
      set({ pictures });
    },
  }));
}
