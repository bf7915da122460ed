import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contrast, grounds, readToken, type Theme, tones } from './contrast.ts';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const design = readFileSync(join(import.meta.dirname, '../DESIGN.md'), 'utf8');
const themes = ['light', 'dark'] as const;

const between = (one: string, other: string, theme: Theme) =>
  contrast(readToken(css, one, theme), readToken(css, other, theme));

/** WCAG 2 AA: 4.5 for text of any size, 3 for what only outlines a control. */
test.each(
  themes.flatMap((theme) => [
    ...tones.flatMap((tone) => grounds.map((ground) => [theme, tone, ground, 4.5] as const)),
    [theme, 'on-accent', 'accent', 4.5] as const,
    [theme, 'edge', 'bg', 3] as const,
    [theme, 'edge', 'card', 3] as const,
    [theme, 'edge', 'side', 3] as const,
  ]),
)('%s: %s on %s is at least %d', (theme, tone, ground, least) => {
  expect(between(tone, ground, theme)).toBeGreaterThanOrEqual(least);
});

test('the figures of DESIGN.md are those of the tokens', () => {
  const least = (tone: string, on: readonly string[], theme: Theme) =>
    on
      .map((ground) => ({ ground, ratio: between(tone, ground, theme) }))
      .reduce((a, b) => (a.ratio <= b.ratio ? a : b));
  const rows = [
    ...tones.map((tone) => [tone, grounds] as const),
    ['on-accent', ['accent']] as const,
    ['edge', ['bg', 'card', 'side']] as const,
  ].map(([tone, on]) => {
    const figures = themes.flatMap((theme) => {
      const { ground, ratio } = least(tone, on, theme);
      // Cut, not rounded: a figure must not promise more than there is.
      return [(Math.floor(ratio * 10) / 10).toFixed(1), `\`${ground}\``];
    });
    return `| \`--${tone}\` | ${figures.join(' | ')} |`;
  });
  const written = design.split('\n').filter((line) => /^\| `--[\w-]+` \| [\d.]+ \| `/.test(line));
  expect(written).toEqual(rows);
});

test('DESIGN.md names no token that is not there', () => {
  const named = [...design.matchAll(/`(--[a-z][\w-]*)`/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !css.includes(`${name}:`))).toEqual([]);
});
