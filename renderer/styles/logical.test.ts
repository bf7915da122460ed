import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = globSync('**/*.css', { cwd: root });

/** Sides by the page's direction, so that the window also stands right for those who read from right to left. */
const sided =
  /^(?:left|right|(?:margin|padding|border)(?:-[a-z]+)?-(?:left|right)(?:-[a-z]+)?|border-[a-z]+-(?:left|right)-radius|scroll-(?:margin|padding)-(?:left|right))$/;

test.each(files)('%s names no left and no right', (file) => {
  expect(physical(readFileSync(join(root, file), 'utf8'))).toEqual([]);
});

test('what names a side is found, in each way of writing it', () => {
  const css =
    'a { left: 1px; border-left-color: red; float: right; margin: 0 1px 0 calc(2px + 3px); inset: 0 }';
  expect(physical(css)).toEqual([
    'left: 1px',
    'border-left-color: red',
    'float: right',
    'margin: 0 1px 0 calc(2px + 3px)',
  ]);
});

test('the sheets are read', () => expect(files.length).toBeGreaterThan(10));

function physical(css: string): string[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...bare.matchAll(/(?<=[{;]\s*)([a-z-]+):\s*([^;{}]+?)\s*(?=[;}])/g)].flatMap(
    ([, name = '', value = '']) => (isPhysical(name, value) ? [`${name}: ${value}`] : []),
  );
}

function isPhysical(name: string, value: string): boolean {
  if (sided.test(name)) return true;
  if (/^(?:float|clear|text-align)$/.test(name)) return /\b(?:left|right)\b/.test(value);
  if (!/^(?:margin|padding|inset|border-(?:width|style|color))$/.test(name)) return false;
  const [, right, , left] = value.match(/(?:[^\s(]+\([^()]*(?:\([^()]*\)[^()]*)*\)|\S+)/g) ?? [];
  return left !== undefined && left !== right;
}
