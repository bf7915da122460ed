import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Alert } from '../../shared/alerts.ts';
import { createEmitter } from '../client/emitter.ts';
import { createLink, type LinkState } from '../client/link.ts';
import { createStores } from './stores.ts';
import { aDelivery, aFeed, anEvent, aSession, aStatus, fakeCall } from './testing.ts';
import { wire } from './wire.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function begin(state: LinkState) {
  const feed = aFeed(5);
  const asked: string[] = [];
  const lists = fakeCall({
    'session.list': () => ({ sessions: [], more: false }),
    'delivery.list': () => ({ deliveries: [], more: false }),
  });
  const { on, emit } = createEmitter();
  const link = createLink(state);
  const stores = createStores((name, input) => {
    asked.push(name);
    return name === 'feed.page' ? feed.call(name, input) : lists(name, input);
  });
  wire({ call: lists, on, link }, stores);
  return { stores, asked, emit, link, feed };
}

const aFrame = () => vi.advanceTimersByTimeAsync(20);

test('nothing is asked for before the link is up, then everything', async () => {
  const { asked, link, stores } = begin('opening');
  expect(asked).toEqual([]);
  link.set('up');
  await aFrame();
  expect(new Set(asked)).toEqual(
    new Set([
      'demo.state',
      'status.get',
      'endpoint.list',
      'vendor.list',
      'settings.get',
      'notice.list',
      'tunnel.list',
      'agent.list',
      'feed.page',
      'session.list',
      'delivery.list',
    ]),
  );
  expect(stores.feed.getState().rows).toHaveLength(5);
});

test('pushes reach the stores that show them', async () => {
  const { stores, emit } = begin('up');
  await aFrame();
  emit('feed', anEvent(6));
  emit('session', aSession(1));
  emit('delivery', aDelivery(1, { verdict: 'rejected' }));
  await aFrame();
  expect(stores.feed.getState().rows[0]?.seq).toBe(6);
  expect(stores.alive.getState().sessions).toHaveLength(1);
  expect(stores.sessions.getState().rows).toHaveLength(1);
  expect(stores.deliveries.getState().rows).toHaveLength(1);
  expect(stores.refused.getState().newest?.id).toBe('d1');
});

test('after a loss only the feed goes on by itself; the rest is asked for again', async () => {
  const { asked, link, stores } = begin('up');
  await aFrame();
  link.set('down');
  expect(stores.status.getState().link).toBe('down');
  asked.length = 0;
  link.set('up');
  await aFrame();
  expect(asked).toContain('delivery.list');
  expect(asked).not.toContain('feed.page');
});

test('unread alerts: the status counts them, and while it is not heard each alert does', async () => {
  const { stores, emit, link } = begin('up');
  await aFrame();
  const status = (unread: number) => emit('status', aStatus({ alerts: { state: 'working', unread } }));
  status(1);
  emit('alert', {} as Alert);
  expect(stores.unread.getState().count).toBe(1);
  link.set('opening');
  emit('alert', {} as Alert);
  emit('alert', {} as Alert);
  expect(stores.unread.getState().count).toBe(3);
  link.set('up');
  expect(stores.unread.getState().count).toBe(3);
  status(0);
  expect(stores.unread.getState().count).toBe(0);
});

test('after a reset the newest page is asked for', async () => {
  const { stores, emit, feed } = begin('up');
  await aFrame();
  feed.grow(9000);
  emit('reset', { lastSeq: 9000 });
  await aFrame();
  expect(stores.feed.getState().rows[0]?.seq).toBe(9000);
});
