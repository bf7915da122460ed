import { expect, test } from 'vitest';
import { handSteps } from './hand-steps.ts';

test('each value stands with the step that speaks of it', () => {
  const steps = handSteps(
    { steps: ['Open it.', 'Paste {url}.', 'Add {header}.'], consoleUrl: 'https://vendor.example' },
    true,
  );
  expect(steps.map(({ carries, opens }) => [carries, opens])).toEqual([
    [[], true],
    [['url'], false],
    [['header'], false],
  ]);
});

test('what the vendor’s words leave out is added, and no header where there is none', () => {
  expect(handSteps({ steps: ['Do it.'] }, true).flatMap(({ carries }) => carries)).toEqual(['url', 'header']);
  expect(handSteps({ steps: ['Do {header}.'] }, false).flatMap(({ carries }) => carries)).toEqual(['url']);
  expect(handSteps({ steps: ['Do it.'] }, false)[0]?.opens).toBe(false);
});
