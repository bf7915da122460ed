import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { settlePaths } from './paths.ts';

const home = mkdtempSync(join(tmpdir(), 'greenroom-paths-'));
afterAll(() => rmSync(home, { recursive: true }));

function settle(dataDir: string | undefined) {
  const paths = new Map<string, string>([['appData', home]]);
  const app = {
    setName: () => {},
    getPath: (name) => paths.get(name) ?? '',
    setPath: (name, path) => void paths.set(name, path),
  } satisfies Pick<Electron.App, 'setName' | 'getPath' | 'setPath'>;
  return { folder: settlePaths(app, dataDir), paths };
}

describe('settlePaths', () => {
  it('uses the usual place, with a folder in it for Chromium', () => {
    const { folder, paths } = settle(undefined);
    expect(folder).toBe(join(home, 'Greenroom'));
    expect(paths.get('userData')).toBe(folder);
    expect(paths.get('sessionData')).toBe(join(folder, 'chromium'));
  });

  it.runIf(process.platform !== 'win32')('makes folders that are closed to others', () => {
    const { folder } = settle(join(home, 'own'));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'chromium')).mode & 0o777).toBe(0o700);
  });

  it('takes a folder relative to where it was started', () => {
    const wanted = join(home, 'relative');
    expect(settle(relative(process.cwd(), wanted)).folder).toBe(wanted);
  });
});
