import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstHop } from './download-route.mjs';

const home = join(import.meta.dirname, '../node_modules/electron');

/** @typedef {import('./download-route.mjs').Env} Env */

/**
 * The Electron binary, where it is on this machine: the user's own, or the one of the version that is pinned.
 * Looked for as `electron/index.js` does, which would also start to download.
 * @param {Env} env
 * @param {string} folder of the `electron` package
 * @returns {string | undefined}
 */
export function findElectron(env = process.env, folder = home) {
  const own = env.ELECTRON_OVERRIDE_DIST_PATH;
  const name = read(join(folder, 'path.txt'));
  const binary = join(own || join(folder, 'dist'), name ?? 'electron');
  if (!statSync(binary, { throwIfNoEntry: false })?.isFile()) return undefined;
  if (own) return binary;
  // Without a name it was not unpacked to its end; another version is left over from before an update.
  const present = read(join(folder, 'dist/version'))?.trim().replace(/^v/, '');
  return name && present === versionOf(folder) ? binary : undefined;
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** @param {string} folder */
function versionOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

/**
 * Fetches the runtime once, by Electron's own installer, which checks what it got against checksums in the package.
 * @param {{ env?: Env, folder?: string, patienceMs?: number }} [options] `patienceMs` without any progress ends it
 * @returns {Promise<string | undefined>} why it could not be fetched
 */
export async function fetchElectron({ env = process.env, folder = home, patienceMs = 60_000 } = {}) {
  if (!existsSync(join(folder, 'install.js'))) return 'the package "electron" is not installed';
  let hop;
  try {
    hop = firstHop(env);
  } catch (error) {
    return `the mirror or proxy is no address (${/** @type {Error} */ (error).message})`;
  }
  const unreachable = isCached(env, folder) ? undefined : await whyUnreachable(hop);
  if (unreachable) return unreachable;

  console.log('Fetching Electron, once (about 120 MB) …');
  const scratch = mkdtempSync(join(tmpdir(), 'greenroom-electron-'));
  // Half an unpacked runtime must not look like the one of an earlier version.
  rmSync(join(folder, 'path.txt'), { force: true });
  try {
    return await runInstaller(
      folder,
      scratch,
      { ...env, ...(hop.proxied && { ELECTRON_GET_USE_PROXY: '1' }) },
      patienceMs,
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * @param {{ host: string, port: number }} hop
 * @returns {Promise<string | undefined>} at once where there is no network, within 3 s in any case
 */
export async function whyUnreachable({ host, port }, patienceMs = 3_000) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: patienceMs });
    const timer = setTimeout(() => end(`${host} does not answer`), patienceMs);
    /** @param {string} [why] */
    const end = (why) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(why);
    };
    socket.once('connect', () => end());
    socket.once('error', (error) =>
      end(`${host} cannot be reached (${/** @type {NodeJS.ErrnoException} */ (error).code})`),
    );
  });
}

/**
 * @param {string} folder
 * @param {string} scratch
 * @param {Env} env
 * @param {number} patienceMs
 * @returns {Promise<string | undefined>}
 */
function runInstaller(folder, scratch, env, patienceMs) {
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...env,
      // A place of its own for the download, so that its growth can be watched.
      TMPDIR: scratch,
      TEMP: scratch,
      TMP: scratch,
      ELECTRON_GET_NO_PROGRESS: '1',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));

  return new Promise((resolve) => {
    const progress = () => bytesIn(scratch) + bytesIn(join(folder, 'dist')) + output.length;
    let seen = progress();
    let movedAt = performance.now();
    const watch = setInterval(() => {
      const now = progress();
      if (now !== seen) movedAt = performance.now();
      seen = now;
      if (performance.now() - movedAt < patienceMs) return;
      end(`nothing came for ${patienceMs / 1000} s`);
      child.kill('SIGKILL');
    }, 1_000);
    /** @param {string} [why] */
    const end = (why) => {
      clearInterval(watch);
      resolve(why);
    };
    child.once('error', (error) => end(error.message));
    child.once('close', (code) => end(code === 0 ? undefined : reasonIn(output)));
  });
}

/**
 * The one line of the installer's stack trace that tells what happened.
 * @param {string} output
 */
export function reasonIn(output) {
  const lines = output.split('\n').map((line) => line.trim());
  const cause = lines.find((line) => /^\[cause\]|^Caused by/.test(line));
  const error = lines.find((line) => /Error\b.*:/.test(line)) ?? lines.find(Boolean);
  return [error, cause].filter(Boolean).join(' ') || 'the installer failed without a word';
}

/**
 * The download is kept for other projects, too: with it there, nothing has to be reached.
 * @param {Env} env
 * @param {string} folder
 */
function isCached(env, folder) {
  const arch = env.ELECTRON_INSTALL_ARCH || env.npm_config_arch || process.arch;
  const zip = `electron-v${versionOf(folder)}-${process.platform}-${arch}.zip`;
  return globSync(`*/${zip}`, { cwd: env.electron_config_cache || cacheFolder(env) }).length > 0;
}

/** @param {Env} env */
function cacheFolder(env) {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/electron');
  if (process.platform === 'win32')
    return join(env.LOCALAPPDATA || join(homedir(), 'AppData/Local'), 'electron/Cache');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'electron');
}

/**
 * @param {string} folder which may be missing, and may change while it is read
 */
function bytesIn(folder) {
  return globSync('**', { cwd: folder }).reduce((sum, path) => {
    const stats = statSync(join(folder, path), { throwIfNoEntry: false });
    return sum + (stats?.isFile() ? stats.size : 0);
  }, 0);
}
