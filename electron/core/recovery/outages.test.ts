import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DAY, HOUR, NOW, tempDir } from '../store/testing/temp-store.ts';
import { createOutages, type Outage } from './outages.ts';
import { tempLog } from './testing/temp-log.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** One run of the app after another over the same folder, with a clock that stands still. */
function start(dir = tempDir()) {
  const begun: Outage[] = [];
  const { log } = tempLog();
  let now = NOW;
  let outcome = (_: Outage): Promise<void> => Promise.resolve();
  const file = join(dir, 'path.json');
  const run = () =>
    createOutages(
      dir,
      log,
      (outage) => {
        begun.push(outage);
        return outcome(outage);
      },
      () => now,
    );
  return {
    dir,
    file,
    begun,
    run,
    at(time: number): number {
      now = time;
      return time;
    },
    whenBegun(next: typeof outcome): void {
      outcome = next;
    },
    saved: () => JSON.parse(readFileSync(file, 'utf8')) as { provedAt: number; open: Outage[] },
    write: (content: unknown) =>
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content)),
  };
}

test('while the path is whole, and before it was for the first time, nothing is missing', () => {
  const { run, at, begun } = start();
  const outages = run();
  outages.lost();
  for (let i = 0; i < 10; i++) outages.proved(at(NOW + i * HOUR));
  expect(begun).toEqual([]);
});

test('a path that was lost is missing from its last proof to the next one', () => {
  const { run, at, begun } = start();
  const outages = run();
  outages.proved(at(NOW));
  outages.proved(at(NOW + 1000));
  at(NOW + 5000);
  outages.lost();
  outages.lost();
  outages.proved(at(NOW + 9000));
  outages.proved(at(NOW + 10_000));
  expect(begun).toEqual([{ from: NOW + 1000, to: NOW + 9000, cause: 'path' }]);
});

test('the time in which the app was closed is missing, also where the path is not whole at once', () => {
  const { run, at, begun } = start();
  const first = run();
  first.proved(at(NOW));
  first.stop();
  at(NOW + DAY);
  const second = run();
  second.lost();
  second.proved(at(NOW + DAY + 60_000));
  expect(begun).toEqual([{ from: NOW, to: NOW + DAY + 60_000, cause: 'closed' }]);
});

test('the last proof is saved now and then, and at a clean end', () => {
  const { run, at, saved } = start();
  const outages = run();
  outages.proved(at(NOW));
  outages.proved(at(NOW + 29_999));
  expect(saved().provedAt).toBe(NOW);
  outages.proved(at(NOW + 30_000));
  expect(saved().provedAt).toBe(NOW + 30_000);
  outages.proved(at(NOW + 40_000));
  outages.stop();
  expect(saved().provedAt).toBe(NOW + 40_000);
  // A clock that was set back does not stop the saving.
  outages.proved(at(NOW - HOUR));
  expect(saved().provedAt).toBe(NOW - HOUR);
});

test('a run that never saw a path leaves what was known', () => {
  const { run, at, saved, begun } = start();
  run().proved(at(NOW));
  at(NOW + HOUR);
  run().stop();
  expect(saved().provedAt).toBe(NOW);
  run().proved(at(NOW + DAY));
  expect(begun).toEqual([{ from: NOW, to: NOW + DAY, cause: 'closed' }]);
});

test('a clock that was set back leaves no time that is missing, and then goes on as ever', () => {
  const { run, at, begun } = start();
  const outages = run();
  outages.proved(at(NOW));
  outages.lost();
  outages.proved(at(NOW - HOUR));
  expect(begun).toEqual([]);
  outages.lost();
  outages.proved(at(NOW - HOUR + 5000));
  expect(begun).toEqual([{ from: NOW - HOUR, to: NOW - HOUR + 5000, cause: 'path' }]);
  const next = start();
  next.write({ version: 1, provedAt: NOW + DAY });
  next.run().proved(NOW);
  expect(next.begun).toEqual([]);
});

test.each<[string, unknown]>([
  ['no JSON', '{'],
  ['nothing', ''],
  ['a list', []],
  ['another version', { version: 2, provedAt: NOW - HOUR }],
  ['a text', { version: 1, provedAt: 'yesterday' }],
  ['null', { version: 1, provedAt: null }],
  ['outages of nonsense', { version: 1, provedAt: NOW - HOUR, open: [{ from: 'x' }] }],
])('%s in the file: no outage, and the path is known again from now on', (_, content) => {
  const { run, at, begun, write, saved, dir } = start();
  write(content);
  const outages = run();
  outages.proved(at(NOW));
  expect(begun).toEqual([]);
  expect(saved().provedAt).toBe(NOW);
  expect(readdirSync(dir).filter((name) => name.includes('damaged'))).toHaveLength(1);
});

test.each([0, -1, -1e300, NOW - 31 * DAY])('since %d is thirty days', (provedAt) => {
  const { run, at, begun, write } = start();
  write({ version: 1, provedAt });
  run().proved(at(NOW));
  expect(begun).toEqual([{ from: NOW - 30 * DAY, to: NOW, cause: 'closed' }]);
});

test('a file that cannot be read or written is no reason to fail', () => {
  const { run, at, begun, file } = start();
  mkdirSync(file);
  const outages = run();
  outages.proved(at(NOW));
  outages.lost();
  outages.proved(at(NOW + 5000));
  outages.stop();
  expect(begun).toEqual([{ from: NOW, to: NOW + 5000, cause: 'path' }]);
});

test('what was not looked for to the end is begun again at the next start, when there is a path', async () => {
  const { run, at, begun, whenBegun, saved } = start();
  const first = run();
  first.proved(at(NOW));
  whenBegun(() => new Promise(() => undefined));
  first.lost();
  first.proved(at(NOW + 5000));
  whenBegun(() => Promise.reject(new Error('the disk is full')));
  first.lost();
  first.proved(at(NOW + 9000));
  whenBegun(() => Promise.resolve());
  first.lost();
  first.proved(at(NOW + 12_000));
  await turn();
  const left = [
    { from: NOW, to: NOW + 5000, cause: 'path' },
    { from: NOW + 5000, to: NOW + 9000, cause: 'path' },
  ];
  expect(saved().open).toEqual(left);

  const second = run();
  second.stop();
  expect(saved().open).toEqual(left);
  begun.length = 0;
  const third = run();
  third.proved(at(NOW + DAY));
  expect(begun).toEqual([...left, { from: NOW + 12_000, to: NOW + DAY, cause: 'closed' }]);
  await turn();
  third.proved(at(NOW + DAY + 1000));
  expect(begun).toHaveLength(3);
  expect(saved().open).toEqual([]);
});

test('of those that are left some are begun again, and none that cannot be', () => {
  const { run, at, begun, whenBegun, saved, write } = start();
  whenBegun(() => new Promise(() => undefined));
  const outages = run();
  outages.proved(at(NOW));
  for (let i = 1; i <= 30; i++) {
    outages.lost();
    outages.proved(at(NOW + i * 1000));
  }
  expect(begun).toHaveLength(30);
  expect(saved().open.map(({ to }) => to)).toEqual(
    Array.from({ length: 20 }, (_, i) => NOW + (11 + i) * 1000),
  );
  begun.length = 0;
  const cause = 'path';
  const open = [
    { from: NOW, to: NOW, cause },
    { from: NOW + 5, to: NOW, cause },
    { from: NOW - 40 * DAY, to: NOW - 5, cause },
    { from: NOW - 40 * DAY, to: NOW - 39 * DAY, cause },
    { from: NOW, to: NOW + DAY, cause },
    { from: NOW - 10, to: NOW - 5, cause },
  ];
  write({ version: 1, provedAt: NOW, open });
  run().proved(at(NOW));
  expect(begun).toEqual([{ from: NOW - 10, to: NOW - 5, cause }]);
});
