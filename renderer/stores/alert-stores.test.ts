import { expect, test } from 'vitest';
import type { AlertDecision, AlertsStatus } from '../../shared/alerts.ts';
import { AppError } from '../../shared/errors.ts';
import { alertHash } from './alert-hash.ts';
import { createDecisionsStore } from './decisions-store.ts';
import { createNamedStore } from './named-store.ts';
import { createShownSessionStore } from './shown-session-store.ts';
import { aSession, deferred, fakeCall } from './testing.ts';
import { createUnreadStore } from './unread-store.ts';

const aDecision = (id: string): AlertDecision => ({
  id,
  at: '2026-01-01T00:00:00.000Z',
  outcome: 'silent',
  reason: 'paused',
  title: id,
  count: 1,
});

test('decisions: the newest answer counts, whichever comes last', async () => {
  const answers = [deferred<AlertDecision[]>(), deferred<AlertDecision[]>()];
  let asked = 0;
  const store = createDecisionsStore(
    fakeCall({
      'alert.decisions': async () => ({ decisions: (await answers[asked++]?.promise) ?? [] }),
    }),
  );
  const first = store.getState().load();
  const second = store.getState().load();
  answers[1]?.resolve([aDecision('new')]);
  await second;
  answers[0]?.resolve([aDecision('old')]);
  await first;
  expect(store.getState()).toMatchObject({ phase: 'ready', decisions: [{ id: 'new' }] });
});

test('decisions: what was had stays while the host is away', async () => {
  let fails = true;
  const store = createDecisionsStore(
    fakeCall({
      'alert.decisions': () => {
        if (fails) throw new AppError('offline', '');
        return { decisions: [aDecision('one')] };
      },
    }),
  );
  await store.getState().load();
  expect(store.getState().phase).toBe('failed');
  fails = false;
  await store.getState().load();
  fails = true;
  await store.getState().load();
  expect(store.getState()).toMatchObject({
    phase: 'ready',
    decisions: [{ id: 'one' }],
    error: { code: 'offline' },
  });
});

test('named: each session is asked for once, one after the other; after a failure again', async () => {
  const asked: string[] = [];
  let fails = true;
  const store = createNamedStore(
    fakeCall({
      'session.get': ({ sessionId }) => {
        asked.push(sessionId);
        if (fails) throw new AppError('offline', '');
        return { session: aSession(1, { id: sessionId }), events: [], more: false };
      },
    }),
  );
  await store.getState().want('a');
  fails = false;
  store.getState().want('a');
  store.getState().want('b');
  await store.getState().want('a');
  expect(asked).toEqual(['a', 'a', 'b']);
  expect([...store.getState().sessions.keys()]).toEqual(['a', 'b']);
});

test('named: one that is gone is not asked for again', async () => {
  let asked = 0;
  const store = createNamedStore(async () => {
    asked += 1;
    return { ok: false, error: { code: 'not_found', message: '' } };
  });
  await store.getState().want('a');
  await store.getState().want('a');
  expect([asked, store.getState().sessions.get('a')]).toEqual([1, null]);
});

test('shown session: whoever leaves late does not hide the next one', () => {
  const { getState } = createShownSessionStore();
  const leaveFirst = getState().show('s1');
  const leaveSecond = getState().show('s2');
  leaveFirst();
  expect(getState().sessionId).toBe('s2');
  leaveSecond();
  expect(getState().sessionId).toBeNull();
});

test('unread: alerts that no status tells of are added, until the next one', () => {
  const { getState } = createUnreadStore();
  const status = (unread: number) => ({ alerts: { state: 'working', unread } satisfies AlertsStatus });
  getState().apply(status(2));
  getState().add();
  getState().add();
  expect(getState().count).toBe(4);
  getState().apply(status(0));
  expect(getState().count).toBe(0);
});

test.each([
  [{ screen: 'live' }, '#/live'],
  [{ screen: 'connection' }, '#/connection'],
  [{ screen: 'settings', id: 'alerts' }, '#/settings/alerts'],
  [{ screen: 'sessions', id: 'a/b' }, '#/sessions/a%2Fb'],
  [{ screen: 'endpoints', id: 'e1' }, '#/endpoints/e1'],
] as const)('an alert about %j leads there', (target, hash) => expect(alertHash(target)).toBe(hash));
