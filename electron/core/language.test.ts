import { expect, test } from 'vitest';
import type { LanguageChoice } from '../../shared/language.ts';
import { createLanguage } from './language.ts';

function begin(choice: LanguageChoice, system: string[] = []) {
  const world = { choice, changes: 0 };
  const language = createLanguage(
    () => world.choice,
    system,
    () => world.changes++,
  );
  return { world, language };
}

test('what was chosen counts before the window, and the window before the system', () => {
  const { world, language } = begin('system', ['fr-CH', 'de-CH']);
  expect(language.now()).toBe('de');
  language.heard('en');
  expect(language.now()).toBe('en');
  world.choice = 'de';
  expect(language.now()).toBe('de');
});

test('only what changes it is news', () => {
  const { world, language } = begin('system');
  language.heard('en');
  expect(world.changes).toBe(0);
  language.heard('de');
  language.heard('de');
  expect(world.changes).toBe(1);
  world.choice = 'en';
  language.heard('en');
  expect(world.changes).toBe(1);
});
