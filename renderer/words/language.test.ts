import { expect, test } from 'vitest';
import { inLanguage, language } from './language.ts';

test('outside a window, English is spoken', () => {
  expect(language).toBe('en');
  expect(inLanguage<string>('a word', 'ein Wort')).toBe('a word');
});
