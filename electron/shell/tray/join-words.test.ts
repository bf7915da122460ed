import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellEn } from '../words/en.ts';
import { joinWords } from './join-words.ts';
import type { Join } from './recent-joins.ts';
import { join, noon } from './testing.ts';

test.each<[Partial<Join>, string]>([
  [{}, 'Joined Anna · 3 min ago'],
  [{ room: 'lobby' }, 'Joined Anna · lobby · 3 min ago'],
  [{ kind: 'started' }, 'Conversation with Anna · 3 min ago'],
  [{ isSample: true }, 'Joined Anna · 3 min ago · sample'],
  [{ isSample: true, isProved: false }, 'Joined Anna · 3 min ago · sample'],
  [{ isProved: false }, 'Joined Anna · 3 min ago · not proved'],
  [{ who: '' }, 'Joined your avatar · 3 min ago'],
  [{ who: ' \u202e\n\u0007 ' }, 'Joined your avatar · 3 min ago'],
  [{ who: 'A\r\nQuit' }, 'Joined A Quit · 3 min ago'],
  [{ who: 'Anna \u202egpj.exe' }, 'Joined Anna gpj.exe · 3 min ago'],
  [{ room: '\u2066\t' }, 'Joined Anna · 3 min ago'],
  [{ who: 'a'.repeat(40) }, `Joined ${'a'.repeat(31)}… · 3 min ago`],
  [{ at: noon }, 'Joined Anna · just now'],
])('%j reads %s', (given, words) => {
  expect(joinWords({ ...join, ...given }, noon, shellEn).words).toBe(words);
});

test('whatever strangers call themselves: one short line', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(text, text, (who, room) => {
      const { words } = joinWords({ ...join, who, room }, noon, shellEn);
      expect(words.length).toBeLessThanOrEqual(120);
      expect(words).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(words).toContain('3 min ago');
    }),
  );
});
