import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPasteable, shellQuote } from './shell.ts';

test('a real shell reads back any text', () => {
  const text = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom("'", '"', '\\', '$', '`', '!', '\n', ' ', '~', '#', 'ü', '•'),
        fc.string(),
      ),
    })
    .map((raw) => raw.toWellFormed().replaceAll('\0', ''));
  fc.assert(
    fc.property(text, (raw) => {
      expect(execFileSync('sh', ['-c', `printf %s ${shellQuote(raw)}`], { encoding: 'utf8' })).toBe(raw);
    }),
    { numRuns: 60 },
  );
});

test('plain words are not quoted, an empty one is', () => {
  expect(shellQuote('http://127.0.0.1:4781/hooks/a-b_c')).toBe('http://127.0.0.1:4781/hooks/a-b_c');
  expect(shellQuote('')).toBe("''");
  expect(shellQuote('~root')).toBe("'~root'");
});

test('control characters and long texts are not for pasting', () => {
  expect(isPasteable('{"a": "ü"}\n')).toBe(true);
  expect(isPasteable('a\u0000')).toBe(false);
  expect(isPasteable('a\tb')).toBe(false);
  expect(isPasteable('a'.repeat(30_001))).toBe(false);
});
