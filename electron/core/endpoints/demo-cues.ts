import { playScript, roundMs } from '../vendors/script.ts';
import type { Sample } from '../vendors/vendor.ts';

export interface DemoCue {
  vendorId: string;
  /** Milliseconds after the first cue. */
  after: number;
  sample: Omit<Sample, 'at'>;
}

/** Told slowly enough to be read, and over before anybody is tired of it. */
export const demoMs = 28_000;

/**
 * The first conversation of the script, from its join to its last word, within `demoMs`.
 * The same seed gives the same one.
 */
export function demoCues(seed: number): DemoCue[] {
  const cues: DemoCue[] = [];
  let passed = 0;
  let began = 0;
  for (const { vendorId, delayMs, sample } of playScript(seed, 0)) {
    passed += delayMs;
    if (passed >= roundMs) break;
    const { at: _, ...rest } = sample;
    const first = cues[0];
    if (first && first.sample.sessionId !== rest.sessionId) continue;
    if (!first) began = passed;
    cues.push({ vendorId, after: passed - began, sample: rest });
  }
  const length = cues.at(-1)?.after ?? 0;
  return cues.map((cue) => ({ ...cue, after: length === 0 ? 0 : Math.round((cue.after / length) * demoMs) }));
}
