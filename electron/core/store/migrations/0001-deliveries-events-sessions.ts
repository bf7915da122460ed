import type { Migration } from './migrations.ts';

/**
 * `deliveries` stays narrow, so that lists and the late note of the answer time touch few pages;
 * header lines and bytes live in `payloads`. What only lists and the look for duplicates need is entered in groups
 * (`fold.ts`). Times are milliseconds since the epoch.
 */
export const deliveriesEventsSessions: Migration = {
  version: 1,
  sql: `
    CREATE TABLE meta (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      store_id TEXT NOT NULL,
      last_delivery INTEGER NOT NULL,
      last_seq INTEGER NOT NULL,
      last_session INTEGER NOT NULL,
      folded_delivery INTEGER NOT NULL,
      folded_seq INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE deliveries (
      id INTEGER PRIMARY KEY,
      endpoint_id TEXT NOT NULL,
      vendor TEXT NOT NULL,
      received_at INTEGER NOT NULL,
      verdict TEXT NOT NULL,
      reason TEXT,
      status INTEGER NOT NULL,
      bytes INTEGER NOT NULL,
      answered_us INTEGER,
      duplicates INTEGER NOT NULL DEFAULT 0,
      conflict INTEGER NOT NULL DEFAULT 0,
      sample INTEGER NOT NULL DEFAULT 0,
      late INTEGER NOT NULL DEFAULT 0,
      vendor_delivery_id TEXT,
      dedupe INTEGER,
      body_hash BLOB NOT NULL,
      first_seq INTEGER,
      event_count INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX deliveries_refused ON deliveries (endpoint_id) WHERE verdict = 'rejected';
    CREATE INDEX deliveries_verdict ON deliveries (verdict) WHERE verdict <> 'verified';

    CREATE TABLE dedupe (
      key INTEGER NOT NULL,
      delivery_id INTEGER NOT NULL,
      PRIMARY KEY (key, delivery_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE delivery_filters (
      endpoint_id TEXT NOT NULL,
      id INTEGER NOT NULL,
      PRIMARY KEY (endpoint_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE event_filters (
      filter TEXT NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (filter, seq)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE payloads (
      delivery_id INTEGER PRIMARY KEY,
      headers TEXT NOT NULL,
      body BLOB NOT NULL
    ) STRICT;

    CREATE TABLE events (
      seq INTEGER PRIMARY KEY,
      endpoint_id TEXT NOT NULL,
      vendor TEXT NOT NULL,
      kind TEXT NOT NULL,
      source TEXT NOT NULL,
      occurred_at INTEGER NOT NULL,
      received_at INTEGER NOT NULL,
      session_id INTEGER,
      agent_id TEXT,
      delivery_id INTEGER,
      verified INTEGER NOT NULL,
      late INTEGER NOT NULL DEFAULT 0,
      data TEXT NOT NULL
    ) STRICT;
    CREATE INDEX events_session ON events (session_id, occurred_at) WHERE session_id IS NOT NULL;

    CREATE TABLE sessions (
      id INTEGER PRIMARY KEY,
      endpoint_id TEXT NOT NULL,
      vendor TEXT NOT NULL,
      vendor_session_id TEXT NOT NULL,
      agent_id TEXT,
      room TEXT,
      state TEXT NOT NULL,
      told TEXT NOT NULL,
      told_at INTEGER NOT NULL,
      started_at INTEGER NOT NULL,
      last_at INTEGER NOT NULL,
      ended_at INTEGER,
      received_at INTEGER NOT NULL,
      messages INTEGER NOT NULL,
      participants INTEGER,
      joined_at INTEGER,
      last_text TEXT,
      last_role TEXT,
      last_text_at INTEGER,
      sample INTEGER NOT NULL,
      last_seq INTEGER NOT NULL,
      UNIQUE (endpoint_id, vendor_session_id)
    ) STRICT;
    CREATE INDEX sessions_newest ON sessions (last_seq);
    CREATE INDEX sessions_state ON sessions (state, last_seq);
    CREATE INDEX sessions_open ON sessions (received_at) WHERE state <> 'ended';
  `,
};
