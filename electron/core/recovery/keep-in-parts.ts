import type { Fetched, Kept } from '../store/arrival.ts';

/** Facts in one commit: vendors wait for the thread that writes them. */
const PART = 500;

/** Keeps what was fetched part by part, the gap with the last one; what is kept twice is kept once. */
export async function keepInParts(
  keep: (fetched: Fetched) => Promise<Kept>,
  { gap, ...fetched }: Fetched,
): Promise<Kept> {
  const facts = fetched.facts.toSorted((a, b) => a.occurredAt - b.occurredAt);
  let added = 0;
  for (; facts.length > PART; ) {
    added += (await keep({ ...fetched, facts: facts.splice(0, PART) })).added;
  }
  if (facts.length === 0 && !gap) return { added, gap: false };
  const last = await keep({ ...fetched, facts, ...(gap && { gap: { ...gap, recovered: added } }) });
  return { added: added + last.added, gap: last.gap };
}
