import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = globSync('**/*.css', { cwd: root }).filter((file) => !file.endsWith('tokens.css'));
const css = files.map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);

/** One scale, as DESIGN.md has it: what stands beside it is a mistake or a reason to change the scale. */
const allowed = {
  'font-size': /^(?:var\(--size(?:-xs|-s|-m|-l|-xl)?\)|inherit|0)$/,
  'font-weight': /^(?:400|500|600|650|inherit)$/,
  color: /^(?:var\(--[a-z0-9-]+\)|inherit|currentColor|transparent|color-mix\(.*\)|[A-Z][A-Za-z]+)$/,
  background: /^(?!.*(?:#[0-9a-f]{3}|rgb|hsl|oklch\())/,
};
/** Only people have a hue of their own. */
const personal = /oklch\([^()]*var\(--hue\)\)/g;

test.each(css)('%s keeps to the scale and the tokens', (_, text) => {
  for (const [, name = '', value = ''] of text.matchAll(/(?<=[{;]\s*)([a-z-]+):\s*([^;{}]+?)\s*(?=[;}])/g)) {
    const rule = Object.entries(allowed).find(([known]) => known === name)?.[1];
    if (rule)
      expect(`${name}: ${value}`, name).toSatisfy(() => rule.test(value.replace(personal, 'currentColor')));
  }
});

test('the sheets are read', () => expect(files.length).toBeGreaterThan(10));
