import type { Migration } from './migrations.ts';

/** What makes an event that no delivery brought the same when it is fetched again. `key` is a hash. */
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
  `,
};
