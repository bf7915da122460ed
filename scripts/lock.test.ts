import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const lock = read('package-lock.json');
const project = read('package.json');
const packages = Object.entries<{ resolved?: string; version?: string; gypfile?: boolean }>(lock.packages);

describe('what npm ci will do', () => {
  it('never compiles better-sqlite3, which ships its binaries', () => {
    expect(lock.packages['node_modules/better-sqlite3'].gypfile).toBe(false);
    expect(project.allowScripts).toEqual({
      'better-sqlite3': false,
      'electron-winstaller': false,
      node: true,
    });
  });

  it('takes packages from whatever registry the user has', () => {
    expect(packages.filter(([, entry]) => entry.resolved?.startsWith('http')).map(([name]) => name)).toEqual(
      [],
    );
  });

  it('installs exact versions', () => {
    const wanted = Object.entries<string>({ ...project.dependencies, ...project.devDependencies });
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('gives localtunnel an axios without known holes', () => {
    const axios = packages.filter(([name]) => name.endsWith('node_modules/axios'));
    expect(axios.map(([, { version }]) => Number(version?.split('.')[0]))).toEqual([1]);
  });
});
