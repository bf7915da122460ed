/** Rows of the feed, newest first, each `seq` once. */
interface Numbered {
  seq: number;
}

/** Both lists as one, newest first. Either may be in any order and hold what the other holds. */
export function mergeBySeq<Row extends Numbered>(rows: readonly Row[], more: readonly Row[]): Row[] {
  const bySeq = new Map<number, Row>();
  for (const row of rows) bySeq.set(row.seq, row);
  for (const row of more) bySeq.set(row.seq, row);
  return [...bySeq.values()].sort((a, b) => b.seq - a.seq);
}

export interface Trimmed<Row> {
  rows: Row[];
  /** How many were let go. */
  dropped: number;
}

export function dropOldest<Row>(rows: Row[], most: number): Trimmed<Row> {
  return { rows: rows.slice(0, most), dropped: Math.max(0, rows.length - most) };
}

export function dropNewest<Row>(rows: Row[], most: number): Trimmed<Row> {
  const dropped = Math.max(0, rows.length - most);
  return { rows: rows.slice(dropped), dropped };
}
