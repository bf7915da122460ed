/** `npm run link`: prints a fresh one-time link to the browser host that is running. */
import { parseOptions } from '../electron/core/options.ts';
import { dataDirOf } from '../electron/web/data-dir.ts';
import { freshLink, readHostFile } from '../electron/web/host-file.ts';
import { AppError } from '../shared/errors.ts';

/**
 * @param {string[]} args `--data-dir DIR`, as the host was given it
 * @returns {Promise<string>} @throws {AppError} where none is running
 */
async function link(args) {
  const dataDir = dataDirOf(parseOptions(args, process.env).dataDir);
  const host = readHostFile(dataDir);
  const found = host && (await freshLink(host));
  if (found) return found;
  const hint = 'Start it with npm run serve, or name its data folder with -- --data-dir DIR.';
  throw new AppError('not_found', `No browser host is running for the data folder ${dataDir}.\n${hint}`);
}

try {
  console.log(await link(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 1;
}
