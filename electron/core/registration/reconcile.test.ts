import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../files/testing/temp-folder.ts';
import { createArrivals } from './arrivals.ts';
import { openJournal } from './journal.ts';
import { type Run, reconcile, removeAll } from './reconcile.ts';
import { createSteps } from './steps.ts';
import { Crash, memoryVendor } from './testing/memory-vendor.ts';

const key = 'k'.repeat(32);
const id = 'ep_1';
const at = (host: string) => `https://${host}.example/hooks/${key}`;
const arrived = '2026-03-04T05:06:07.000Z';

/** A computer whose journal and vault are kept on disk and in `vault`, and whose process can end at any point. */
function aComputer(kind: 'once' | 'readable') {
  const folder = tempFolder();
  const vendor = memoryVendor(kind);
  const vault: string[] = [];
  /** As a process that has just started: nothing is known but what was kept. */
  const run = (url: string, more: Partial<Run> = {}): Run => {
    const journal = openJournal(folder);
    return {
      endpointId: id,
      key,
      url,
      enabled: true,
      events: [],
      api: vendor.api,
      journal: {
        ...journal,
        note(of, change) {
          vendor.point();
          journal.note(of, change);
          vendor.point();
        },
      },
      steps: createSteps(['switch', 'create', 'secret', 'test', 'clean'], () => undefined),
      arrivals: createArrivals(),
      secret: () => vault.at(-1),
      async saveSecret(secret) {
        vendor.point();
        vault.push(secret);
        vendor.point();
      },
      sendTest: async () => arrived,
      ...more,
    };
  };
  return { vendor, vault, run, folder };
}

describe.each(['once', 'readable'] as const)('a vendor whose secret is %s', (kind) => {
  test('ends with one registration, whose secret is kept', async () => {
    const { vendor, vault, run } = aComputer(kind);
    expect(await reconcile(run(at('a')))).toBe(arrived);
    expect(vendor.kept).toMatchObject([{ url: at('a'), secret: vault.at(-1) }]);
    await reconcile(run(at('a')));
    expect(vault).toHaveLength(1);
    expect(run(at('a')).journal.of(id)).toMatchObject({ creating: false, made: [vendor.kept[0]?.ref] });
  });

  test('follows fifty addresses', async () => {
    const { vendor, vault, run } = aComputer(kind);
    for (let i = 0; i < 50; i++) await reconcile(run(at(`host-${i}`)));
    expect(vendor.kept).toMatchObject([{ url: at('host-49'), secret: vault.at(-1) }]);
    expect(vault).toHaveLength(kind === 'once' ? 50 : 1);
  });

  test('somebody else’s stay', async () => {
    const { vendor, run } = aComputer(kind);
    const other = {
      ref: 'x',
      url: 'https://other.example/hooks/theirs',
      events: [],
      active: true,
      secret: 't',
    };
    vendor.kept.push(other);
    await reconcile(run(at('a')));
    await reconcile(run(at('b')));
    expect(vendor.kept).toContainEqual(other);
    expect(vendor.kept).toHaveLength(2);
  });

  test('a crash at any point of register and re-register: the next start ends with one, and a secret that works', async () => {
    const point = fc.integer({ min: 0, max: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(point, fc.constantFrom('a', 'b', 'c')), { maxLength: 6 }),
        async (lives) => {
          const { vendor, vault, run } = aComputer(kind);
          for (const [points, host] of lives) {
            vendor.crashAfter(points);
            await reconcile(run(at(host))).catch((error) => {
              if (!(error instanceof Crash)) throw error;
            });
          }
          vendor.live();
          await reconcile(run(at('end')));
          expect(vendor.kept).toMatchObject([{ url: at('end'), active: true, secret: vault.at(-1) }]);
          expect(run(at('end')).journal.of(id).made).toEqual(vendor.kept.map(({ ref }) => ref));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the journal was lost: ours is known by its key', async () => {
    const { vendor, vault, run } = aComputer(kind);
    await reconcile(run(at('a')));
    const lost = openJournal(tempFolder());
    await reconcile(run(at('a'), { journal: lost }));
    expect(vendor.kept).toMatchObject([{ url: at('a'), secret: vault.at(-1) }]);
  });

  test('it is all taken back, and a crash meanwhile is mended by the next try', async () => {
    const { vendor, run } = aComputer(kind);
    await reconcile(run(at('a')));
    vendor.crashAfter(1);
    const cut = run(at('a'));
    await expect(removeAll(cut, cut.journal.of(id).made)).rejects.toThrow(Crash);
    vendor.live();
    const next = run(at('a'));
    await removeAll(next, next.journal.of(id).made);
    expect([vendor.kept, next.journal.of(id).made]).toEqual([[], []]);
  });
});

test('a paused endpoint keeps its registration and its secret, and nothing needs to arrive', async () => {
  const { vendor, vault, run } = aComputer('readable');
  await reconcile(run(at('a')));
  expect(await reconcile(run(at('a'), { enabled: false }))).toBeUndefined();
  expect(vendor.kept).toMatchObject([{ active: false }]);
  await reconcile(run(at('a')));
  expect(vendor.kept).toMatchObject([{ active: true, secret: vault.at(-1) }]);
  expect(vault).toHaveLength(1);
});

describe('a test of the vendor’s own', () => {
  test('counts when it has arrived here, not when the vendor says so', async () => {
    const { vendor, run } = aComputer('once');
    const arrivals = createArrivals();
    const tested = async () => {
      arrivals.reached([{ endpointId: id, at: arrived, test: true }]);
      return { delivered: true, status: 200, attempts: 1 };
    };
    expect(await reconcile(run(at('a'), { api: { ...vendor.api, test: tested }, arrivals }))).toBe(arrived);
  });

  test('that was refused is a failure; refused for its secret, the next try makes another', async () => {
    const { vendor, vault, run } = aComputer('once');
    const failing = (status: number | null) => ({
      ...vendor.api,
      test: async () => ({ delivered: false, status, attempts: 3 }),
    });
    const refused = expect.objectContaining({ code: 'test_failed' });
    await expect(reconcile(run(at('a'), { api: failing(null) }))).rejects.toThrow(refused);
    await expect(reconcile(run(at('a'), { api: failing(401) }))).rejects.toThrow(refused);
    expect(vendor.kept).toHaveLength(1);
    await reconcile(run(at('a')));
    expect(vendor.kept).toMatchObject([{ ref: '2', secret: vault.at(-1) }]);
  });
});

test('a vendor that lists something else than it was asked for is not believed', async () => {
  const { vendor, run } = aComputer('readable');
  const api = {
    ...vendor.api,
    list: async () => (await vendor.api.list()).map((one) => ({ ...one, active: false })),
  };
  await expect(reconcile(run(at('a'), { api }))).rejects.toThrow(
    expect.objectContaining({ code: 'vendor_unexpected' }),
  );
});
