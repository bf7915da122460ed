import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFileIfThere, writeFileAtomically } from './atomic-file.ts';
import { makeDataFolder } from './data-folder.ts';
import { tempFolder } from './testing/temp-folder.ts';

const modeOf = (path: string) => statSync(path).mode & 0o777;

test('a file is replaced whole, for its owner alone, and nothing is left beside it', () => {
  const folder = tempFolder();
  const file = join(folder, 'a.json');
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { minLength: 1, maxLength: 5 }),
      (texts) => {
        for (const text of texts) writeFileAtomically(file, text);
        expect(readFileIfThere(file)).toBe(texts.at(-1)?.toWellFormed());
      },
    ),
    { numRuns: 20 },
  );
  expect(modeOf(file)).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['a.json']);
});

test('what a crash left is no hindrance, and its mode is not taken over', () => {
  const file = join(tempFolder(), 'a.json');
  writeFileSync(`${file}.next`, 'half of', { mode: 0o644 });
  chmodSync(`${file}.next`, 0o644);
  writeFileSync(file, 'old', { mode: 0o644 });
  writeFileAtomically(file, 'new');
  expect([readFileSync(file, 'utf8'), modeOf(file)]).toEqual(['new', 0o600]);
});

test('where writing fails, the old content stays and nothing else does', () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'a.json'));
  expect(() => writeFileAtomically(join(folder, 'a.json'), 'secret')).toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect(readdirSync(folder)).toEqual(['a.json']);
  expect(() => writeFileAtomically(join(folder, 'none/a.json'), 'x')).toThrow('ENOENT');
});

test('a file that is not there is undefined; one that cannot be read is an error', () => {
  expect(readFileIfThere(join(tempFolder(), 'none'))).toBeUndefined();
  expect(() => readFileIfThere(tempFolder())).toThrow('EISDIR');
});

test('the data folder is made for its owner alone, with all that leads to it', () => {
  const folder = join(tempFolder(), 'a', 'b c', 'ü');
  makeDataFolder(folder);
  makeDataFolder(folder);
  expect(modeOf(folder)).toBe(0o700);
  expect(modeOf(join(folder, '..'))).toBe(0o700);
});

test('a file in its place is told in words', () => {
  const file = join(tempFolder(), 'file');
  writeFileSync(file, '');
  expect(() => makeDataFolder(file)).toThrow(
    expect.objectContaining({ code: 'store_failed', message: expect.stringContaining('--data-dir') }),
  );
  expect(() => makeDataFolder(join(file, 'below'))).toThrow(
    expect.objectContaining({ code: 'store_failed' }),
  );
});
