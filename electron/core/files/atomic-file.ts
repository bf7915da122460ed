import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Replaces a file whole, readable by its owner alone: after a crash there is the old content or the new, never a part. */
export function writeFileAtomically(file: string, content: string | Buffer): void {
  const next = `${file}.next`;
  // What a crash left would keep its own mode.
  rmSync(next, { force: true });
  try {
    const descriptor = openSync(next, 'wx', 0o600);
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(next, file);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}

/** undefined where there is no such file. */
export function readFileIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
