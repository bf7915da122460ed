import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLog } from '../../files/log.ts';
import { tempDir } from '../../store/testing/temp-store.ts';

/** A log in a folder of its own, and what was written to it. */
export function tempLog() {
  const dir = tempDir();
  return { log: openLog(dir), written: () => readFileSync(join(dir, 'greenroom.log'), 'utf8') };
}
