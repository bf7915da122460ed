import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UpdateStatus } from '../../../shared/status.ts';
import { canLoad, nextStatus, type UpdateNews } from './update-plan.ts';

const at = '2026-03-04T12:00:00.000Z';
const idle: UpdateStatus = { state: 'idle' };
const available: UpdateStatus = { state: 'available', version: '2.0.0', notes: 'New.', checkedAt: at };
const downloading: UpdateStatus = { ...available, state: 'downloading', percent: 40 };
const ready: UpdateStatus = { ...available, state: 'ready' };
const failedLoad: UpdateStatus = { ...available, state: 'failed', reason: 'Offline.' };
const found: UpdateNews = { is: 'found', at, version: '2.0.0', notes: 'New.' };
const none: UpdateNews = { is: 'none', at };
const failed = (asked: boolean): UpdateNews => ({ is: 'check-failed', asked, reason: 'Offline.' });

test.each<[string, UpdateStatus, UpdateNews, UpdateStatus]>([
  ['looks', idle, { is: 'checking' }, { state: 'checking' }],
  ['looks again', { state: 'idle', checkedAt: at }, { is: 'checking' }, { state: 'checking', checkedAt: at }],
  ['looks while one is known', available, { is: 'checking' }, available],
  ['finds nothing', { state: 'checking' }, none, { state: 'idle', checkedAt: at }],
  ['finds one', { state: 'checking' }, found, available],
  ['finds a newer one', available, { ...found, version: '3.0.0' }, { ...available, version: '3.0.0' }],
  ['finds that it was withdrawn', available, none, { state: 'idle', checkedAt: at }],
  ['finds one while loading', downloading, found, downloading],
  ['finds nothing when one is ready', ready, none, ready],
  ['fails quietly', { state: 'checking', checkedAt: at }, failed(false), { state: 'idle', checkedAt: at }],
  ['fails, and somebody waits', { state: 'checking' }, failed(true), { state: 'failed', reason: 'Offline.' }],
  ['fails while one is known', available, failed(true), available],
  [
    'begins to load',
    available,
    { is: 'loading', percent: 0 },
    { ...available, state: 'downloading', percent: 0 },
  ],
  ['loads', downloading, { is: 'loading', percent: 50 }, { ...downloading, percent: 50 }],
  ['has loaded', downloading, { is: 'loaded', version: '2.0.0' }, ready],
  ['fails to load', downloading, { is: 'load-failed', reason: 'Offline.' }, failedLoad],
  [
    'loads once more',
    failedLoad,
    { is: 'loading', percent: 0 },
    { ...available, state: 'downloading', percent: 0 },
  ],
  ['was ready, and the system refuses it', ready, { is: 'load-failed', reason: 'Offline.' }, failedLoad],
  [
    'learns that it cannot',
    { state: 'checking', checkedAt: at },
    { is: 'unsupported', reason: 'Not signed.' },
    { state: 'unsupported', reason: 'Not signed.' },
  ],
  ['loads, and was ready', ready, { is: 'loading', percent: 3 }, ready],
])('%s', (_what, before, news, after) => expect(nextStatus(before, news)).toEqual(after));

test.each<[UpdateStatus, boolean]>([
  [idle, false],
  [available, true],
  [downloading, false],
  [ready, false],
  [failedLoad, true],
  [{ state: 'failed', reason: 'Offline.' }, false],
])('%j can be loaded: %s', (status, can) => expect(canLoad(status)).toBe(can));

test('what is ready stays so, whatever comes but another that has loaded', () => {
  const news = fc.oneof(
    fc.constantFrom<UpdateNews>({ is: 'checking' }, none, found, failed(true), failed(false)),
    fc.integer({ min: 0, max: 100 }).map((percent): UpdateNews => ({ is: 'loading', percent })),
  );
  fc.assert(
    fc.property(fc.array(news), (all) => {
      expect(all.reduce(nextStatus, ready)).toEqual(ready);
    }),
  );
});
