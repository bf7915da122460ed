import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { extractAll, listPackage, statFile } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFakeRuntime } from './fake-runtime.ts';

/**
 * Packs for Linux as `npm run dist:dir` does, with a runtime that holds all that a packer looks at, and no network. The packer
 * is the same for all systems; what differs is in the tables of `dist-plan.test.ts`.
 */
const root = join(import.meta.dirname, '..');
const nowhere = 'http://127.0.0.1:9';

let app: string;
let asar: string;
let said: string;
let listed: string[];

beforeAll(() => {
  const scratch = mkdtempSync(join(tmpdir(), 'greenroom-packaged-'));
  const args = [join(root, 'scripts/dist.mjs'), '--dir', '--for', 'linux', '--output', join(scratch, 'dist')];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: 240_000,
    env: {
      ...process.env,
      ELECTRON_DIST: makeFakeRuntime(join(scratch, 'runtime')),
      GITHUB_REPOSITORY: '',
      HTTP_PROXY: nowhere,
      HTTPS_PROXY: nowhere,
      ELECTRON_MIRROR: nowhere,
      ELECTRON_BUILDER_BINARIES_MIRROR: nowhere,
      // Vitest says so to its children, and the build would then be another.
      NODE_ENV: undefined,
    },
  });
  said = `${stdout}${stderr}`;
  expect(status, said).toBe(0);
  const [folder] = readdirSync(join(scratch, 'dist'), { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  );
  app = join(scratch, 'dist', folder?.name ?? '');
  asar = join(app, 'resources/app.asar');
  listed = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
}, 260_000);

const matching = (pattern: RegExp) => listed.filter((path) => pattern.test(path)).sort();

describe('the archive', () => {
  it('holds the desktop app: main, threads, preload, window, tray images', () => {
    for (const path of [
      'package.json',
      'out/main/main.js',
      'out/main/receive-thread.js',
      'out/main/read-thread.js',
      'out/main/search-thread.js',
      'out/main/localtunnel-thread.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'resources/tray/ringing.ico',
      'resources/tray/connected@2x.png',
      'resources/tray/offlineTemplate@2x.png',
      'resources/tray/overlay-unread.png',
      'node_modules/electron-updater/package.json',
    ]) {
      expect(listed, path).toContain(path);
    }
  });

  it('holds nothing else of ours', () => {
    const top = new Set(listed.map((path) => path.split('/')[0]));
    expect([...top].sort()).toEqual(['node_modules', 'out', 'package.json', 'resources']);
    expect(new Set(matching(/^resources\/./).map((path) => path.split('/')[1]))).toEqual(new Set(['tray']));
    expect(new Set(matching(/^out\/./).map((path) => path.split('/')[1]))).toEqual(
      new Set(['main', 'preload', 'renderer']),
    );
  });

  it('leaves out the other host, maps, types, tests and sources of packages', () => {
    expect(matching(/^out\/main\/serve|^node_modules\/(fastify|@fastify|ajv)\b/)).toEqual([]);
    expect(matching(/\.(map|ts|mts|cts|gyp|gypi|cc?|cpp|h)$/)).toEqual([]);
    expect(matching(/node_modules\/.*\/(test|tests|__tests__|docs|examples)\//)).toEqual([]);
    expect(matching(/README|CHANGELOG/i)).toEqual([]);
    expect(matching(/^node_modules\/(better-sqlite3\/(deps|src)|zod\/src|node-addon-api)/)).toEqual([]);
  });

  it('keeps the licences of what it brings', () => {
    expect(matching(/^node_modules\/(zod|better-sqlite3|pino|sax)\/licen[cs]e/i)).toHaveLength(4);
  });

  it('unpacks native code of this system alone, and only that', () => {
    const native = matching(/\.node$/);
    expect(native).toContain(`node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`);
    expect(native.filter((path) => /darwin|win32|musl/.test(path))).toEqual([]);
    const unpacked = listed.filter((path) => {
      const entry = statFile(asar, normalize(path));
      return 'unpacked' in entry && entry.unpacked && !('files' in entry);
    });
    expect(unpacked.sort()).toEqual(native);
    for (const path of native) expect(existsSync(`${asar}.unpacked/${path}`), path).toBe(true);
  });

  it('tells Electron who it is, and no script', () => {
    const folder = join(app, '..', 'extracted');
    extractAll(asar, folder);
    const project = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    expect(project).toMatchObject({
      productName: 'Greenroom',
      desktopName: 'greenroom.desktop',
      main: 'out/main/main.js',
      type: 'module',
    });
    expect(project).not.toHaveProperty('devDependencies');
    expect(project).not.toHaveProperty('scripts');
  });

  it('finds every package that it imports, and loads the native ones', ({ skip }) => {
    skip(process.platform !== 'linux', 'What is packed for Linux loads only there.');
    const folder = join(app, '..', 'complete');
    extractAll(asar, folder);
    const program = `
      import { globSync, readFileSync } from 'node:fs';
      import { builtinModules, createRequire } from 'node:module';
      import { pathToFileURL } from 'node:url';
      const require = createRequire(process.cwd() + '/out/main/main.js');
      const wanted = new Set();
      for (const file of globSync('out/main/**/*.js')) {
        const text = readFileSync(file, 'utf8');
        for (const [, name] of text.matchAll(/(?:\\bfrom|\\bimport)\\s*\\(?\\s*["']([^"'.][^"']*)["']/g)) wanted.add(name);
      }
      const ours = [...wanted].filter((name) => !name.startsWith('node:') && name !== 'electron');
      for (const name of ours) await import(pathToFileURL(require.resolve(name)).href);
      const Database = require('better-sqlite3');
      const one = new Database(':memory:').prepare('select 1 as one').get().one;
      const updater = Object.keys(require('electron-updater')).includes('autoUpdater');
      require('localtunnel');
      console.log(JSON.stringify({ ours, one, updater }));
    `;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 60_000,
    });
    const result = JSON.parse(stdout || '{}');
    expect(result, stderr).toMatchObject({ one: 1, updater: true });
    expect(result.ours).toEqual(expect.arrayContaining(['better-sqlite3', 'birpc', 'pino', 'zod']));
  });
});

describe('the app around it', () => {
  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(join(app, 'greenroom'));
    const on = (option: FuseV1Options) => wire[option] === '1'.charCodeAt(0);
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      cookies: on(FuseV1Options.EnableCookieEncryption),
      integrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
      filePrivileges: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspect: false,
      cookies: true,
      integrity: true,
      onlyAsar: true,
      filePrivileges: false,
    });
  });

  it('has no demo app, no second way to load code, no feed without a repository', () => {
    expect(readdirSync(join(app, 'resources')).sort()).toEqual(['app.asar', 'app.asar.unpacked']);
    expect(existsSync(join(app, 'LICENSE.electron.txt'))).toBe(true);
    expect(said).toContain('no update feed');
  });
});
