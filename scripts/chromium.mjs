import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A real Chromium: `GREENROOM_CHROMIUM`, else the system's.
 * @param {Record<string, string | undefined>} [env]
 * @returns {string | undefined}
 */
export function findChromium(env = process.env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [env.GREENROOM_CHROMIUM ?? '', ...onPath, ...elsewhere].find(isExecutable);
}

/**
 * The same, installed by apt where there is none and we may.
 * @returns {string}
 * @throws {Error} which says what to do
 */
export function requireChromium() {
  const found = findChromium() ?? (installByApt() ? findChromium() : undefined);
  if (found) return found;
  throw new Error(
    'The end-to-end tests need Chromium, and none was found. Install it (on Debian, as root: apt-get install chromium), or give its path in GREENROOM_CHROMIUM.',
  );
}

/**
 * Keeps Chromium from calling home; it refuses its own sandbox to root.
 * @returns {string[]}
 */
export function chromiumArgs() {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const quiet = ['gpu', 'quic', 'background-networking', 'component-update', 'sync'].map(
    (name) => `--disable-${name}`,
  );
  return [...asRoot, ...quiet, '--no-first-run'];
}

function installByApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  console.log('No Chromium found: installing it by apt …');
  return [['update'], ['install', '-y', '--no-install-recommends', 'chromium']].every((args) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return (
      spawnSync('apt-get', ['-q', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
    );
  });
}

/** @param {string} path */
function isExecutable(path) {
  try {
    if (path) accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}
