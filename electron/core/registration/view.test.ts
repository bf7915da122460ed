import { expect, test } from 'vitest';
import { createAttempts } from './attempts.ts';
import { type JournalEntry, noEntry } from './journal.ts';
import { viewRegistration } from './view.ts';

const since = '2026-03-04T05:06:07.000Z';
const url = 'https://a.example/hooks/k';

test.each<[name: string, entry: Partial<JournalEntry>, shown: object]>([
  ['never asked for', {}, { state: 'none' }],
  ['asked for, not tried yet', { wanted: true }, { state: 'pending' }],
  [
    'registered and proved',
    { wanted: true, made: ['1'], current: { ref: '1', url, since }, confirmedAt: since },
    { state: 'registered', url, registeredAt: since, confirmedAt: since },
  ],
  [
    'registered, never proved',
    { wanted: true, made: ['1'], current: { ref: '1', url, since } },
    { state: 'pending', url, registeredAt: since },
  ],
  ['by hand, waiting for the test', { wanted: true, current: { url } }, { state: 'pending', url }],
  [
    'by hand, at another address since',
    { wanted: true, current: { url }, confirmedAt: since },
    {
      state: 'pending',
      url,
      confirmedAt: since,
      error: expect.objectContaining({ code: 'address_changed' }),
    },
  ],
  ['taken back', { wanted: false }, { state: 'none' }],
])('%s', (_, entry, shown) => {
  expect(viewRegistration({ ...noEntry, ...entry }, undefined, true)).toEqual(shown);
});

test('what was registered before the start is not said to be so until it was looked at', () => {
  const entry = { ...noEntry, wanted: true, current: { ref: '1', url, since }, confirmedAt: since };
  expect(viewRegistration(entry, undefined, false).state).toBe('pending');
});

test('while it is under way it is pending, with its steps', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const attempts = createAttempts({
    stepNames: () => ['tunnel'],
    work: (steps) => steps.do('tunnel', () => promise),
    changed: () => undefined,
    failed: () => undefined,
  });
  const entry = { ...noEntry, wanted: true, current: { ref: '1', url, since }, confirmedAt: since };
  const running = attempts.now();
  expect(viewRegistration(entry, attempts, true)).toMatchObject({
    state: 'pending',
    steps: [{ step: 'tunnel', state: 'doing' }],
  });
  resolve();
  await running;
  expect(viewRegistration(entry, attempts, true)).not.toHaveProperty('steps');
});
