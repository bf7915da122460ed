import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../../shared/settings.ts';
import { type EndpointRecord, openConfig } from './config.ts';
import { tempFolder } from './testing/temp-folder.ts';

const endpoint: EndpointRecord = {
  id: 'ep_1',
  vendor: 'unith',
  name: 'Empfang “A” \u202e',
  enabled: true,
  key: 'k',
  unproved: false,
  has: { secret: true, header: false, credentials: false },
  options: { apiBase: 'https://example.org', events: ['a'] },
  createdAt: '2026-03-04T05:06:07.089Z',
};

function folderWith(content: unknown): string {
  const folder = tempFolder();
  writeFileSync(join(folder, 'config.json'), typeof content === 'string' ? content : JSON.stringify(content));
  return folder;
}

test('endpoints and settings come back as they were saved', () => {
  const folder = tempFolder();
  const config = openConfig(folder);
  expect([config.endpoints(), config.settings(), config.setAside]).toEqual([[], defaultSettings, undefined]);
  config.saveEndpoints([endpoint]);
  expect(config.saveSettings({ retentionDays: 7 })).toEqual({ ...defaultSettings, retentionDays: 7 });
  config.saveSettings({ theme: 'dark' });
  const again = openConfig(folder);
  expect(again.endpoints()).toEqual([endpoint]);
  expect(again.settings()).toEqual({ ...defaultSettings, retentionDays: 7, theme: 'dark' });
  expect(statSync(join(folder, 'config.json')).mode & 0o777).toBe(0o600);
});

test('only what was set is kept, so that a later default counts', () => {
  const folder = tempFolder();
  openConfig(folder).saveSettings({ theme: 'dark' });
  expect(JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')).settings).toEqual({ theme: 'dark' });
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{}',
  { version: 2, endpoints: [], settings: {} },
  { version: 1, endpoints: [{}], settings: {} },
])('a damaged file of %j is set aside, never overwritten', (content) => {
  const folder = folderWith(content);
  const before = readFileSync(join(folder, 'config.json'), 'utf8');
  const config = openConfig(folder, Date.UTC(2026, 2, 4));
  expect(config.setAside).toBe(join(folder, 'config.json.damaged-2026-03-04T00-00-00-000Z'));
  expect(config.endpoints()).toEqual([]);
  config.saveEndpoints([endpoint]);
  expect(readFileSync(config.setAside ?? '', 'utf8')).toBe(before);
});

test.each([{ retentionDays: 0 }, { theme: 'pink' }, { soon: true, theme: 'dark' }, 'all', null])(
  'settings of %j cost no endpoint',
  (settings) => {
    const config = openConfig(folderWith({ version: 1, endpoints: [endpoint], settings }));
    expect([config.endpoints(), config.setAside]).toEqual([[endpoint], undefined]);
    expect(config.settings()).toMatchObject({ retentionDays: defaultSettings.retentionDays });
  },
);

test('where the disk takes nothing, the error says so and nothing is changed', () => {
  const folder = tempFolder();
  const config = openConfig(folder);
  config.saveEndpoints([endpoint]);
  rmSync(join(folder, 'config.json'));
  mkdirSync(join(folder, 'config.json'));
  const refused = expect.objectContaining({
    code: 'store_failed',
    message: expect.stringMatching(/^The change could not be saved: /),
  });
  expect(() => config.saveEndpoints([])).toThrow(refused);
  expect(() => config.saveSettings({ theme: 'dark' })).toThrow(refused);
  expect([config.endpoints(), config.settings()]).toEqual([[endpoint], defaultSettings]);
  expect(readdirSync(folder)).toEqual(['config.json']);
  expect(() => openConfig(folder)).toThrow(expect.objectContaining({ code: 'store_failed' }));
});
