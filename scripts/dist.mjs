/**
 * `npm run dist`: the installers of this system in `dist`. `npm run dist:dir`: the app as a folder; with the unpacked
 * runtime's folder in ELECTRON_DIST, nothing is fetched.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { browserOnly } from './browser-only.mjs';
import { buildIfStale } from './build.mjs';
import { planDist } from './dist-plan.mjs';

const root = join(import.meta.dirname, '..');
/** @type {Record<string, 'linux' | 'mac' | 'win'>} */
const named = { linux: 'linux', darwin: 'mac', win32: 'win' };

/** @param {string} name */
const read = (name) => readFileSync(join(root, name), 'utf8');

/**
 * @param {string[]} args `--dir`, `--output DIR`, `--for linux|darwin|win32`
 * @throws {Error} where it cannot be packed
 */
async function dist(args) {
  const { values } = parseArgs({
    args,
    options: {
      dir: { type: 'boolean', default: false },
      output: { type: 'string' },
      for: { type: 'string' },
    },
  });
  const platform = /** @type {NodeJS.Platform} */ (values.for ?? process.platform);
  const name = named[platform];
  if (!name) throw new Error(`Greenroom is not packed for ${platform}.`);

  const plan = planDist({
    platform,
    dir: values.dir,
    output: values.output,
    env: process.env,
    files: parse(read('electron-builder.yml')).files,
    unneeded: browserOnly(JSON.parse(read('package-lock.json')).packages, ['fastify', '@fastify/static']),
  });
  for (const note of plan.notes) console.log(note);
  for (const variable of plan.unset) delete process.env[variable];

  await buildIfStale();
  // Loaded late: it is large, and the plan may have refused.
  const { build } = await import('electron-builder');
  await build({ projectDir: root, [name]: [], dir: values.dir, publish: 'never', config: plan.config });
}

try {
  await dist(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
