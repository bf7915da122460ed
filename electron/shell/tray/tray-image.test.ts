import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trayImage, unreadOverlay } from './tray-image.ts';
import { trayStates } from './tray-model.ts';

const images = join(import.meta.dirname, '../../../resources/tray');

test.each([
  ['darwin', 'pausedTemplate.png'],
  ['win32', 'paused.ico'],
  ['linux', 'paused.png'],
  ['freebsd', 'paused.png'],
] as const)('on %s it is %s', (platform, file) => {
  expect(trayImage('paused', platform)).toBe(file);
});

test.each(trayStates)('there is an image of %s for each system', (state) => {
  for (const platform of ['darwin', 'win32', 'linux'] as const) {
    expect(existsSync(join(images, trayImage(state, platform))), platform).toBe(true);
  }
  expect(existsSync(join(images, `${state}Template@2x.png`))).toBe(true);
});

test('there is an image of what is unread', () => {
  expect(existsSync(join(images, unreadOverlay))).toBe(true);
});
