import { expect, test } from 'vitest';
import type { Pushes, PushName } from '../../shared/contract.ts';
import type { FeedEvent } from '../../shared/events.ts';
import { createFeed } from './feed.ts';
import { openLog } from './files/log.ts';
import { tempFolder } from './files/testing/temp-folder.ts';
import { createNotices } from './notices.ts';
import type { HostPorts } from './ports.ts';
import { type Listening, receiveListeners } from './receive-listeners.ts';
import { createStatus } from './status.ts';

/** The listeners over the parts that they tell; no thread runs behind them. */
function listening() {
  const told: [PushName, unknown][] = [];
  const feed = createFeed(7, async () => ({ events: [], more: false }));
  feed.subscribe(({ name, value }) => void told.push([name, value]), []);
  const notices = createNotices((notice) => feed.push('notice', notice));
  const ready = { state: 'ready', keptBy: 'a test' } as const;
  const status = createStatus({ host: 'browser' } as HostPorts, ready, feed.lastSeq, (now) =>
    feed.push('status', now),
  );
  const heard: number[] = [];
  const restarted = Promise.withResolvers<void>();
  const parts = {
    log: openLog(tempFolder()),
    feed,
    notices,
    status,
    endpoints: {
      nameOf: (id: string) => (id === 'ep_1' ? 'Lobby' : undefined),
      load: () => Promise.reject(new Error('no thread')),
    },
    readers: { restart: () => restarted.promise, search: () => ({ tell: () => undefined }) },
    samples: { committed: () => undefined },
    connection: { committed: () => undefined },
    notifier: { hear: (event: FeedEvent) => heard.push(event.seq) },
    receiverUrl: () => 'http://127.0.0.1:1',
  } as unknown as Listening;
  const of = <P extends PushName>(name: P) =>
    told.flatMap(([one, value]) => (one === name ? [value as Pushes[P]] : []));
  return { listeners: receiveListeners(() => parts), of, restarted, feed, heard };
}

test('a store that fails for a thousand deliveries is told once, and again when it recovers', () => {
  const { listeners, of } = listening();
  for (let i = 0; i < 1000; i++) listeners.storeState({ reason: 'The disk is full.' });
  expect(of('notice').map(({ code }) => code)).toEqual(['store_failed']);
  expect(of('status').map(({ store }) => store)).toEqual([
    { state: 'failed', reason: 'The disk is full.', bytes: 0 },
  ]);
  listeners.storeState({ reason: 'The disk reported an error.' });
  listeners.storeState(null);
  listeners.storeState(null);
  expect(of('notice').map(({ code }) => code)).toEqual(['store_failed', 'store_failed', 'store_recovered']);
  expect(of('status').at(-1)?.store).toEqual({ state: 'writing', bytes: 0 });
});

test('a new store counts from the beginning at once; screens ask again when it can be read', async () => {
  const { listeners, of, restarted, feed, heard } = listening();
  listeners.setAside('/data/greenroom.db.damaged-1');
  expect([feed.lastSeq(), of('reset')]).toEqual([0, []]);
  listeners.committed({
    events: [{ seq: 1 } as Pushes['feed']],
    deliveries: [],
    sessions: [],
    samples: [],
    reached: [],
  });
  expect(heard).toEqual([1]);
  restarted.resolve();
  await expect.poll(() => of('reset'), { interval: 1 }).toEqual([{ lastSeq: 1 }]);
});

test('a receiver that dies is shown as failed until it is back', () => {
  const { listeners, of } = listening();
  listeners.died(new Error('x'));
  listeners.revived(0);
  listeners.lost(new Error('Too often.'));
  expect(of('status').map(({ receiver }) => receiver.state)).toEqual(['failed', 'listening', 'failed']);
  expect(of('notice').map(({ code }) => code)).toEqual(['receiver_restarted', 'receiver_failed']);
});

test('an unreadable secret and a suspect clock are told once an hour, by the endpoint’s name', () => {
  const { listeners, of } = listening();
  const suspect = { endpointId: 'ep_1', reason: 'timestamp_outside_window' } as Pushes['delivery'];
  for (let i = 0; i < 3; i++) {
    listeners.secretMissing('ep_1');
    listeners.committed({ events: [], deliveries: [suspect], sessions: [], samples: [], reached: [] });
  }
  expect(of('notice').map(({ code, title }) => [code, title.includes('Lobby')])).toEqual([
    ['secret_unreadable', true],
    ['clock_suspect', true],
  ]);
});
