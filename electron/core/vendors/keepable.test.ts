import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../shared/events.ts';
import { keepable } from './keepable.ts';
import { parseBody } from './parse-body.ts';

const parsed = (json: string): JsonObject => parseBody(Buffer.from(json));

test('ordinary JSON is kept as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const json = JSON.stringify({ value });
      fc.pre(!json.includes('__proto__'));
      expect(keepable(parsed(json))).toEqual(JSON.parse(json));
    }),
  );
});

test('a tower of arrays that JSON.stringify could not write is cut', () => {
  const tower = parsed(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`);
  expect(() => JSON.stringify(tower)).toThrow(RangeError);
  expect(JSON.stringify(keepable(tower))).toMatch(/^\{"a":\[+"…"\]+\}$/);
});

test('so is a tower of objects', () => {
  const tower = parsed(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
  expect(JSON.stringify(keepable(tower))).toContain('"…"');
});

test('fifty levels are kept', () => {
  const nested = parsed(`${'{"a":'.repeat(50)}[1]${'}'.repeat(50)}`);
  expect(keepable(nested)).toEqual(nested);
});

test('no key becomes a prototype', () => {
  const kept = keepable(parsed('{"__proto__":{"admin":true},"a":{"__proto__":[1],"b":2}}'));
  expect(Object.assign({}, kept).admin).toBeUndefined();
  expect(kept).toEqual({ a: { b: 2 } });
});

test('numbers end, and text is well-formed', () => {
  expect(keepable(parsed('{"n":1e400,"s":"\\ud800","\\udc00":[-1e999]}'))).toEqual({
    n: null,
    s: '\ufffd',
    '\ufffd': [null],
  });
});
