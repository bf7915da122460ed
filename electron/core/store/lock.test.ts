import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { lockFolder } from './lock.ts';
import { tempDir } from './testing/temp-store.ts';

async function another(file: string): Promise<{ child: ChildProcess; said: string }> {
  const script = fileURLToPath(new URL('./testing/hold-lock.ts', import.meta.url));
  const child = spawn(process.execPath, [script, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = await once(child.stdout, 'data');
  return { child, said: String(said).trim() };
}

test('a second process is refused, and the system releases the lock of one that was killed', async () => {
  const file = join(tempDir(), 'lock.db');
  const first = await another(file);
  expect(first.said).toBe('held');
  expect(() => lockFolder(file)).toThrow(expect.objectContaining({ code: 'folder_in_use' }));
  expect((await another(file)).said).toBe('folder_in_use');
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const unlock = lockFolder(file);
  expect((await another(file)).said).toBe('folder_in_use');
  unlock();
  expect((await another(file)).said).toBe('held');
});

test('a lock file that is no database locks nobody out, and still locks', () => {
  const file = join(tempDir(), 'lock.db');
  writeFileSync(file, 'something else altogether, and rather more than a header'.repeat(100));
  const unlock = lockFolder(file);
  expect(() => lockFolder(file)).toThrow(expect.objectContaining({ code: 'folder_in_use' }));
  unlock();
  lockFolder(file)();
});
