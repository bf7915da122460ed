import { mkdirSync } from 'node:fs';
import { AppError } from '../../../shared/errors.ts';

/** Makes the data folder for its owner alone. @throws AppError `store_failed` */
export function makeDataFolder(dataDir: string): void {
  // For all that is made inside as well: the store, its journals, the log.
  process.umask(0o077);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { message } = error as Error;
    throw new AppError(
      'store_failed',
      `The data folder ${dataDir} cannot be made: ${message}. Choose another with --data-dir.`,
    );
  }
}

/** What the system says of one file, or SQLite in a thread, with the folder's name; any other error as it is. */
export function folderError(dataDir: string, error: unknown): unknown {
  const fromThread =
    error instanceof AppError && (error.code === 'internal' || error.code === 'store_failed');
  const ofFile = error instanceof Error && 'path' in error;
  if (!fromThread && !ofFile) return error;
  if (fromThread && error.message.includes(dataDir)) return error;
  return new AppError('store_failed', `The data folder ${dataDir} cannot be used: ${error.message}`, {
    cause: error,
  });
}
