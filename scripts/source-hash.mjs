import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that ends up in `out/`, or decides how it is made. */
const inputs = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package-lock.json',
];

const isTest = /\.test\.[cm]?tsx?$/;

/**
 * Names what a build would be made from, by content: a checkout or a copy changes times, but nothing that counts.
 * @param {string} root the project's folder
 * @returns {string} hex
 */
export function hashSources(root) {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesIn(root, input)).sort()) {
    const bytes = readFileSync(join(root, path));
    // The length keeps two neighbouring files from being read as one.
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path a file or folder in `root`; a missing one holds nothing
 * @returns {string[]} relative to `root`, with `/` on every system
 */
function filesIn(root, path) {
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isTest.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, '/').length))
    .map((name) => name.replaceAll('\\', '/'));
}
