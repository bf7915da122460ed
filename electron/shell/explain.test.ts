import { afterEach, expect, it, vi } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { explainAndExit } from './explain.ts';

afterEach(() => void vi.restoreAllMocks());

it.each([
  [
    new AppError('folder_in_use', 'Another Greenroom is using this data folder.'),
    /^Another Greenroom is using/,
  ],
  [new TypeError('x is undefined'), /unexpected[\s\S]*TypeError: x is undefined/],
])('tells why and ends: %s', (error, words) => {
  vi.spyOn(console, 'error').mockReturnValue();
  const told: unknown[] = [];
  explainAndExit(
    {
      app: { exit: (code) => void told.push(code) } satisfies Pick<Electron.App, 'exit'>,
      dialog: { showErrorBox: (title, text) => void told.push(title, text) } satisfies Pick<
        Electron.Dialog,
        'showErrorBox'
      >,
    },
    error,
  );
  expect(told).toEqual(['Greenroom cannot start', expect.stringMatching(words), 3]);
});
