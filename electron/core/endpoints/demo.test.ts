import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import type { SignedCall } from '../vendors/vendor.ts';
import { createDemo } from './demo.ts';
import { demoCues, demoMs } from './demo-cues.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

test.each([1, 2, 77])('a demo is one conversation, in order, over in time (seed %i)', (seed) => {
  const cues = demoCues(seed);
  expect(new Set(cues.map(({ sample }) => sample.sessionId)).size).toBe(1);
  expect(new Set(cues.map(({ vendorId }) => vendorId)).size).toBe(1);
  expect(cues[0]).toMatchObject({ after: 0, sample: { kind: 'session.joined' } });
  expect(cues.at(-1)?.after).toBe(demoMs);
  expect(cues.length).toBeGreaterThan(8);
  expect(cues.length).toBeLessThan(40);
  const times = cues.map(({ after }) => after);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(demoCues(seed)).toEqual(cues);
});

/** A door and a receiver that note what they are asked. */
function aDemo(deliver: (n: number) => Promise<string> = async (n) => `d${n}`) {
  const noted = { open: 0, opened: 0, calls: [] as SignedCall[] };
  const demo = createDemo({
    async lend() {
      noted.open += 1;
      noted.opened += 1;
      return {
        url: 'http://127.0.0.1:1/hooks/x',
        async close() {
          noted.open -= 1;
        },
      };
    },
    deliver(call) {
      noted.calls.push(call);
      return deliver(noted.calls.length);
    },
  });
  return { demo, noted };
}

test('asked twice it plays once; stopped, its door closes and nothing more is sent', async () => {
  const { demo, noted } = aDemo();
  const [one, two] = await Promise.all([demo.play(), demo.play()]);
  expect(one).toEqual(two);
  expect(await demo.play()).toEqual(one);
  expect(demo.state()).toEqual(one);
  expect(noted).toMatchObject({ open: 1, opened: 1 });
  expect(await demo.stop()).toEqual({ endsAt: null });
  const sent = noted.calls.length;
  expect(sent).toBe(1);
  expect(noted.open).toBe(0);
  expect(demo.state()).toEqual({ endsAt: null });
  await demo.play();
  expect(noted).toMatchObject({ open: 1, opened: 2 });
  await demo.stop();
});

test('a start that is refused says so and leaves no door', async () => {
  const { demo, noted } = aDemo(async () => {
    throw new AppError('receiver_down', 'No answer came.');
  });
  await expect(demo.play()).rejects.toMatchObject({ code: 'receiver_down' });
  expect(noted.open).toBe(0);
  expect(demo.state()).toEqual({ endsAt: null });
});

test('to stop what does not play is no error', async () => {
  expect(await aDemo().demo.stop()).toEqual({ endsAt: null });
});
