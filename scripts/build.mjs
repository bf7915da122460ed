import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { hashSources } from './source-hash.mjs';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'out/.stamp');

/**
 * Builds `out/` where the sources changed since the last build, and says so in one line.
 * Several may call this at once: the first builds, the others wait for it.
 * @param {{ force?: boolean }} [options] `force` builds in any case
 * @throws {Error} where the build fails; its output has been printed by then
 */
export function buildIfStale({ force = false } = {}) {
  if (!force && isFresh()) return;
  requireNode();
  const unlock = lock();
  try {
    // Whoever held the lock may just have built the same sources.
    if (force || !isFresh()) build();
  } finally {
    unlock();
  }
}

/** npm scripts run on the Node that is pinned in package.json; an older one ends in a crash of the native module. */
function requireNode() {
  if (Number.parseInt(process.versions.node, 10) >= 22) return;
  throw new Error(
    `This is Node ${process.versions.node}; use the npm scripts, which bring their own: npm run build`,
  );
}

function isFresh() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashSources(root);
}

function build() {
  const began = performance.now();
  // Taken before the build: what changes during it makes the result stale, as it should.
  const sources = hashSources(root);
  // Gone while the files are half written, so that whoever comes now waits for the lock, and a failed build is no build.
  rmSync(stamp, { force: true });
  runElectronVite();
  writeFileSync(stamp, sources);
  console.log(`Built Greenroom in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

/** All three parts, in a process of its own: Vite sets `NODE_ENV` and more for whoever runs it. */
function runElectronVite() {
  const cli = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const args = [cli, 'build', '--logLevel', 'warn'];
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
  });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  throw new Error('Greenroom could not be built: see above.', { cause: error });
}

/** Waits for another build. Held by SQLite, so that the system releases it when the process ends, however it ends. */
function lock() {
  mkdirSync(join(root, 'out'), { recursive: true });
  const db = new Database(join(root, 'out/.lock'), { timeout: 300_000 });
  db.pragma('journal_mode = MEMORY');
  db.exec('BEGIN EXCLUSIVE');
  return () => db.close();
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  try {
    buildIfStale({ force: process.argv.includes('--force') });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
