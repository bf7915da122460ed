export interface Span {
  from: number;
  /** Inclusive: a session of one moment was there. */
  to: number;
}

/** The most spans at one time in each slot. @param starts of the slots, ascending; the last one ends at `end` */
export function mostAtOnce(spans: readonly Span[], starts: readonly number[], end: number): number[] {
  const begins = spans.map(({ from }) => from).sort((a, b) => a - b);
  const ends = spans.map(({ to }) => to).sort((a, b) => a - b);
  let open = 0;
  let begun = 0;
  let ended = 0;
  return starts.map((start, index) => {
    const until = starts[index + 1] ?? end;
    // What ended before the slot is not in it; what ends in it is.
    while (ended < ends.length && (ends[ended] ?? 0) < start) {
      while (begun < begins.length && (begins[begun] ?? 0) <= (ends[ended] ?? 0)) {
        open += 1;
        begun += 1;
      }
      open -= 1;
      ended += 1;
    }
    while (begun < begins.length && (begins[begun] ?? 0) <= start) {
      open += 1;
      begun += 1;
    }
    let most = open;
    while (begun < begins.length && (begins[begun] ?? 0) < until) {
      const at = begins[begun] ?? 0;
      while (ended < ends.length && (ends[ended] ?? 0) < at) {
        open -= 1;
        ended += 1;
      }
      open += 1;
      begun += 1;
      most = Math.max(most, open);
    }
    return most;
  });
}
