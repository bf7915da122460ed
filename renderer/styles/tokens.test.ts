import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contrasts, grounds, themes, tones } from './testing/contrast.ts';

const contrastOf = contrasts(readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8'));

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
  expect(contrastOf(tone, ground, theme)).toBeGreaterThanOrEqual(least);
});

test.each(tones)('DESIGN.md tells the contrast of %s as it is', (tone) => {
  const design = readFileSync(join(import.meta.dirname, '../DESIGN.md'), 'utf8');
  const figures = themes.flatMap((theme) => [
    contrastOf(tone, 'bg', theme),
    contrastOf(tone, 'card', theme),
    Math.min(...grounds.map((ground) => contrastOf(tone, ground, theme))),
  ]);
  const row = design.split('\n').find((line) => line.startsWith(`| \`${tone}\` `));
  expect(row?.match(/\d+\.\d/g)).toEqual(figures.map((figure) => figure.toFixed(1)));
});
