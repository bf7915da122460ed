import { omitAbsent } from './omit-absent.ts';
import { type Scene, scenes } from './script-lines.ts';
import { seeded } from './seeded.ts';
import type { Sample } from './vendor.ts';

export interface Cue {
  vendorId: string;
  /** Wait so long after the cue before, in milliseconds. */
  delayMs: number;
  sample: Sample;
}

/** Milliseconds until the scenes begin anew. */
export const roundMs = 180_000;

/**
 * Sessions that overlap, as a busy day has them, for ever: each round has new session ids and other words.
 * The same seed gives the same script.
 * @param startsAt Milliseconds since the epoch; each sample's `at` follows from it and the delays.
 */
export function* playScript(seed: number, startsAt: number): Generator<Cue, never, undefined> {
  const random = seeded(seed);
  let last = 0;
  for (let round = 0; ; round += roundMs) {
    const cues = scenes.flatMap((scene) => playScene(scene, random)).sort((a, b) => a.atMs - b.atMs);
    for (const { vendorId, atMs, sample } of cues) {
      const now = round + atMs;
      yield { vendorId, delayMs: now - last, sample: { ...sample, at: startsAt + now } };
      last = now;
    }
  }
}

/** What happens in a scene, at milliseconds into the round. */
function playScene(scene: Scene, random: () => number) {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const values = pick(scene.cases) ?? {};
  const fill = (line: string) => line.replace(/\{(\w+)\}/g, (slot, name) => values[name] ?? slot);
  const sessionId = uuid(random);
  const agentId = fill(scene.agentId);
  let atMs = scene.startsAt * 1000;
  return scene.moments.map(({ after, kind, role, lines = [] }) => {
    atMs += Math.round(after * 1000 * (0.85 + 0.3 * random()));
    const line = pick(lines);
    const text = line === undefined ? undefined : capitalised(fill(line));
    return { vendorId: scene.vendorId, atMs, sample: omitAbsent({ kind, sessionId, agentId, role, text }) };
  });
}

/** A slot may begin a sentence. */
function capitalised(text: string): string {
  return /^[a-z]{2}/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function uuid(random: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', () => Math.floor(random() * 16).toString(16));
}
