/** `npm run serve`: builds what is stale and runs the browser host. */
import { spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildIfStale } from './build.mjs';
import { endWithParent } from './end-with-parent.mjs';

const entry = fileURLToPath(new URL('../out/main/serve.js', import.meta.url));

/**
 * Runs the browser host in a process of its own and hands signals on, so that it always ends cleanly.
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function serve(args) {
  await buildIfStale();
  const host = spawn(process.execPath, [entry, ...args], { stdio: 'inherit' });
  const handOn = (/** @type {NodeJS.Signals} */ signal) => host.kill(signal);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, handOn);
  endWithParent(() => host.kill('SIGTERM'));
  return new Promise((resolve) => host.on('close', (code) => resolve(code ?? 1)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await serve(process.argv.slice(2));
}
