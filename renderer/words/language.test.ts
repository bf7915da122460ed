import { expect, test } from 'vitest';
import { inLanguage, language, pickLanguage } from './language.ts';

test.each([
  [['de', 'en-GB'], 'de'],
  [['de-AT', 'en'], 'de'],
  [['fr-CH', 'de-CH'], 'de'],
  [['DE'], 'de'],
  [['den', 'fr'], 'en'],
  [[null, 'en-US', 'de'], 'en'],
  [['system', 'de'], 'de'],
  [['<script>', 7], 'en'],
  [[], 'en'],
])('of %j, %s is spoken', (wanted, spoken) => {
  expect(pickLanguage(wanted)).toBe(spoken);
});

test('outside a window, English is spoken', () => {
  expect(language).toBe('en');
  expect(inLanguage<string>('a word', 'ein Wort')).toBe('a word');
});
