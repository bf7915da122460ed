import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FeedEvent } from '../../shared/events.ts';
import { anEvent, aSession, deferred, fakeCall } from './testing.ts';
import { createTranscriptStore } from './transcript-store.ts';

const said = (seq: number, more: Partial<FeedEvent> = {}) => anEvent(seq, { sessionId: 's1', ...more });
const seqs = (rows: FeedEvent[]) => rows.map(({ seq }) => seq);

/** A session of events 1 to `last`. */
function aTalk(last: number, page: number) {
  const events = Array.from({ length: last }, (_, i) => said(last - i));
  return fakeCall({
    'session.get': () => ({ session: aSession(1), events: events.slice(0, page), more: last > page }),
    'session.events': ({ before, after, around, limit = 50 }) => {
      if (after !== undefined) {
        const above = events.filter(({ seq }) => seq > after);
        return { events: above.slice(-limit), more: above.length > limit };
      }
      if (around !== undefined) {
        const at = events.findIndex(({ seq }) => seq === around);
        if (at < 0) throw new Error('no such event');
        const [from, to] = [Math.max(0, at - Math.floor(limit / 2)), at + Math.ceil(limit / 2)];
        return { events: events.slice(from, to), more: to < last, newer: from > 0 };
      }
      const below = events.filter(({ seq }) => seq < (before ?? Number.POSITIVE_INFINITY));
      return { events: below.slice(0, limit), more: below.length > limit };
    },
  });
}

test('oldest first, growing at its end, only by its own events', async () => {
  const store = createTranscriptStore(aTalk(3, 10));
  await store.getState().open('s1');
  store.getState().apply([said(4), anEvent(5, { sessionId: 's2' }), said(4)]);
  expect(seqs(store.getState().rows)).toEqual([1, 2, 3, 4]);
});

test('ordered by when it happened, then by seq', async () => {
  const store = createTranscriptStore(aTalk(2, 10));
  await store.getState().open('s1');
  const same = { occurredAt: said(2).occurredAt };
  store.getState().apply([said(9, { occurredAt: '2025-12-31T00:00:00.000Z' }), said(8, same), said(7, same)]);
  expect(seqs(store.getState().rows)).toEqual([9, 1, 2, 7, 8]);
});

test('pages back to its beginning', async () => {
  const store = createTranscriptStore(aTalk(25, 10), 2000, 10);
  await store.getState().open('s1');
  await store.getState().loadOlder();
  await store.getState().loadOlder();
  expect(seqs(store.getState().rows)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
  expect(store.getState().older).toBe(false);
});

test('reading far back lets go of the end, and opening brings it back', async () => {
  const store = createTranscriptStore(aTalk(40, 10), 20, 10);
  await store.getState().open('s1');
  for (let i = 0; i < 3; i++) await store.getState().loadOlder();
  expect(seqs(store.getState().rows)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  store.getState().apply([said(41)]);
  expect(store.getState().rows.at(-1)?.seq).toBe(20);
  await store.getState().open('s1');
  expect(store.getState()).toMatchObject({ newer: false });
  expect(store.getState().rows.at(-1)?.seq).toBe(40);
});

test('what is said while it opens is not lost', async () => {
  const page = deferred<FeedEvent[]>();
  const store = createTranscriptStore(
    fakeCall({
      'session.get': async () => ({ session: aSession(1), events: await page.promise, more: false }),
    }),
  );
  const opening = store.getState().open('s1');
  store.getState().apply([said(3)]);
  page.resolve([said(2), said(1)]);
  await opening;
  expect(seqs(store.getState().rows)).toEqual([1, 2, 3]);
});

test('the session that was left does not come back late', async () => {
  const first = deferred<void>();
  const store = createTranscriptStore(
    fakeCall({
      'session.get': async ({ sessionId }) => {
        if (sessionId === 's1') await first.promise;
        return { session: aSession(sessionId === 's1' ? 1 : 2), events: [], more: false };
      },
    }),
  );
  const slow = store.getState().open('s1');
  await store.getState().open('s2');
  first.resolve();
  await slow;
  expect(store.getState().session?.id).toBe('s2');
});

test('its session is kept up to date', async () => {
  const store = createTranscriptStore(aTalk(1, 10));
  await store.getState().open('s1');
  store.getState().applySessions([aSession(2, { state: 'ended' }), aSession(1, { state: 'idle' })]);
  expect(store.getState().session?.state).toBe('idle');
});

const counted = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

test('opened at an event it shows what stands around it, and leads on to both ends', async () => {
  const store = createTranscriptStore(aTalk(100, 10), 2000, 10);
  await store.getState().open('s1', 40);
  expect(seqs(store.getState().rows)).toEqual(counted(36, 45));
  expect(store.getState()).toMatchObject({ older: true, newer: true, place: { at: 40, isGone: false } });
  store.getState().apply([said(101)]);
  expect(store.getState()).toMatchObject({ arrived: 1 });
  expect(seqs(store.getState().rows)).toEqual(counted(36, 45));
  while (store.getState().newer) await store.getState().loadNewer();
  while (store.getState().older) await store.getState().loadOlder();
  expect(seqs(store.getState().rows)).toEqual(counted(1, 100));
});

test('an event among the newest needs no page of its own', async () => {
  const store = createTranscriptStore(aTalk(100, 10), 2000, 10);
  await store.getState().open('s1', 95);
  expect(seqs(store.getState().rows)).toEqual(counted(91, 100));
  expect(store.getState()).toMatchObject({ newer: false, place: { at: 95 } });
});

test('an event that is gone is told of, above the newest', async () => {
  const store = createTranscriptStore(aTalk(100, 10), 2000, 10);
  await store.getState().open('s1', 7000);
  expect(seqs(store.getState().rows)).toEqual(counted(91, 100));
  expect(store.getState().place).toEqual({ at: null, isGone: true });
});

test('what was missed joins the end, and moves nobody', async () => {
  const store = createTranscriptStore(aTalk(30, 10), 2000, 10);
  await store.getState().open('s1');
  const { place } = store.getState();
  store.setState({ rows: store.getState().rows.slice(0, -3) });
  await store.getState().refresh();
  expect(seqs(store.getState().rows)).toEqual(counted(21, 30));
  expect(store.getState().place).toBe(place);
});

test('where more was missed than a page, it is read on through', async () => {
  const store = createTranscriptStore(aTalk(60, 10), 2000, 10);
  await store.getState().open('s1', 20);
  store.setState({ newer: false });
  await store.getState().refresh();
  expect(store.getState().newer).toBe(true);
  while (store.getState().newer) await store.getState().loadNewer();
  expect(seqs(store.getState().rows).slice(-30)).toEqual(counted(31, 60));
});

test('whatever is read, in whatever order, the rows are a stretch without a hole', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('open' as const), at: fc.option(fc.integer({ min: 1, max: 60 })) }),
    fc.constantFrom({ do: 'older' as const }, { do: 'newer' as const }, { do: 'refresh' as const }),
    fc.record({ do: fc.constant('say' as const), n: fc.integer({ min: 1, max: 30 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      let last = 60;
      const store = createTranscriptStore((name, input) => aTalk(last, 10)(name, input), 25, 10);
      await store.getState().open('s1');
      for (const one of steps) {
        const { open, loadOlder, loadNewer, refresh, apply } = store.getState();
        if (one.do === 'open') await open('s1', one.at);
        if (one.do === 'older') await loadOlder();
        if (one.do === 'newer') await loadNewer();
        if (one.do === 'refresh') await refresh();
        if (one.do === 'say') {
          apply(counted(last + 1, last + one.n).map((seq) => said(seq)));
          last += one.n;
        }
        const { rows, older, newer } = store.getState();
        const [first = 0, end = 0] = [rows[0]?.seq, rows.at(-1)?.seq];
        expect(seqs(rows)).toEqual(counted(first, end));
        expect(rows.length).toBeLessThanOrEqual(25);
        if (!newer) expect(end).toBe(last);
        if (!older) expect(first).toBe(1);
      }
    }),
  );
});
