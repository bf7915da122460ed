import type { Migration } from './migrations.ts';

/** Deliveries that came again, for the figures: touched by no delivery that comes once. */
export const repeated: Migration = {
  version: 3,
  sql: `CREATE INDEX deliveries_repeated ON deliveries (received_at, duplicates) WHERE duplicates > 0;`,
};
