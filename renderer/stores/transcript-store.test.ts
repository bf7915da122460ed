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
    'session.events': ({ before = 0, limit = 50 }) => {
      const below = events.filter(({ seq }) => seq < before);
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
  expect(store.getState()).toMatchObject({ detached: false });
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
