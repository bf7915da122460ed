import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

const sheets = read('**/*.css')
  .map(({ text }) => text.replace(/\/\*[\s\S]*?\*\//g, ''))
  .join('\n');
const styled = new Set([...sheets.matchAll(/\.(-?[a-z][\w-]*)/gi)].map(([, name]) => name));

/** A sheet can lose a rule without any other sign of it, such as the one that hides what is only heard. */
test.each(read('**/*.tsx'))('each class that $file names stands in a sheet', ({ text }) => {
  expect(classesOf(text).filter((name) => !styled.has(name))).toEqual([]);
});

test('the classes of a component are found, also those of a choice', () => {
  const text = `<a className="card more"><b className={isNarrow ? 'unseen' : undefined} /></a>`;
  expect(classesOf(text)).toEqual(['card', 'more', 'unseen']);
});

function classesOf(text: string): string[] {
  return [...text.matchAll(/className=(?:"([^"]*)"|\{([^}]*)\})/g)]
    .map(
      ([, plain, code = '']) => plain ?? [...code.matchAll(/'([^']*)'/g)].map(([, words]) => words).join(' '),
    )
    .flatMap((names) => names.split(/\s+/))
    .filter((name) => /^[a-z][\w-]*$/.test(name));
}
