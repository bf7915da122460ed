import { expect, test } from 'vitest';
import { pickLanguage } from './language.ts';

test.each([
  [['de', 'en-GB'], 'de'],
  [['de-AT', 'en'], 'de'],
  [['de_AT.UTF-8', 'de_AT'], 'de'],
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
