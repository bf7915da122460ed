import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellDe } from '../words/de.ts';
import { shellEn } from '../words/en.ts';
import { noon } from './testing.ts';
import { ago, until } from './time-words.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('ago', () => {
  it.each([
    [0, 'just now', minute],
    [minute - 1, 'just now', minute],
    [minute, '1 min ago', 2 * minute],
    [hour - 1, '59 min ago', hour],
    [hour, '1 h ago', 2 * hour],
    [day - 1, '23 h ago', day],
    [day, '1 day ago', 2 * day],
    [9.5 * day, '9 days ago', 10 * day],
    [-hour, 'just now', minute],
  ])('%i ms later: %s', (passed, words, changesAfter) => {
    expect(ago(noon, noon + passed, shellEn.time)).toEqual({ words, changesAt: noon + changesAfter });
  });
});

describe('until', () => {
  const midnight = new Date(2026, 4, 6).getTime();
  it.each([
    [new Date(2026, 4, 5, 17, 30), 'until 17:30', undefined],
    [new Date(2026, 4, 5, 23, 59), 'until 23:59', undefined],
    [new Date(2026, 4, 6, 0, 0), 'until tomorrow 00:00', midnight],
    [new Date(2026, 4, 6, 8), 'until tomorrow 08:00', midnight],
    [new Date(2026, 4, 7, 8), 'until Thu 7 May 08:00', midnight],
  ])('%s: %s', (end, words, changesAt) => {
    expect(until(end.getTime(), noon, shellEn.time)).toEqual({
      words,
      changesAt: changesAt ?? end.getTime(),
    });
  });
});

it('says the same until it tells that it changes', () => {
  const span = fc.integer({ min: 1, max: 10 * day });
  fc.assert(
    fc.property(
      fc.constantFrom(ago, until),
      fc.constantFrom(shellEn, shellDe),
      span,
      span,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (say, spoken, at, now, part) => {
        const [from, then] = say === ago ? [noon - at, noon + now] : [noon + at + now, noon + now];
        const { words, changesAt } = say(from, then, spoken.time);
        expect(changesAt).toBeGreaterThan(then);
        const later = Math.min(changesAt - 1, Math.floor(then + part * (changesAt - then)));
        expect(say(from, later, spoken.time).words).toBe(words);
      },
    ),
  );
});
