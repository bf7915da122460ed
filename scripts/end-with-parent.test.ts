import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const module = fileURLToPath(new URL('./end-with-parent.mjs', import.meta.url));
const script = `
  import { endWithParent } from ${JSON.stringify(module)};
  endWithParent(() => { console.log('ended'); process.exit(0); });
  setInterval(() => {}, 1000);
  console.log(process.pid);
`;

it.skipIf(process.platform === 'win32')('ends when the shell that started it is killed', async () => {
  // The shell waits for another command afterwards, so that it does not give its own process away.
  const shell = spawn('sh', ['-c', '"$0" --input-type=module -e "$1"; true', process.execPath, script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  shell.stdout.on('data', (chunk) => {
    said += chunk;
  });
  await expect.poll(() => said, { timeout: 10_000 }).toMatch(/^\d+\n/);
  const gone = once(shell.stdout, 'close');
  shell.kill('SIGTERM');
  await gone;
  expect(said).toContain('ended');
});
