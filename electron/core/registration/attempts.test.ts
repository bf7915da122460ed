import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError, type WireError } from '../../../shared/errors.ts';
import { VendorError } from '../vendors/vendor-api.ts';
import { createAttempts } from './attempts.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const busy = () => new VendorError('vendor_failed', 'It is down.', { mayPass: true });
const wrong = () => new VendorError('vendor_unauthorized', 'Enter it again.', { mayPass: false });

/** Tries that meet what is in `meets`, one after the other; nothing left means that they succeed. */
function tries(...meets: unknown[]) {
  const told: { error: WireError; final: boolean }[] = [];
  let count = 0;
  const attempts = createAttempts({
    stepNames: () => ['access', 'create'],
    work: (steps) =>
      steps.do('access', async () => {
        count++;
        const next = meets.shift();
        if (next instanceof Error) throw next;
        if (next) await next;
      }),
    changed: () => undefined,
    failed: (error, final) => told.push({ error, final }),
  });
  return { attempts, told, count: () => count };
}

test('a slip is tried again while a person waits', async () => {
  const { attempts, count } = tries(busy(), busy());
  const done = attempts.now();
  await vi.runAllTimersAsync();
  await done;
  expect([count(), attempts.shown()]).toEqual([3, {}]);
});

test('what only a person can mend is told at once, and not tried again', async () => {
  const { attempts, count } = tries(wrong());
  await expect(attempts.now()).rejects.toThrow('Enter it again.');
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(count()).toBe(1);
  expect(attempts.shown()).toEqual({
    failure: { error: { code: 'vendor_unauthorized', message: 'Enter it again.' }, mayPass: false },
    steps: [
      { step: 'access', state: 'failed' },
      { step: 'create', state: 'waiting' },
    ],
  });
});

test('what may pass is tried on with growing pauses, until it has passed', async () => {
  const { attempts, count } = tries(...Array.from({ length: 6 }, busy));
  const failed = expect(attempts.now()).rejects.toThrow('It is down.');
  await vi.advanceTimersByTimeAsync(2_000);
  await failed;
  expect(count()).toBe(3);
  const pauses: number[] = [];
  while (attempts.shown().nextTryAt !== undefined) {
    const pause = Date.parse(attempts.shown().nextTryAt ?? '') - Date.now();
    pauses.push(pause);
    await vi.advanceTimersByTimeAsync(pause);
  }
  expect(pauses.length).toBe(4);
  expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses);
  expect(attempts.shown()).toEqual({});
});

test('the vendor’s own word on when to come again is kept', async () => {
  const limited = new VendorError('vendor_rate_limited', 'Too many.', {
    mayPass: true,
    retryAfterMs: 90_000,
  });
  const { attempts, count } = tries(limited);
  await expect(attempts.now()).rejects.toThrow('Too many.');
  await vi.advanceTimersByTimeAsync(89_000);
  expect(count()).toBe(1);
  await vi.advanceTimersByTimeAsync(1_001);
  expect(count()).toBe(2);
});

test('never two at once: what is asked for meanwhile follows', async () => {
  const first = Promise.withResolvers<void>();
  const { attempts, count } = tries(first.promise);
  const now = attempts.now();
  await attempts.trigger();
  await attempts.trigger();
  expect([count(), attempts.isRunning()]).toEqual([1, true]);
  first.resolve();
  await now;
  await vi.runAllTimersAsync();
  expect([count(), attempts.isRunning()]).toEqual([2, false]);
});

test('a failure that nobody waits for is told', async () => {
  const { attempts, told } = tries(new AppError('no_credentials', 'Enter them.'));
  await attempts.trigger();
  expect(told).toEqual([{ error: { code: 'no_credentials', message: 'Enter them.' }, final: true }]);
});

test('after the stop nothing begins', async () => {
  const { attempts, count } = tries(busy());
  const failed = attempts.trigger();
  await failed;
  await attempts.stop();
  await attempts.trigger();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(count()).toBe(1);
});
