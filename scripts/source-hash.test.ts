import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashSources } from './source-hash.mjs';

let root = '';
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'greenroom-hash-'));
  write('electron/main.ts', 'main');
  write('electron/core/app.ts', 'app');
  write('package-lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

it.each([
  ['a source', 'electron/core/app.ts', 'other'],
  ['a new source', 'renderer/ui/Button.tsx', 'x'],
  ['a picture', 'resources/icon.png', 'x'],
  ['the config', 'electron.vite.config.ts', 'x'],
  ['a dependency', 'package-lock.json', '{"a":1}'],
])('another %s is another build', (_what, path, text) => {
  const before = hashSources(root);
  write(path, text);
  expect(hashSources(root)).not.toBe(before);
});

it.each([
  'electron/core/app.test.ts',
  'renderer/ui/Button.test.tsx',
  'e2e/x.spec.ts',
  'README.md',
  'out/main/main.js',
])('%s is no part of it', (path) => {
  const before = hashSources(root);
  write(path, 'x');
  expect(hashSources(root)).toBe(before);
});

it('looks at contents and names, not at times', () => {
  const before = hashSources(root);
  utimesSync(join(root, 'electron/main.ts'), 0, 0);
  expect(hashSources(root)).toBe(before);
  rmSync(join(root, 'electron/main.ts'));
  expect(hashSources(root)).not.toBe(before);
  write('electron/main2.ts', 'main');
  expect(hashSources(root)).not.toBe(before);
});
