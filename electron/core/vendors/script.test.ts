import { expect, test } from 'vitest';
import { asCall } from './as-call.ts';
import { findVendor, vendors } from './registry.ts';
import { type Cue, playScript, roundMs } from './script.ts';

const startsAt = 1_790_000_000_000;

/** The cues of so many rounds, in order. */
function play(seed: number, rounds = 1): Cue[] {
  const cues: Cue[] = [];
  for (const cue of playScript(seed, startsAt)) {
    if (cue.sample.at >= startsAt + rounds * roundMs) return cues;
    cues.push(cue);
  }
  return cues;
}

const sessionsOf = (cues: readonly Cue[]) => Map.groupBy(cues, ({ sample }) => sample.sessionId);

test('the same seed plays the same, another one something else', () => {
  expect(play(1, 2)).toEqual(play(1, 2));
  expect(play(1)).not.toEqual(play(2));
});

test('every cue is a delivery of its vendor that verifies and reads as what it says', () => {
  for (const { vendorId, sample } of play(3, 3)) {
    const vendor = findVendor(vendorId);
    const wire = vendor?.sample(sample);
    if (!vendor || !wire) throw new Error(`${vendorId} has no sample of ${sample.kind}`);
    const call = asCall(vendor.signForTest(wire, 'key', sample.at));
    expect(vendor.checkSignature(call, ['key'], sample.at)).toEqual({ valid: true });
    const [fact] = vendor.read(call).facts;
    expect(fact?.kind).toBe(sample.kind);
    if (sample.kind === 'chat.message') expect(fact?.data).toEqual({ role: sample.role, text: sample.text });
  }
});

test('every round has all the vendors, fits into its time and begins at once', () => {
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const cues = play(seed);
    expect(new Set(cues.map(({ vendorId }) => vendorId))).toEqual(
      new Set(vendors.map(({ info }) => info.id)),
    );
    expect(cues[0]?.delayMs).toBeLessThan(5_000);
    expect(cues.at(-1)?.sample.at).toBeGreaterThan(startsAt + roundMs * 0.8);
    expect(Math.min(...cues.map(({ delayMs }) => delayMs))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...cues.map(({ delayMs }) => delayMs))).toBeLessThan(20_000);
  }
});

test('the delays lead to the times', () => {
  let at = startsAt;
  for (const { delayMs, sample } of play(4, 2)) {
    at += delayMs;
    expect(sample.at).toBe(at);
  }
});

test('conversations overlap', () => {
  const spans = [...sessionsOf(play(5)).values()].map((cues) => cues.map(({ sample }) => sample.at));
  const halfTime = startsAt + roundMs / 2;
  const running = spans.filter((times) => Math.min(...times) < halfTime && Math.max(...times) > halfTime);
  expect(running.length).toBeGreaterThanOrEqual(4);
});

test('no session id comes twice', () => {
  const [once, thrice] = [sessionsOf(play(6)).size, sessionsOf(play(6, 3)).size];
  expect(thrice).toBe(once * 3);
});

test('the words are whole: no slot is left open, and two rounds do not say the same', () => {
  const texts = play(7, 10).flatMap(({ sample }) => [sample.text ?? '', sample.agentId]);
  expect(texts.filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
  const [first, second] = [play(7), play(7, 2).slice(play(7).length)];
  expect(first.map(({ sample }) => sample.text)).not.toEqual(second.map(({ sample }) => sample.text));
});
