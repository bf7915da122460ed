import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventKinds } from '../../shared/events.ts';
import {
  askedOf,
  type FeedFilter,
  isAskedFor,
  isFeedFiltered,
  keepFeedFilter,
  keptFeedFilter,
} from './feed-filter.ts';
import { anEvent } from './testing.ts';

const memory = (text: string | null) => {
  let kept = text;
  return {
    getItem: () => kept,
    setItem(_: string, value: string) {
      kept = value;
    },
  };
};

test.each<[string | null, FeedFilter]>([
  [null, {}],
  ['', {}],
  ['[1]', {}],
  ['null', {}],
  ['{"vendor":7,"kind":"no such","unread":"yes","agentId":""}', {}],
  ['{"vendor":"unith","unread":true,"more":1}', { vendor: 'unith', unread: true }],
])('%j is kept as %j', (text, filter) => expect(keptFeedFilter(memory(text))).toEqual(filter));

test('whatever is kept, it is read as a filter', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const filter = keptFeedFilter(memory(text));
      for (const value of Object.values(filter)) expect(['string', 'boolean']).toContain(typeof value);
    }),
  );
});

test('a filter stays as it was', () => {
  const id = fc.string({ minLength: 1, maxLength: 200 });
  const filters = fc.record(
    {
      vendor: id,
      endpointId: id,
      agentId: id,
      kind: fc.constantFrom(...eventKinds),
      unread: fc.constant(true as const),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filters, (filter) => {
      const kept = memory(null);
      keepFeedFilter(filter, kept);
      expect(keptFeedFilter(kept)).toEqual(filter);
      expect(isFeedFiltered(filter)).toBe(Object.keys(filter).length > 0);
    }),
  );
});

test('a store that cannot be used is none', () => {
  const broken = {
    getItem() {
      throw new Error('denied');
    },
    setItem() {
      throw new Error('full');
    },
  };
  expect(keptFeedFilter(broken)).toEqual({});
  expect(() => keepFeedFilter({ unread: true }, broken)).not.toThrow();
});

test('what is asked for is what fits', () => {
  expect(askedOf({ vendor: 'unith', kind: 'gap', unread: true })).toEqual({
    vendor: 'unith',
    kinds: ['gap'],
  });
  const event = anEvent(1, { agentId: 'A1' });
  for (const filter of [{}, { vendor: 'test' }, { endpointId: 'ep1', agentId: 'A1', kind: event.kind }]) {
    expect(isAskedFor(event, filter)).toBe(true);
  }
  for (const filter of [{ vendor: 'x' }, { endpointId: 'x' }, { agentId: 'x' }, { kind: 'gap' as const }]) {
    expect(isAskedFor(event, filter)).toBe(false);
  }
});
