import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prettyJson } from './pretty-json.ts';

test('any JSON is written as JSON.stringify would indent it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const plain = JSON.stringify(JSON.parse(text));
      expect(prettyJson(plain)).toBe(JSON.stringify(JSON.parse(text), null, 2));
    }),
  );
});

test('numbers, escapes and double keys stay as sent', () => {
  expect(prettyJson('{"t":1705312200.0,"id":12345678901234567890,"a":"\\u00e9","a":[ ]}')).toBe(
    '{\n  "t": 1705312200.0,\n  "id": 12345678901234567890,\n  "a": "\\u00e9",\n  "a": []\n}',
  );
});

test('what is not JSON is left alone', () => {
  expect(prettyJson('{"a":')).toBeUndefined();
  expect(prettyJson('')).toBeUndefined();
});
