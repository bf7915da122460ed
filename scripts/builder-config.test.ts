import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { planDist } from './dist-plan.mjs';

const root = join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const config = () => parse(read('electron-builder.yml'));
const project = JSON.parse(read('package.json'));

describe('electron-builder.yml', () => {
  it.each(['linux', 'darwin', 'win32'] as const)(
    'is what electron-builder takes, with the plan for %s',
    async (platform) => {
      const plan = planDist({
        platform,
        dir: true,
        output: '/elsewhere',
        env: { GITHUB_REPOSITORY: 'owner/name', ELECTRON_DIST: '/electron' },
        files: config().files,
        unneeded: ['fastify'],
      });
      const whole = { ...config(), ...plan.config, mac: { ...config().mac, ...plan.config.mac } };
      await expect(validateConfiguration(whole, new DebugLogger(false))).resolves.toBeUndefined();
      const broken = { ...whole, fuses: {} };
      await expect(validateConfiguration(broken, new DebugLogger(false))).rejects.toThrow(/fuses/);
    },
  );

  it('names files that exist', () => {
    const { mac, win, linux, afterExtract, directories } = config();
    const paths = [mac.icon, mac.entitlements, mac.entitlementsInherit, win.icon, linux.icon, afterExtract];
    for (const path of [...paths, 'resources/entitlements.adhoc.plist'])
      expect(existsSync(join(root, path)), path).toBe(true);
    expect(directories.buildResources).toBe('resources');
  });

  it('leaves out in one list, since a list of one system that only does so would take in everything', () => {
    const { mac, win, linux, files } = config();
    for (const section of [mac, win, linux]) expect(section).not.toHaveProperty('files');
    expect(files.find((one: string) => !one.startsWith('!'))).toBe('out/main/**');
  });

  it('lets both halves of the universal app hold both native modules', () => {
    const folder = 'Contents/Resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds';
    const covered = (name: string) => posix.matchesGlob(`${folder}/${name}`, config().mac.x64ArchFiles);
    expect(['darwin-x64.node', 'darwin-arm64.node', 'linux-x64.node'].map(covered)).toEqual([
      true,
      true,
      false,
    ]);
    expect(config().mac.target.flatMap((one: { arch: string[] }) => one.arch)).toEqual([
      'universal',
      'universal',
    ]);
  });

  it('has one identity', () => {
    expect(config()).toMatchObject({ appId: 'app.greenroom.desktop', productName: project.productName });
    expect(project.desktopName).toBe(`${config().linux.executableName}.desktop`);
    expect(config().linux.syncDesktopName).toBe(true);
    expect(config().protocols.schemes).toEqual(['greenroom']);
    const told = read('electron/shell/alerts/app-id.ts');
    expect(told).toContain(`appId = '${config().appId}'`);
    const clsid = /toastClsid = '(\{[0-9A-F-]{36}\})'/.exec(told)?.[1];
    const installer = read('resources/installer.nsh');
    for (const trace of [`"${config().appId}"`, 'Classes\\greenroom"', `CLSID\\${clsid}"`])
      expect(installer).toContain(trace);
  });

  it('closes every way around the archive', () => {
    expect(config().electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    });
    expect(config()).not.toHaveProperty('disableAsarIntegrity');
    expect(config()).toMatchObject({
      npmRebuild: false,
      asarUnpack: '**/*.node',
      asar: { smartUnpack: false },
    });
  });

  it('gives files names that a release and its feed agree on', () => {
    expect(config().artifactName).toMatch(/^[A-Za-z0-9.${}-]+$/);
    for (const section of ['nsis', 'dmg', 'mac', 'linux', 'win'])
      expect(config()[section]).not.toHaveProperty('artifactName');
  });
});

describe('the entitlements', () => {
  const keys = (name: string) =>
    [...read(`resources/${name}`).matchAll(/<key>(.*?)<\/key>\s*<true\/>/g)].map(([, key]) => key);

  it('are one where there is a certificate, and two without', () => {
    expect(keys('entitlements.plist')).toEqual(['com.apple.security.cs.allow-jit']);
    expect(keys('entitlements.adhoc.plist')).toEqual([
      'com.apple.security.cs.allow-jit',
      'com.apple.security.cs.disable-library-validation',
    ]);
  });
});
