import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBody } from './parse-body.ts';

test.each(['', ' ', '{', 'null', '1', '"text"', '[{}]', 'true', '{"a":1}x', '<xml/>', '['.repeat(100_000)])(
  'no object: %j',
  (text) => {
    expect(parseBody(Buffer.from(text))).toEqual({});
  },
);

test('a byte order mark is passed over', () => {
  expect(parseBody(Buffer.from('\ufeff{"a":1}'))).toEqual({ a: 1 });
});

test('invalid UTF-8 within a string is read as a replacement character', () => {
  expect(parseBody(Buffer.from([...Buffer.from('{"a":"'), 0xff, ...Buffer.from('"}')]))).toEqual({
    a: '\ufffd',
  });
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(parseBody(Buffer.from(bytes))).toBeTypeOf('object');
    }),
  );
});
