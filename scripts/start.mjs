import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { endWithParent } from './end-with-parent.mjs';
import { fetchElectron, findElectron } from './get-electron.mjs';
import { brokeAtStart, planStart } from './start-plan.mjs';

const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);

try {
  buildIfStale();
  process.exitCode = await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Ends in a working app, here or in the browser, wherever there is a way. */
async function start() {
  const { platform, env } = process;
  const plan = planStart({
    platform,
    env,
    uid: process.getuid?.(),
    hasElectron: findElectron() !== undefined,
  });
  if (plan.do === 'browser') return startInBrowser(plan.because);

  const trouble = plan.do === 'fetch' ? await fetchElectron() : undefined;
  const binary = findElectron();
  if (!binary)
    return startInBrowser(`Electron could not be fetched: ${trouble ?? 'it is not where it should be'}`);

  const began = performance.now();
  const end = await runElectron(binary);
  if (!brokeAtStart({ ...end, ranMs: performance.now() - began })) return end.code ?? 1;
  return startInBrowser(`Electron does not run here (${end.signal ?? `exit code ${end.code}`}; see above)`);
}

/** @param {string} because */
async function startInBrowser(because) {
  console.log(`${because}. Starting Greenroom for the browser instead.`);
  const { serve } = await import('./serve.mjs');
  return serve(args);
}

/**
 * @param {string} binary
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
function runElectron(binary) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const child = spawn(binary, [root, ...args], { stdio: 'inherit', env });
  // A terminal sends Ctrl-C to both of us; a second one would end the app before it has stopped.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  endWithParent(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve({ code: 127, signal: null });
    });
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
}
