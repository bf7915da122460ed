import type Database from 'better-sqlite3';
import type { DeliverySummary } from '../../../shared/events.ts';
import { dedupeKeyOfId } from './dedupe.ts';
import { type DeliveryRow, selectDeliveries, toSummary } from './rows.ts';

const MOST = 5;

/**
 * Deliveries by their id: ours, the whole or up to its dash, or the one that the vendor gave, which the index does not
 * hold. Newest first.
 */
export function createDeliveryFinder(db: Database.Database, storeId: string) {
  const byNumber = db.prepare(`${selectDeliveries} WHERE d.id = ?`);
  // A number that two ids share is told apart by the id itself; those newer than the table are few.
  const byVendorId = db.prepare(`${selectDeliveries} WHERE d.vendor_delivery_id = ? AND d.id IN (
      SELECT delivery_id FROM dedupe WHERE key = ? UNION ALL
      SELECT id FROM deliveries WHERE id > (SELECT folded_delivery FROM meta))
    ORDER BY d.id DESC LIMIT ${MOST}`);

  return (query: string): DeliverySummary[] => {
    const wanted = query.trim();
    if (wanted === '' || /\s/u.test(wanted)) return [];
    const [, n, store = ''] = /^d([1-9]\d{0,14})(?:-([0-9a-f]*))?$/i.exec(wanted) ?? [];
    const isOurs = n !== undefined && storeId.startsWith(store.toLowerCase());
    const rows = [
      ...(isOurs ? byNumber.all(Number(n)) : []),
      ...byVendorId.all(wanted, dedupeKeyOfId(wanted)),
    ] as DeliveryRow[];
    return rows.map((row) => toSummary(row, storeId));
  };
}
