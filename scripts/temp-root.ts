import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** All temporary folders of a test run are made in one, which goes with it. @returns what removes it */
export default function inTempRoot(): () => void {
  const root = mkdtempSync(join(tmpdir(), 'greenroom-run-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = root;
  return () => rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}
