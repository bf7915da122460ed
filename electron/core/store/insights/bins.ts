/** Each bin is so much wider than the one before: what is read out of them is off by half of that at the most. */
const STEP = Math.log(1.05);

/** The bin of a time in milliseconds. */
export function binOf(ms: number): number {
  return Math.round(Math.log(Math.max(0, ms) + 1) / STEP);
}

/** The time in the middle of a bin, in milliseconds. */
export function middleOf(bin: number): number {
  return Math.exp(bin * STEP) - 1;
}

/** The times below which these shares lie; null where there are none. @param bins by bin, in any order */
export function quantiles(
  bins: readonly { bin: number; n: number }[],
  shares: readonly number[],
): (number | null)[] {
  const sorted = [...bins].sort((a, b) => a.bin - b.bin);
  const count = sorted.reduce((sum, { n }) => sum + n, 0);
  return shares.map((share) => {
    let left = share * count;
    for (const { bin, n } of sorted) {
      left -= n;
      if (left <= 0) return middleOf(bin);
    }
    return null;
  });
}
