import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { browserOnly } from './browser-only.mjs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

describe('browserOnly', () => {
  it('follows what packages need, from the inside out', () => {
    const packages = {
      '': { dependencies: { web: '1', core: '1' } },
      'node_modules/web': { dependencies: { deep: '1', both: '1' } },
      'node_modules/web/node_modules/deep': { optionalDependencies: { deeper: '1' } },
      'node_modules/deep': {},
      'node_modules/deeper': { dependencies: { web: '1' } },
      'node_modules/core': { dependencies: { both: '1' } },
      'node_modules/both': {},
    };
    expect(browserOnly(packages, ['web'])).toEqual(['deep', 'deeper', 'web']);
  });

  it('leaves in what both sides need, in whatever version', () => {
    const packages = {
      '': { dependencies: { web: '1', core: '1' } },
      'node_modules/web': { dependencies: { semver: '7' } },
      'node_modules/core': { dependencies: { semver: '6' } },
      'node_modules/core/node_modules/semver': {},
      'node_modules/semver': {},
    };
    expect(browserOnly(packages, ['web'])).toEqual(['web']);
  });

  it('overlooks what is not installed, and roots that are not there', () => {
    expect(browserOnly({ '': { dependencies: { core: '1' } } }, ['web'])).toEqual([]);
    expect(browserOnly({}, [])).toEqual([]);
  });

  it('names the server and what only it needs', () => {
    const names = browserOnly(lock.packages, ['fastify', '@fastify/static']);
    expect(names).toEqual(expect.arrayContaining(['fastify', '@fastify/static', 'ajv', 'find-my-way']));
    for (const shared of ['better-sqlite3', 'zod', 'pino', 'semver', 'electron-updater']) {
      expect(names).not.toContain(shared);
    }
  });
});
