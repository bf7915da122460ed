import type { Migration } from './migrations.ts';

/**
 * Whether an agent's event was told already. What belongs to a session has no place in it, so that what is said costs
 * its commit nothing.
 */
export const agentEvents: Migration = {
  version: 3,
  sql: `
    CREATE INDEX events_agent ON events (endpoint_id, kind, agent_id)
      WHERE session_id IS NULL AND agent_id IS NOT NULL;
  `,
};
