import { describe, expect, it } from 'vitest';
import { planDist } from './dist-plan.mjs';

type Wish = Parameters<typeof planDist>[0];

const plan = (wish: Partial<Wish> = {}) =>
  planDist({
    platform: 'linux',
    dir: false,
    output: undefined,
    env: {},
    files: ['out/main/**'],
    unneeded: ['fastify'],
    ...wish,
  });

describe('the files', () => {
  it.each([
    ['linux', ['prebuilds/!(linux-', 'ngrok-linux-*-musl']],
    ['win32', ['prebuilds/!(win32-']],
    ['darwin', ['prebuilds/!(darwin-x64|darwin-arm64).node', 'ngrok-darwin-{x64,arm64}']],
  ] as const)('of %s are ours, without what only others run', (platform, foreign) => {
    const files = plan({ platform }).config.files as string[];
    expect(files[0]).toBe('out/main/**');
    expect(files.at(-1)).toBe('!**/node_modules/fastify{,/**}');
    expect(files).toHaveLength(2 + foreign.length);
    for (const part of foreign)
      expect(files.filter((one) => one.startsWith('!') && one.includes(part))).toHaveLength(1);
  });

  it('go where they are wanted', () => {
    expect(plan({ output: '/elsewhere' }).config.directories).toEqual({
      output: '/elsewhere',
      buildResources: 'resources',
    });
    expect(plan().config.directories).toBeUndefined();
  });
});

describe('the runtime', () => {
  it('is fetched, unless there is one', () => {
    expect(plan().config.electronDist).toBeUndefined();
    expect(plan({ env: { ELECTRON_DIST: ' ' } }).config.electronDist).toBeUndefined();
    expect(plan({ env: { ELECTRON_DIST: '/opt/electron' } }).config.electronDist).toBe('/opt/electron');
    expect(plan({ platform: 'darwin', dir: true, env: { ELECTRON_DIST: '/e' } }).config.electronDist).toBe(
      '/e',
    );
  });

  it('cannot be one for a universal app', () => {
    expect(() => plan({ platform: 'darwin', env: { ELECTRON_DIST: '/e' } })).toThrow(/dist:dir/);
  });
});

describe('the feed', () => {
  it('is the repository that builds', () => {
    const { config } = plan({ env: { GITHUB_REPOSITORY: 'some-one/green.room' } });
    expect(config.publish).toEqual({ provider: 'github', owner: 'some-one', repo: 'green.room' });
    expect(config.extraMetadata).toEqual({ homepage: 'https://github.com/some-one/green.room' });
  });

  it('is none on macOS without a signature, which updates need there', () => {
    const of = (env: Record<string, string>) =>
      plan({ platform: 'darwin', env: { ...env, GITHUB_REPOSITORY: 'a/b' } }).config;
    expect(of({})).not.toHaveProperty('publish');
    expect(of({}).extraMetadata).toEqual({ homepage: 'https://github.com/a/b' });
    expect(of({ CSC_LINK: 'c' })).toHaveProperty('publish');
  });

  it('is none without one', () => {
    for (const env of [{}, { GITHUB_REPOSITORY: '' }]) {
      expect(plan({ env }).config).not.toHaveProperty('publish');
      expect(plan({ env }).notes.join()).toMatch(/no update feed/);
    }
  });

  it.each(['greenroom', 'a/b/c', '-/', 'a/b?c', 'a b/c', '../x', 'https://github.com/a/b'])(
    'refuses %s',
    (name) => {
      expect(() => plan({ env: { GITHUB_REPOSITORY: name } })).toThrow('owner/name');
    },
  );
});

const adhoc = {
  identity: '-',
  entitlements: 'resources/entitlements.adhoc.plist',
  entitlementsInherit: 'resources/entitlements.adhoc.plist',
  notarize: false,
};

describe('signing', () => {
  it.each([
    ['macOS without keys', 'darwin', {}, adhoc, 'signed ad hoc'],
    ['macOS with empty keys', 'darwin', { CSC_LINK: '', CSC_NAME: ' ' }, adhoc, 'signed ad hoc'],
    ['macOS with a notary key alone', 'darwin', { APPLE_API_KEY: 'k.p8' }, adhoc, 'signed ad hoc'],
    ['macOS with a certificate', 'darwin', { CSC_LINK: 'c' }, undefined, 'No notary keys'],
    ['macOS with a name in the keychain', 'darwin', { CSC_NAME: 'n' }, undefined, 'No notary keys'],
    ['macOS with all keys', 'darwin', { CSC_LINK: 'c', APPLE_API_KEY: 'k.p8' }, undefined, undefined],
    ['macOS with an Apple account', 'darwin', { CSC_LINK: 'c', APPLE_ID: 'i' }, undefined, undefined],
    ['Windows without keys', 'win32', {}, undefined, 'Windows will warn'],
    ['Windows with keys', 'win32', { WIN_CSC_LINK: 'c' }, undefined, undefined],
    ['Windows with the keys of both', 'win32', { CSC_LINK: 'c' }, undefined, undefined],
    ['Linux, which signs nothing', 'linux', { CSC_LINK: 'c' }, undefined, undefined],
  ] as const)('of %s', (_, platform, env, mac, note) => {
    const { config, notes } = plan({ platform, env: { ...env, GITHUB_REPOSITORY: 'a/b' } });
    expect(config.mac).toEqual(mac);
    expect(notes.slice(1)).toEqual(note === undefined ? [] : [expect.stringContaining(note)]);
  });

  it('takes variables away that are there without a value', () => {
    const env = { CSC_LINK: '', WIN_CSC_KEY_PASSWORD: ' ', APPLE_TEAM_ID: '', APPLE_ID: 'me', OTHER: '' };
    expect(plan({ env }).unset.sort()).toEqual(['APPLE_TEAM_ID', 'CSC_LINK', 'WIN_CSC_KEY_PASSWORD']);
  });

  it('never tells a secret', () => {
    const secret = 'hunter2-hunter2';
    const names = [
      'CSC_LINK',
      'CSC_KEY_PASSWORD',
      'WIN_CSC_LINK',
      'WIN_CSC_KEY_PASSWORD',
      'APPLE_API_KEY',
      'APPLE_ID',
    ];
    const env = Object.fromEntries(names.map((name) => [name, secret]));
    for (const platform of ['darwin', 'win32', 'linux'] as const) {
      expect(JSON.stringify(plan({ platform, env }))).not.toContain(secret);
    }
  });
});
