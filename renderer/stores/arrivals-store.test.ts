import { expect, test } from 'vitest';
import { createArrivalsStore } from './arrivals-store.ts';
import { aDelivery, deferred, fakeCall } from './testing.ts';

const listing = (...deliveries: ReturnType<typeof aDelivery>[]) =>
  fakeCall({ 'delivery.list': () => ({ deliveries, more: false }) });

test('the newest call of a vendor, past our own samples', async () => {
  const { getState } = createArrivalsStore(
    listing(aDelivery(3, { sample: true }), aDelivery(2), aDelivery(1)),
  );
  await getState().follow('ep1');
  expect(getState().newest.ep1?.id).toBe('d2');
  getState().apply([aDelivery(5, { sample: true }), aDelivery(4), aDelivery(1)]);
  expect(getState().newest.ep1?.id).toBe('d4');
});

test('what becomes of the newest is followed, and what nobody asked for is not kept', async () => {
  const { getState } = createArrivalsStore(listing(aDelivery(2, { verdict: 'rejected' })));
  getState().apply([aDelivery(9)]);
  expect(getState().newest).toEqual({});
  await getState().follow('ep1');
  getState().apply([aDelivery(2, { late: true }), aDelivery(8, { endpointId: 'ep2' })]);
  expect(getState().newest).toEqual({ ep1: aDelivery(2, { late: true }) });
});

test('one that is pushed while the list is on its way is not lost', async () => {
  const page = deferred<{ deliveries: ReturnType<typeof aDelivery>[]; more: boolean }>();
  const { getState } = createArrivalsStore(fakeCall({ 'delivery.list': () => page.promise }));
  const following = getState().follow('ep1');
  getState().apply([aDelivery(2)]);
  page.resolve({ deliveries: [aDelivery(1)], more: false });
  await following;
  expect(getState().newest.ep1?.id).toBe('d2');
});

test('none yet is told from not known', async () => {
  const { getState } = createArrivalsStore(listing());
  expect(getState().newest.ep1).toBeUndefined();
  await getState().follow('ep1');
  expect(getState().newest.ep1).toBeNull();
});
