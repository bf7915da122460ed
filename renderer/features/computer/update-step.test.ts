import { expect, test } from 'vitest';
import { inputs } from '../../../shared/contract.ts';
import type { UpdateStatus } from '../../../shared/status.ts';
import { describeUpdate, desktop as words } from '../../words/desktop.ts';
import { updateStep } from './update-step.ts';

test.each<[UpdateStatus, string, string | undefined]>([
  [{ state: 'unsupported' }, 'This copy does not update itself.', undefined],
  [{ state: 'idle' }, 'Not checked yet.', 'update.check'],
  [{ state: 'idle', checkedAt: '2026-01-01T00:00:00.000Z' }, 'This is the newest version.', 'update.check'],
  [{ state: 'checking' }, 'Checking…', undefined],
  [{ state: 'available', version: '1.2.0' }, 'Version 1.2.0 is there to download.', 'update.download'],
  [{ state: 'downloading', version: '1.2.0' }, 'Version 1.2.0 is loading…', undefined],
  [{ state: 'downloading', version: '1.2.0', percent: 99.9 }, 'Version 1.2.0 is loading: 99 %.', undefined],
  [
    { state: 'ready' },
    'A newer version is ready: it is installed when you quit Greenroom.',
    'update.install',
  ],
  [{ state: 'failed' }, 'That did not work.', 'update.check'],
])('%j', (update, sentence, step) => {
  expect(describeUpdate(update)).toBe(sentence);
  expect(updateStep(update.state)).toBe(step);
});

test('each step is a command, and has a name', () => {
  for (const step of Object.keys(words.steps)) expect(inputs).toHaveProperty([step]);
});
