import { expect, test } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { createDeliveriesStore } from './deliveries-store.ts';
import { keptFilter } from './delivery-filter.ts';
import { aDelivery, fakeCall } from './testing.ts';

function aStorage(value: string | null = null): Storage {
  let kept = value;
  return {
    getItem: () => kept,
    setItem: (_: string, next: string) => {
      kept = next;
    },
  } as unknown as Storage;
}

test('filters stay, and are asked for from the first page on', async () => {
  const storage = aStorage();
  const first = createDeliveriesStore(fakeCall({}), storage);
  await first
    .getState()
    .load({ verdict: 'rejected', kind: 'chat.message', repeated: true, endpointId: 'ep_1' });
  const asked: Input<'delivery.list'>[] = [];
  const call = fakeCall({
    'delivery.list': (input) => {
      asked.push(input);
      return { deliveries: [], more: false };
    },
  });
  await createDeliveriesStore(call, storage).getState().load();
  expect(asked).toMatchObject([
    { verdict: 'rejected', kind: 'chat.message', repeated: true, endpointId: 'ep_1' },
  ]);
});

test.each(['nonsense', 'null', '[]', '{"verdict":"x","kind":1,"repeated":"yes","endpointId":"<b>"}'])(
  'of a kept %s nothing is taken',
  (value) => {
    expect(keptFilter(aStorage(value))).toEqual({});
  },
);

test('by kind the next page begins where the last one ended, whatever its rows stand', async () => {
  const asked: (string | undefined)[] = [];
  const call = fakeCall({
    'delivery.list': ({ before }) => {
      asked.push(before);
      // The first was received long ago and accepted late.
      return { deliveries: [aDelivery(1), aDelivery(9), aDelivery(8)], more: true };
    },
  });
  const store = createDeliveriesStore(call, aStorage());
  await store.getState().load({ kind: 'chat.message' });
  expect(store.getState().rows.at(-1)?.id).toBe('d1');
  await store.getState().loadMore();
  expect(asked).toEqual([undefined, 'd8']);
});

test('what is pushed is shown where it fits the filter', async () => {
  const call = fakeCall({ 'delivery.list': () => ({ deliveries: [], more: false }) });
  const store = createDeliveriesStore(call, aStorage());
  await store.getState().load({ repeated: true });
  store.getState().apply([aDelivery(1), aDelivery(2, { duplicates: 1 })]);
  expect(store.getState().rows.map(({ id }) => id)).toEqual(['d2']);
});
