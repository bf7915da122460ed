import { hash } from 'node:crypto';
import type Database from 'better-sqlite3';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What makes a delivery the same as another one. */
export interface Identity {
  endpointId: string;
  receivedAt: number;
  /** SHA-256 of the body. */
  bodyHash: Buffer;
  /** The vendor's own id; without one, an equal body within 24 h is the same delivery. */
  deliveryId?: string;
}

interface Candidate {
  id: number;
  endpoint_id: string;
  received_at: number;
  body_hash: Buffer;
  vendor_delivery_id: string | null;
}

/** 48 bits of a hash: small enough for an index that is mostly cache; what it finds is compared in full. */
export function dedupeKey({ bodyHash, deliveryId }: Identity): number {
  return deliveryId === undefined ? bodyHash.readUIntBE(0, 6) : dedupeKeyOfId(deliveryId);
}

/** @param deliveryId the vendor's own */
export function dedupeKeyOfId(deliveryId: string): number {
  return hash('sha256', deliveryId, 'buffer').readUIntBE(0, 6);
}

/**
 * Finds the deliveries that one may repeat. Those that are not in the table yet (`fold.ts`) are kept in memory; after a
 * crash they are read again.
 */
export function dedupeIndex(db: Database.Database) {
  const newer = db.prepare('SELECT dedupe, id FROM deliveries WHERE id > ? AND dedupe IS NOT NULL').raw();
  const inTable = db.prepare('SELECT delivery_id FROM dedupe WHERE key = ?').pluck();
  const enter = db.prepare('INSERT OR IGNORE INTO dedupe (key, delivery_id) VALUES (?, ?)');
  // Refused ones have no key; one whose admission was rolled back may still stand in `recent`.
  const one = db.prepare(`
    SELECT id, endpoint_id, received_at, body_hash, vendor_delivery_id FROM deliveries
    WHERE id = ? AND dedupe IS NOT NULL`);

  let recent = new Map<number, number[]>();
  let folded = -1;
  /** The newest delivery that `recent` may hold. */
  let known = 0;

  function reload(from: number): void {
    recent = new Map();
    folded = from;
    known = from;
    for (const [key, id] of newer.all(folded) as [number, number][]) remember(key, id);
  }

  function remember(key: number, id: number): void {
    const ids = recent.get(key);
    if (ids) ids.push(id);
    else recent.set(key, [id]);
    known = Math.max(known, id);
  }

  return {
    /** Call first in each transaction: forgets what a rolled back one had entered, and what is in the table by now. */
    begin(lastDelivery: number, foldedDelivery: number): void {
      if (known > lastDelivery || folded !== foldedDelivery) reload(foldedDelivery);
    },

    /** The first earlier delivery that is the same call, or whether one carries the same id with another body. */
    find(identity: Identity, key: number): { same?: number; conflict: boolean } {
      const ids = [...(inTable.all(key) as number[]), ...(recent.get(key) ?? [])];
      if (ids.length === 0) return { conflict: false };
      const candidates = [...new Set(ids)]
        .sort((a, b) => a - b)
        .map((id) => one.get(id) as Candidate | undefined)
        .filter((row) => row !== undefined && isComparable(identity, row)) as Candidate[];
      const same = candidates.find((row) => row.body_hash.equals(identity.bodyHash));
      return same ? { same: same.id, conflict: false } : { conflict: candidates.length > 0 };
    },

    /** After the delivery's own row. */
    add(key: number, id: number): void {
      if (id <= folded) enter.run(key, id);
      else remember(key, id);
    },
  };
}

function isComparable(identity: Identity, row: Candidate): boolean {
  if (row.endpoint_id !== identity.endpointId) return false;
  if (identity.deliveryId !== undefined) return row.vendor_delivery_id === identity.deliveryId;
  return row.vendor_delivery_id === null && Math.abs(identity.receivedAt - row.received_at) <= DAY_MS;
}
