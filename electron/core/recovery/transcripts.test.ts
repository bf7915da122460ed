import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import type { EventKind, FeedEvent } from '../../../shared/events.ts';
import { accepted, fetchedChat, HOUR, NOW, startStore, tempDir } from '../store/testing/temp-store.ts';
import { startUnithServer } from '../vendors/testing/unith-server.ts';
import { unith } from '../vendors/unith.ts';
import { type FetchedFact, type TranscriptOf, VendorError } from '../vendors/vendor-api.ts';
import { manualClock } from './testing/manual-clock.ts';
import { tempLog } from './testing/temp-log.ts';
import { createTranscripts } from './transcripts.ts';

const HOLD = new Promise<never>(() => undefined);
const later = (retryAfterMs?: number) =>
  new VendorError('vendor_failed', 'not now', {
    mayPass: true,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });

/** A real store, a clock that is moved by hand, and a vendor that answers what it is told to. */
function start(dir = tempDir()) {
  const store = startStore();
  const hand = manualClock(NOW);
  const { log, written } = tempLog();
  const asked: TranscriptOf[] = [];
  const vendor = { has: true, answer: async (_: TranscriptOf): Promise<FetchedFact[]> => [] };
  let failing: AppError | undefined;
  const reader = store.read();
  const run = () => {
    const transcripts = createTranscripts(
      {
        dataDir: dir,
        log,
        apiOf: (id) =>
          id === 'ep_1'
            ? {
                vendor: 'unith',
                api: vendor.has
                  ? {
                      transcript: (of) => {
                        asked.push(of);
                        return vendor.answer(of);
                      },
                    }
                  : {},
              }
            : undefined,
        async keep(fetched) {
          if (failing) throw failing;
          return store.keep(fetched);
        },
        sessionOf: async (sessionId) => reader.sessionGet({ sessionId }).session,
      },
      hand.clock,
    );
    onTestFinished(() => transcripts.stop());
    return transcripts;
  };
  const file = join(dir, 'fetches.json');
  const wishes = () =>
    (JSON.parse(readFileSync(file, 'utf8')) as { wishes: { vendorSessionId: string; looks: number }[] })
      .wishes;
  return {
    ...hand,
    dir,
    file,
    run,
    store,
    asked,
    vendor,
    written,
    wishes,
    fail(error: AppError | undefined): void {
      failing = error;
    },
    said: () =>
      reader
        .feedPage({ limit: 500, kinds: ['chat.message'] })
        .events.map(({ data }) => data.text)
        .reverse(),
    /** Goes on to the next look, and waits until it has come to an end. */
    async look(): Promise<void> {
      const before = asked.length;
      hand.next();
      await vi.waitUntil(() => asked.length > before && (hand.due().length > 0 || wishes().length === 0), {
        timeout: 5000,
        interval: 1,
      });
    },
    /** A delivery that ends, or does not end, a session. @returns its event */
    async deliver(kind: EventKind, vendorSessionId = 'v1', endpointId = 'ep_1'): Promise<FeedEvent[]> {
      await store.submit(
        accepted({
          endpointId,
          fact: { kind, vendorSessionId, agentId: 'head-1', data: { public_org_id: 'Acme-77' } },
        }),
      );
      return store.told.committed.at(-1)?.events ?? [];
    },
  };
}

const of = { vendorSessionId: 'v1', org: 'Acme-77', agentId: 'head-1' };

test.each(['session.ended', 'session.timed_out'] as const)('%s: what was said is fetched', async (kind) => {
  const { run, deliver, look, due, asked, vendor, said, wishes } = start();
  vendor.answer = async () => [fetchedChat('hello'), fetchedChat('bye')];
  await run().ended(await deliver(kind));
  expect(due()).toEqual([2_000]);
  await look();
  expect(asked).toEqual([of]);
  expect(said()).toEqual(['hello', 'bye']);
  expect(due()).toEqual([10_000]);
  await look();
  expect(asked).toHaveLength(2);
  expect(said()).toEqual(['hello', 'bye']);
  expect(wishes()).toEqual([]);
});

test('what does not end a session, is not delivered, or has no transcript is not asked for', async () => {
  const { run, deliver, due, file, vendor, store } = start();
  const transcripts = run();
  for (const kind of ['session.started', 'session.idle', 'chat.message'] as const)
    await transcripts.ended(await deliver(kind));
  await transcripts.ended(await deliver('session.ended', 'v2', 'ep_2'));
  const fact = { ...fetchedChat('', { kind: 'session.ended', key: 'e', vendorSessionId: 'v3' }), data: {} };
  store.keep({ endpointId: 'ep_1', vendor: 'unith', receivedAt: NOW, facts: [fact] });
  await transcripts.ended(store.told.committed.at(-1)?.events ?? []);
  const ended = await deliver('session.ended');
  await transcripts.ended(ended.map((event) => ({ ...event, source: 'sample' })));
  vendor.has = false;
  await transcripts.ended(ended);
  transcripts.ask('ep_1', of);
  expect(due()).toEqual([]);
  expect(existsSync(file)).toBe(false);
});

test('while nothing comes it is looked for with patience, then given up', async () => {
  const { run, look, due, asked, wishes } = start();
  run().ask('ep_1', of);
  const pauses: number[] = [];
  while (due().length > 0) {
    pauses.push(due()[0] ?? 0);
    await look();
  }
  expect(pauses).toEqual([2_000, 10_000, 30_000, 120_000, 600_000]);
  expect(asked).toHaveLength(5);
  expect(wishes()).toEqual([]);
});

test('one that grows is looked at until it does not', async () => {
  const { run, look, due, vendor, said, asked } = start();
  const all = ['a', 'b', 'c'].map((text) => fetchedChat(text));
  vendor.answer = async () => all.slice(0, asked.length - 1);
  run().ask('ep_1', of);
  while (due().length > 0) await look();
  expect(said()).toEqual(['a', 'b', 'c']);
  expect(asked).toHaveLength(5);
});

test('what is known already needs one more look, and no more', async () => {
  const { run, look, due, vendor, asked, store } = start();
  vendor.answer = async () => [fetchedChat('hello')];
  store.keep({ endpointId: 'ep_1', vendor: 'unith', receivedAt: NOW, facts: [fetchedChat('hello')] });
  run().ask('ep_1', of);
  while (due().length > 0) await look();
  expect(asked).toHaveLength(2);
});

test('a slip is no answer; what cannot help ends it; a vendor’s wish to wait is granted', async () => {
  const { run, look, due, vendor, said, asked, wishes, fail } = start();
  vendor.answer = () => Promise.reject(later());
  const transcripts = run();
  transcripts.ask('ep_1', of);
  await look();
  expect(due()).toEqual([10_000]);
  vendor.answer = () => Promise.reject(later(20 * 60_000));
  await look();
  expect(due()).toEqual([20 * 60_000]);
  vendor.answer = () => Promise.reject(later(1e12));
  await look();
  expect(due()).toEqual([HOUR]);
  fail(new AppError('store_failed', 'full'));
  vendor.answer = async () => [fetchedChat('hello')];
  await look();
  expect(due()).toEqual([600_000]);
  fail(undefined);
  await look();
  expect(said()).toEqual(['hello']);
  vendor.answer = () => Promise.reject(new VendorError('vendor_unauthorized', 'no', { mayPass: false }));
  transcripts.ask('ep_1', of);
  const before = asked.length;
  await look();
  expect(asked).toHaveLength(before + 1);
  expect(wishes()).toEqual([]);
});

test('an endpoint that is gone, or whose API is, ends it', async () => {
  const { run, next, vendor, wishes, asked } = start();
  run().ask('ep_1', of);
  vendor.has = false;
  next();
  await vi.waitUntil(() => wishes().length === 0, { interval: 1 });
  expect(asked).toEqual([]);
});

test('a restart goes on where it was', async () => {
  const { run, look, due, vendor, said, wishes } = start();
  const first = run();
  first.ask('ep_1', of);
  await look();
  first.stop();
  expect(due()).toEqual([]);
  expect(wishes()).toMatchObject([{ ...of, looks: 1 }]);
  vendor.answer = async () => [fetchedChat('hello')];
  run();
  expect(due()).toEqual([10_000]);
  await look();
  expect(said()).toEqual(['hello']);
  expect(due()).toEqual([30_000]);
});

test('who is stopped while it looks writes nothing, and asks again at the next start', async () => {
  const { run, next, vendor, asked, wishes, said } = start();
  const { promise, resolve } = Promise.withResolvers<FetchedFact[]>();
  vendor.answer = () => promise;
  const transcripts = run();
  transcripts.ask('ep_1', of);
  next();
  await vi.waitUntil(() => asked.length === 1, { interval: 1 });
  const before = wishes();
  transcripts.stop();
  transcripts.ask('ep_1', { vendorSessionId: 'v2' });
  resolve([]);
  await new Promise((done) => setImmediate(done));
  expect(wishes()).toEqual(before);
  expect(said()).toEqual([]);
});

test('one that is asked for anew while it is looked at begins anew', async () => {
  const { run, next, vendor, asked, wishes, due } = start();
  const { promise, resolve } = Promise.withResolvers<FetchedFact[]>();
  vendor.answer = () => promise;
  const transcripts = run();
  transcripts.ask('ep_1', of);
  next();
  await vi.waitUntil(() => asked.length === 1, { interval: 1 });
  transcripts.ask('ep_1', of);
  resolve([]);
  await vi.waitUntil(() => due().length === 1, { interval: 1 });
  expect(due()).toEqual([2_000]);
  expect(wishes()).toMatchObject([{ looks: 0 }]);
});

test('the queue is bounded: the newest are kept, one each', async () => {
  const { run, wishes, deliver } = start();
  const transcripts = run();
  for (let i = 0; i < 2; i++)
    for (let n = 0; n < 5; n++) transcripts.ask('ep_1', { vendorSessionId: `old${n}` });
  const events = await Promise.all(Array.from({ length: 600 }, (_, n) => deliver('session.ended', `v${n}`)));
  await transcripts.ended([...new Map(events.flat().map((event) => [event.seq, event])).values()]);
  const ids = wishes().map(({ vendorSessionId }) => vendorSessionId);
  expect(new Set(ids).size).toBe(500);
  expect(ids).toEqual(Array.from({ length: 500 }, (_, n) => `v${n + 100}`));
});

test('a session that cannot be read does not take the others with it', async () => {
  const { run, deliver, wishes, written } = start();
  const ended = [...(await deliver('session.ended', 'v1')), ...(await deliver('session.ended', 'v2'))];
  await run().ended([{ ...(ended[0] as FeedEvent), sessionId: 's99-ffffff' }, ended[1] as FeedEvent]);
  expect(wishes()).toMatchObject([{ vendorSessionId: 'v2' }]);
  expect(written()).toContain('could not be asked for');
});

test.each<[string, unknown]>([
  ['garbage', '{'],
  ['a wish of nonsense', { version: 1, wishes: [{ endpointId: 1 }] }],
])('%s in the file: it begins with none', (_, content) => {
  const { run, file, due } = start();
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  run();
  expect(due()).toEqual([]);
});

test('a clock that was set back makes no wait of days', async () => {
  const { run, file, due, look, asked } = start();
  const wish = { endpointId: 'ep_1', ...of, looks: 1, found: false, nextAt: NOW + 400 * HOUR };
  writeFileSync(file, JSON.stringify({ version: 1, wishes: [wish] }));
  run();
  expect(due()).toEqual([0]);
  await look();
  expect(asked).toHaveLength(1);
  expect(due()).toEqual([30_000]);
});

test('while one is looked at, the others wait their turn', async () => {
  const { run, next, vendor, asked, wishes } = start();
  vendor.answer = () => HOLD;
  const transcripts = run();
  transcripts.ask('ep_1', of);
  next();
  await vi.waitUntil(() => asked.length === 1, { interval: 1 });
  for (let n = 0; n < 5; n++) transcripts.ask('ep_1', { vendorSessionId: `w${n}` });
  expect(asked).toHaveLength(1);
  expect(wishes()).toHaveLength(6);
});

test('UNITH: a transcript that comes late and grows is in the feed once', async () => {
  const server = await startUnithServer();
  onTestFinished(() => server.close());
  const { vendor, run, deliver, look, due, said, store } = start();
  const api = unith.openApi?.({
    credentials: server.account,
    options: { apiBase: server.url, dataBase: server.url },
  });
  if (!api?.transcript) throw new Error('UNITH has transcripts');
  vendor.answer = api.transcript;
  const say = (text: string, message_type: string, second: number) => ({
    text,
    message_type,
    timestamp: new Date(NOW + second * 1000).toISOString(),
  });
  const messages = [
    say('Good morning', 'agent_response', 1),
    say('Hello', 'user_input', 2),
    say('Hello', 'user_input', 3),
  ];
  await run().ended(await deliver('session.ended'));
  await look();
  expect(said()).toEqual([]);
  server.write('v1', messages.slice(0, 2));
  await look();
  expect(said()).toEqual(['Good morning', 'Hello']);
  server.write('v1', messages);
  while (due().length > 0) await look();
  expect(said()).toEqual(['Good morning', 'Hello', 'Hello']);
  const page = store.read().feedPage({ limit: 9, kinds: ['chat.message'] });
  expect(page.events.at(-1)).toMatchObject({
    source: 'fetched',
    agentId: 'head-1',
    data: { role: 'assistant', text: 'Good morning' },
    occurredAt: new Date(NOW + 1000).toISOString(),
  });
});
