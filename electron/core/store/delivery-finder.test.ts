import { expect, onTestFinished, test } from 'vitest';
import { createDeliveryFinder } from './delivery-finder.ts';
import { openReader } from './open.ts';
import { accepted, rejected, startStore } from './testing/temp-store.ts';

function start() {
  const store = startStore();
  const db = openReader(store.file);
  onTestFinished(() => void db.close());
  const storeId = store.committer.storeId();
  const finder = createDeliveryFinder(db, storeId);
  return { ...store, storeId, find: (query: string) => finder(query).map(({ id }) => id.split('-')[0]) };
}

test('by our own id, whole or up to its dash, also of what was refused', async () => {
  const { submit, storeId, find } = start();
  await submit(accepted());
  await submit(rejected());
  for (const query of ['d2', 'D2', ` d2-${storeId} `, 'd2-', `d2-${storeId.slice(0, 2)}`]) {
    expect(find(query), query).toEqual(['d2']);
  }
  for (const query of ['d3', 'd', '2', `s2-${storeId}`, 'd2-x', `d2-${storeId}0`, 'd02', 'd1 d2', '']) {
    expect(find(query), query).toEqual([]);
  }
});

test('by the id that the vendor gave, newest first, before and after it is folded', async () => {
  const { submit, find, committer } = start();
  await submit(accepted({ deliveryId: 'msg_1', endpointId: 'ep_1' }));
  await submit(accepted({ deliveryId: 'msg_1', endpointId: 'ep_2' }));
  await submit(accepted({ deliveryId: 'd1' }));
  for (let round = 0; round < 2; round++) {
    expect(find('msg_1')).toEqual(['d2', 'd1']);
    expect(find('msg_')).toEqual([]);
    expect(find('d1')).toEqual(['d1', 'd3']);
    committer.attempt((writer) => writer.foldNow());
  }
});
