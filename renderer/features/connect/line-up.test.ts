import { expect, test } from 'vitest';
import type { VendorLogEntry } from '../../../shared/endpoints.ts';
import { aDelivery } from '../../stores/testing.ts';
import { lineUp } from './line-up.ts';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString();
const entry = (second: number, more: Partial<VendorLogEntry> = {}): VendorLogEntry => ({
  id: `l${second}`,
  type: 'agent.ready',
  delivered: true,
  status: 200,
  attempts: 1,
  createdAt: at(second),
  ...more,
});
const fates = (lined: ReturnType<typeof lineUp>) =>
  lined.map(({ entry: { id }, fate, ours }) => [id, fate, ours?.id]);

test('each delivery stands for one entry, the nearest; newest first', () => {
  const lined = lineUp([entry(100), entry(102)], [aDelivery(103), aDelivery(101)], undefined);
  expect(fates(lined)).toEqual([
    ['l102', 'here', 'd103'],
    ['l100', 'here', 'd101'],
  ]);
});

test('what the vendor could not deliver is lost; what it did deliver elsewhere is absent', () => {
  const failed = entry(100, { delivered: false, status: 502, attempts: 3 });
  expect(fates(lineUp([entry(200), failed], [aDelivery(101)], undefined))).toEqual([
    ['l200', 'absent', undefined],
    ['l100', 'lost', undefined],
  ]);
});

test('an answer that was lost does not make the delivery so', () => {
  const unheard = entry(100, { delivered: false, status: null, attempts: 3 });
  expect(fates(lineUp([unheard], [aDelivery(101)], undefined))).toEqual([['l100', 'here', 'd101']]);
});

test('samples of our own stand for nothing, and nothing is claimed of times that are not known', () => {
  expect(fates(lineUp([entry(100)], [aDelivery(100, { sample: true })], at(150)))).toEqual([
    ['l100', 'beyond', undefined],
  ]);
});
