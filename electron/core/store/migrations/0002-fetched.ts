import type { Migration } from './migrations.ts';

/**
 * What makes an event that no delivery brought the same when it is fetched again. `key` is a hash. The index tells whether an
 * agent's event was told already; what belongs to a session has no place in it, so that what is said costs its commit nothing.
 */
export const fetched: Migration = {
  version: 2,
  sql: `
    CREATE TABLE fetched (
      endpoint_id TEXT NOT NULL,
      key TEXT NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (endpoint_id, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX fetched_seq ON fetched (seq);
    CREATE INDEX events_agent ON events (endpoint_id, kind, agent_id)
      WHERE session_id IS NULL AND agent_id IS NOT NULL;
  `,
};
