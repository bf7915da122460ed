/** One type check per room, so that a room sees only the globals and types that are its own. */
import { spawnSync } from 'node:child_process';

const rooms = ['shared', 'electron/core', 'electron/web', 'electron/shell', 'renderer', '.'];
const failed = rooms.filter((room) => {
  const { status } = spawnSync('tsc', ['--project', room], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${room}`);
  return status !== 0;
});
process.exitCode = failed.length > 0 ? 1 : 0;
