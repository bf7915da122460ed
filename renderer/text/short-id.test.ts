import { expect, test } from 'vitest';
import { shortId } from './short-id.ts';

test('a UUID is cut to its beginning, and nothing else is', () => {
  expect(shortId('d41c7c0e-58a2-4b0f-9a37-6f1be2a90c55')).toBe('d41c7c0e…');
  for (const id of ['A48HTL2210', 'room-A48HTL2210-b40e70a3', 'd41c7c0e-58a2', ''])
    expect(shortId(id)).toBe(id);
});
