import { expect, test } from 'vitest';
import { asObject, firstOf, readCount, readId, readKeyword, readText } from './fields.ts';

test.each([
  ['A12BCD3456', 'A12BCD3456'],
  ['  padded\t', 'padded'],
  [42, '42'],
  [0, '0'],
  ['x'.repeat(500), 'x'.repeat(200)],
  ['a\ud800', 'a\ufffd'],
  [`${'x'.repeat(199)}😀`, `${'x'.repeat(199)}\ufffd`],
])('readId(%j)', (value, id) => {
  expect(readId(value)).toBe(id);
});

test.each(['', '   ', null, undefined, true, [], {}, Number.NaN, Number.POSITIVE_INFINITY])(
  'no id: %j',
  (value) => {
    expect(readId(value)).toBeUndefined();
  },
);

test.each(['room.join', 'room_join', 'ROOM.JOIN', ' Room-Join '])('readKeyword(%j)', (value) => {
  expect(readKeyword(value)).toBe('room.join');
});

test.each([
  [2, 2],
  ['3', 3],
  [0, 0],
  [-1, undefined],
  [1.5, undefined],
  ['two', undefined],
  ['', undefined],
  [null, undefined],
  [2 ** 60, undefined],
])('readCount(%j)', (value, count) => {
  expect(readCount(value)).toBe(count);
});

test('readText keeps every character but lone surrogates', () => {
  expect(readText('  Grüß dich 😀\n')).toBe('  Grüß dich 😀\n');
  expect(readText('\udc00!')).toBe('\ufffd!');
  expect(readText('')).toBe('');
  expect(readText(5)).toBeUndefined();
});

test('asObject takes neither arrays nor null', () => {
  expect([asObject([]), asObject(null), asObject('{}'), asObject(undefined)]).toEqual(
    Array(4).fill(undefined),
  );
  expect(asObject({ a: 1 })).toEqual({ a: 1 });
});

test('firstOf prefers an earlier name, then an earlier source, and passes over what it cannot read', () => {
  const [inner, outer] = [
    { b: 'inner b', c: '' },
    { a: 'outer a', b: 'outer b', c: 'outer c' },
  ];
  expect(firstOf([inner, outer], ['a', 'b'], readId)).toBe('outer a');
  expect(firstOf([inner, outer], ['b'], readId)).toBe('inner b');
  expect(firstOf([undefined, inner, outer], ['c'], readId)).toBe('outer c');
  expect(firstOf([inner], ['a'], readId)).toBeUndefined();
});
