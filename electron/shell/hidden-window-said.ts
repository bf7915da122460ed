import { existsSync, writeFileSync } from 'node:fs';

/**
 * Says something once ever: a file remembers it, and whoever deletes the file hears it again.
 * Where the file cannot be written, it is said once a run.
 */
export function sayOnce(file: string, say: () => void): () => void {
  let isSaid = existsSync(file);
  return () => {
    if (isSaid) return;
    isSaid = true;
    say();
    try {
      writeFileSync(file, JSON.stringify({ staysInTray: true }));
    } catch (error) {
      console.error('Could not remember what was said:', error);
    }
  };
}
