import { expect, test } from 'vitest';
import { withGaps } from './gaps.ts';
import { anEvent } from './testing.ts';

const at = (second: number) => anEvent(second).occurredAt;
const gap = (seq: number, from: number, to: number) =>
  anEvent(seq, { kind: 'gap', occurredAt: at(to), data: { from: at(from), to: at(to), recovered: 0 } });
const live = { state: 'live' as const, startedAt: at(10), lastAt: at(30) };
const rows = [anEvent(10), anEvent(20), anEvent(30)];
const seqs = (events: readonly { seq: number }[]) => events.map(({ seq }) => seq);

test('a gap stands where it happened', () => {
  expect(seqs(withGaps(rows, [gap(99, 21, 25)], live, false))).toEqual([10, 20, 99, 30]);
});

test('one before the session, or after its end, is not its own', () => {
  expect(withGaps(rows, [gap(99, 1, 5)], live, false)).toBe(rows);
  const ended = { ...live, state: 'ended' as const, endedAt: at(30) };
  expect(withGaps(rows, [gap(99, 40, 50)], ended, false)).toBe(rows);
  expect(seqs(withGaps(rows, [gap(99, 40, 50)], live, false))).toEqual([10, 20, 30, 99]);
});

test('one among rows that are not shown yet waits for them', () => {
  expect(seqs(withGaps(rows.slice(2), [gap(99, 11, 15)], live, true))).toEqual([30]);
  expect(seqs(withGaps(rows, [gap(99, 11, 15)], live, true))).toEqual([10, 99, 20, 30]);
});

test('one that is among the rows already does not come twice', () => {
  const own = gap(99, 21, 25);
  expect(withGaps([...rows, own], [own], live, false)).toHaveLength(4);
});
