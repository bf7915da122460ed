import { expect, test } from 'vitest';
import { settingsPatch } from '../../../shared/settings.ts';
import { limits, type NumberSetting, readNumber } from './limits.ts';

test.each(Object.keys(limits) as NumberSetting[])('the limits of %s are those of the core', (name) => {
  const { least, most, unit } = limits[name];
  const isAccepted = (value: number) => settingsPatch.safeParse({ [name]: value }).success;
  expect(isAccepted(least * unit)).toBe(true);
  expect(isAccepted(most * unit)).toBe(true);
  expect(isAccepted(least * unit - 1)).toBe(false);
  expect(isAccepted(most * unit + 1)).toBe(false);
});

test.each([
  ['30', 30],
  [' 7 ', 7],
  ['0', undefined],
  ['3651', undefined],
  ['1.5', undefined],
  ['1e3', undefined],
  ['', undefined],
  ['-1', undefined],
])('"%s" days are read as %s', (text, value) => {
  expect(readNumber(text, limits.retentionDays)).toBe(value);
});

test('a number is given in the units of the core', () => {
  expect(readNumber('64', limits.retentionBytes)).toBe(64 * 1024 ** 2);
});
