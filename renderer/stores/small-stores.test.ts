import { expect, test, vi } from 'vitest';
import type { Endpoint } from '../../shared/endpoints.ts';
import { defaultSettings } from '../../shared/settings.ts';
import type { Notice, Status } from '../../shared/status.ts';
import { createAliveStore } from './alive-store.ts';
import { createEndpointsStore } from './endpoints-store.ts';
import { batchPerFrame } from './frame-batch.ts';
import { createNoticesStore } from './notices-store.ts';
import { createRefusedStore } from './refused-store.ts';
import { createSettingsStore } from './settings-store.ts';
import { createStatusStore } from './status-store.ts';
import { aDelivery, aSession, aStatus, deferred, fakeCall } from './testing.ts';

const anEndpoint = (id: string, more: Partial<Endpoint> = {}) =>
  ({ id, name: id, createdAt: `2026-01-01T00:00:0${id.length}.000Z`, ...more }) as Endpoint;

const aNotice = (n: number): Notice => ({
  id: `n${n}`,
  at: `2026-01-01T00:00:0${n}.000Z`,
  level: 'error',
  code: 'store_failed',
  title: '',
  text: '',
});

test('alive: live before quiet, ended ones leave', async () => {
  const store = createAliveStore(
    fakeCall({
      'session.list': ({ state }) => ({
        sessions: state === 'live' ? [aSession(1), aSession(2)] : [aSession(3, { state: 'idle' })],
        more: false,
      }),
    }),
  );
  await store.getState().load();
  expect(store.getState().sessions.map(({ id }) => id)).toEqual(['s2', 's1', 's3']);
  store.getState().apply([aSession(2, { state: 'ended' }), aSession(3), aSession(4, { state: 'idle' })]);
  expect(store.getState().sessions.map(({ id }) => id)).toEqual(['s3', 's1', 's4']);
});

test('endpoints: in the order of their making, deleted ones leave', async () => {
  const store = createEndpointsStore(
    fakeCall({
      'endpoint.list': () => ({ endpoints: [anEndpoint('bb')] }),
      'vendor.list': () => ({ vendors: [] }),
    }),
  );
  await store.getState().load();
  store.getState().apply(anEndpoint('a'));
  store.getState().apply(anEndpoint('bb', { name: 'renamed' }));
  expect(store.getState().endpoints.map(({ name }) => name)).toEqual(['a', 'renamed']);
  store.getState().apply({ id: 'a', deleted: true });
  expect(store.getState().endpoints.map(({ id }) => id)).toEqual(['bb']);
});

test('endpoints: what is pushed while the list is on its way is newer than the list', async () => {
  const list = deferred<Endpoint[]>();
  const store = createEndpointsStore(
    fakeCall({
      'endpoint.list': async () => ({ endpoints: await list.promise }),
      'vendor.list': () => ({ vendors: [] }),
    }),
  );
  const loading = store.getState().load();
  store.getState().apply(anEndpoint('made'));
  store.getState().apply({ id: 'gone', deleted: true });
  store.getState().apply(anEndpoint('old', { name: 'renamed' }));
  list.resolve([anEndpoint('gone'), anEndpoint('old')]);
  await loading;
  expect(store.getState().endpoints.map(({ id, name }) => [id, name])).toEqual([
    ['old', 'renamed'],
    ['made', 'made'],
  ]);
});

test('status: an answer that was on its way does not undo what was pushed', async () => {
  const answer = deferred<Status>();
  const store = createStatusStore(fakeCall({ 'status.get': () => answer.promise }));
  const loading = store.getState().load();
  const pushed = aStatus({ lastSeq: 2 });
  store.getState().apply(pushed);
  answer.resolve(aStatus({ lastSeq: 1 }));
  await loading;
  expect(store.getState().status).toEqual(pushed);
});

test('notices: listed newest first, shown as toasts only when pushed', async () => {
  const store = createNoticesStore(
    fakeCall({ 'notice.list': () => ({ notices: [aNotice(2), aNotice(1)] }) }),
  );
  store.getState().apply(aNotice(3));
  await store.getState().load();
  expect(store.getState().notices.map(({ id }) => id)).toEqual(['n3', 'n2', 'n1']);
  expect(store.getState().toasts).toEqual(['n3']);
  store.getState().dismiss('n3');
  expect(store.getState().toasts).toEqual([]);
  expect(store.getState().notices).toHaveLength(3);
});

test('refused: the newest one, until it is taken in', () => {
  const store = createRefusedStore(fakeCall({}));
  const refused = (n: number) => aDelivery(n, { verdict: 'rejected' });
  store.getState().apply([refused(2), refused(1), aDelivery(3)]);
  expect(store.getState().newest?.id).toBe('d2');
  store.getState().apply([aDelivery(2, { late: true })]);
  expect(store.getState().newest).toBeNull();
});

test('settings: what the core refuses stays as it was', async () => {
  const store = createSettingsStore(fakeCall({ 'settings.get': () => defaultSettings }));
  await store.getState().load();
  const saving = store.getState().save({ theme: 'dark' });
  expect(store.getState().settings?.theme).toBe('dark');
  expect(await saving).toMatchObject({ code: 'offline' });
  expect(store.getState().settings?.theme).toBe('system');
});

test('pushes are handed on once per frame, in their order', () => {
  const frames: (() => void)[] = [];
  const apply = vi.fn();
  const push = batchPerFrame<number>(apply, (run) => frames.push(run));
  for (const n of [1, 2, 3]) push(n);
  expect(frames).toHaveLength(1);
  frames[0]?.();
  push(4);
  frames[1]?.();
  expect(apply.mock.calls).toEqual([[[1, 2, 3]], [[4]]]);
});

test('notices: what is over is no longer shown as a toast, but listed', () => {
  const store = createNoticesStore(fakeCall({}));
  store.getState().apply({ ...aNotice(1), code: 'tunnel_lost' });
  store.getState().apply({ ...aNotice(2), code: 'gap_found' });
  store.getState().apply({ ...aNotice(3), code: 'tunnel_back' });
  expect(store.getState().toasts).toEqual(['n3', 'n2']);
  expect(store.getState().notices).toHaveLength(3);
});
