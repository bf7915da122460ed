import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchElectron, findElectron, reasonIn, whyUnreachable } from './get-electron.mjs';

let root = '';
let folder = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'greenroom-get-'));
  folder = join(root, 'electron');
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"version":"45.4.1"}');
  vi.spyOn(console, 'log').mockReturnValue();
});
afterEach(() => {
  rmSync(root, { recursive: true });
  vi.restoreAllMocks();
});

function install(version = '45.4.1') {
  writeFileSync(join(folder, 'dist/version'), version);
  writeFileSync(join(folder, 'dist/electron'), '');
  chmodSync(join(folder, 'dist/electron'), 0o755);
  writeFileSync(join(folder, 'path.txt'), 'electron');
}

describe('findElectron', () => {
  it('finds what was unpacked', () => {
    expect(findElectron({}, folder)).toBeUndefined();
    install();
    expect(findElectron({}, folder)).toBe(join(folder, 'dist/electron'));
  });

  it.each([
    ['of another version', () => install('44.0.0')],
    ['unpacked in part', () => rmSync(join(folder, 'path.txt'))],
    ['without its program', () => rmSync(join(folder, 'dist/electron'))],
    ['without its version', () => rmSync(join(folder, 'dist/version'))],
  ])('does not take one %s', (_what, spoil) => {
    install();
    spoil();
    expect(findElectron({}, folder)).toBeUndefined();
  });

  it("takes the user's own", () => {
    install('44.0.0');
    const own = { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'dist') };
    expect(findElectron(own, folder)).toBe(join(folder, 'dist/electron'));
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: root }, folder)).toBeUndefined();
  });
});

/** A mirror that answers, and an installer of our own in the place of Electron's. */
async function withInstaller(script: string, patienceMs = 60_000) {
  writeFileSync(join(folder, 'install.js'), script);
  const mirror = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
  await new Promise((resolve) => mirror.once('listening', resolve));
  const { port } = mirror.address() as AddressInfo;
  const env = {
    PATH: process.env.PATH,
    ELECTRON_MIRROR: `http://127.0.0.1:${port}/`,
    electron_config_cache: join(root, 'cache'),
  };
  try {
    return await fetchElectron({ env, folder, patienceMs });
  } finally {
    mirror.close();
  }
}

describe('fetchElectron', () => {
  it('runs the installer', async () => {
    const script = `
      const fs = require('node:fs');
      fs.writeFileSync(__dirname + '/dist/electron', '');
      fs.writeFileSync(__dirname + '/dist/version', '45.4.1');
      fs.writeFileSync(__dirname + '/path.txt', 'electron');`;
    expect(await withInstaller(script)).toBeUndefined();
    expect(findElectron({}, folder)).toBe(join(folder, 'dist/electron'));
  });

  it('tells why the installer failed', async () => {
    const why = await withInstaller(`console.error(new Error('Response code 404').stack); process.exit(1);`);
    expect(why).toBe('Error: Response code 404');
  });

  it('gives up where nothing comes any more', async () => {
    const began = performance.now();
    expect(await withInstaller('setInterval(() => {}, 1_000)', 1_500)).toBe('nothing came for 1.5 s');
    expect(performance.now() - began).toBeLessThan(6_000);
  });

  it('waits as long as something comes', async () => {
    const script = `
      const fs = require('node:fs');
      const file = require('node:os').tmpdir() + '/download';
      const timer = setInterval(() => fs.appendFileSync(file, 'x'), 200);
      setTimeout(() => clearInterval(timer), 3_500);`;
    expect(await withInstaller(script, 1_500)).toBeUndefined();
  });

  it('ends at once without the package, with a mirror that is none, or where nobody listens', async () => {
    expect(await fetchElectron({ env: {}, folder })).toMatch(/not installed/);
    writeFileSync(join(folder, 'install.js'), '');
    expect(await fetchElectron({ env: { ELECTRON_MIRROR: 'mirror' }, folder })).toMatch(/no address/);
    const env = { ELECTRON_MIRROR: 'http://127.0.0.1:9/', electron_config_cache: join(root, 'cache') };
    expect(await fetchElectron({ env, folder })).toBe('127.0.0.1 cannot be reached (ECONNREFUSED)');
  });

  it('needs no network for what was downloaded before', async () => {
    const cache = join(root, 'cache/0123');
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, `electron-v45.4.1-${process.platform}-${process.arch}.zip`), '');
    writeFileSync(join(folder, 'install.js'), '');
    const env = { ELECTRON_MIRROR: 'http://127.0.0.1:9/', electron_config_cache: join(root, 'cache') };
    expect(await fetchElectron({ env, folder })).toBeUndefined();
  });
});

describe('whyUnreachable', () => {
  it('has nothing to say of a machine that takes a connection', async () => {
    const server = createTcpServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await whyUnreachable({ host: '127.0.0.1', port })).toBeUndefined();
    server.close();
  });

  it('knows a name that does not exist', async () => {
    expect(await whyUnreachable({ host: 'nowhere.invalid', port: 443 })).toMatch(/^nowhere\.invalid /);
  });
});

describe('reasonIn', () => {
  it.each([
    ['TypeError: fetch failed\n    at node:internal\n', 'TypeError: fetch failed'],
    [
      'Downloading\nHTTPError: Response code 404 for https://x\n   at y',
      'HTTPError: Response code 404 for https://x',
    ],
    ['something\n', 'something'],
    ['', 'the installer failed without a word'],
  ])('%j: %s', (output, reason) => expect(reasonIn(output)).toBe(reason));
});
