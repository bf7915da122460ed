import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * npm forgets `"gypfile": false` of better-sqlite3 whenever it writes the lock, and then compiles on `npm ci` what
 * the package ships ready made: unseen where tools exist, with an error where not. This puts the line back; npm runs it
 * after each change of node_modules (`dependencies` in package.json).
 */
const file = new URL('../package-lock.json', import.meta.url);
if (existsSync(file)) {
  const before = readFileSync(file, 'utf8');
  const lock = JSON.parse(before);
  const entry = lock.packages['node_modules/better-sqlite3'];
  if (entry) entry.gypfile = false;
  const after = `${JSON.stringify(lock, null, 2)}\n`;
  if (after !== before) writeFileSync(file, after);
}
