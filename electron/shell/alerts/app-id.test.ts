import { expect, it } from 'vitest';
import { type Identifying, identifyApp } from './app-id.ts';

function identify(platform: NodeJS.Platform, isPackaged: boolean) {
  const told: string[] = [];
  const app = {
    isPackaged,
    setAppUserModelId: (id) => void told.push(id),
    setToastActivatorCLSID: (id) => void told.push(id),
  } satisfies Identifying['app'];
  identifyApp({ app, platform, execPath: 'C:\\electron.exe' });
  return told;
}

it('tells Windows who the installed app is', () => {
  expect(identify('win32', true)).toEqual([
    'app.greenroom.desktop',
    expect.stringMatching(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/),
  ]);
});

it('is the program itself in development', () => {
  expect(identify('win32', false)).toEqual(['C:\\electron.exe']);
});

it.each(['darwin', 'linux'] as const)('tells nobody on %s', (platform) => {
  expect(identify(platform, true)).toEqual([]);
});
