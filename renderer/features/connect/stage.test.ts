import { expect, test } from 'vitest';
import type { Registration } from '../../../shared/endpoints.ts';
import { isLeaving, type Stage, stageOf } from './stage.ts';

const opening = [{ step: 'tunnel', state: 'doing' } as const, { step: 'create', state: 'waiting' } as const];
const leaving = [{ step: 'access', state: 'doing' } as const, { step: 'clean', state: 'waiting' } as const];
const error = { code: 'vendor_failed', message: '' } as const;

test.each<[Registration, Stage]>([
  [{ state: 'none' }, 'none'],
  [{ state: 'none', steps: [] }, 'none'],
  [{ state: 'registered', confirmedAt: 'x' }, 'registered'],
  [{ state: 'failed', error, steps: opening }, 'failed'],
  [{ state: 'pending', steps: opening }, 'running'],
  [{ state: 'pending', steps: leaving }, 'leaving'],
  [{ state: 'pending' }, 'waiting'],
  [{ state: 'pending', steps: opening, error, nextTryAt: 'x' }, 'paused'],
  [{ state: 'pending', error: { code: 'address_changed', message: '' } }, 'moved'],
])('%j is %s', (registration, stage) => {
  expect(stageOf(registration)).toBe(stage);
});

test('what failed on the way out is told from what failed on the way in', () => {
  expect(isLeaving({ steps: leaving })).toBe(true);
  expect(isLeaving({ steps: opening })).toBe(false);
  expect(isLeaving({})).toBe(false);
});
