import { expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../shared/settings.ts';
import { deliver, started } from './testing/deliver.ts';
import { listen } from './testing/listen.ts';
import { startTestHost } from './testing/test-host.ts';

const MiB = 1024 ** 2;

test('a part is set, told, applied at once, and still there after a restart', async () => {
  const host = await startTestHost();
  expect(await host.get('settings.get', {})).toEqual(defaultSettings);
  const endpoint = await host.get('endpoint.create', { vendor: 'unith', name: 'E', verification: 'none' });
  const large = { text: 'x'.repeat(2000) };
  expect((await deliver(endpoint, large)).status).toBe(200);

  const listener = await listen(host);
  const wanted = { ...defaultSettings, maxBodyBytes: 1024, sessionQuietMinutes: 5 };
  expect(await host.get('settings.set', { maxBodyBytes: 1024, sessionQuietMinutes: 5 })).toEqual(wanted);
  expect(await listener.until('settings')).toEqual(wanted);
  listener.close();
  expect((await deliver(endpoint, large)).status).toBe(413);
  expect((await deliver(endpoint, started())).status).toBe(200);
  expect((await host.get('status.get', {})).counters.tooLarge).toBe(1);
  expect(await host.get('settings.set', {})).toEqual(wanted);

  await host.stop();
  const again = await startTestHost({ dataDir: host.dataDir });
  try {
    expect(await again.get('settings.get', {})).toEqual(wanted);
    const [same] = (await again.get('endpoint.list', {})).endpoints;
    expect((await deliver(same ?? endpoint, { ...large, again: 1 })).status).toBe(413);
  } finally {
    await again.stop();
  }
});

test('limits hold, and what is refused changes nothing', async () => {
  const host = await startTestHost();
  try {
    const inside: Partial<Settings>[] = [
      { retentionDays: 1 },
      { retentionDays: 3650 },
      { retentionBytes: 64 * MiB },
      { retentionBytes: 1024 ** 4 },
      { sessionQuietMinutes: 1 },
      { sessionQuietMinutes: 1440 },
      { maxBodyBytes: 1024 },
      { maxBodyBytes: 64 * MiB },
      { theme: 'light' },
      { tunnel: 'off' },
    ];
    for (const patch of inside) expect(await host.get('settings.set', patch)).toMatchObject(patch);
    const before = await host.get('settings.get', {});
    const outside: Record<string, unknown>[] = [
      { retentionDays: 0 },
      { retentionDays: 3651 },
      { retentionDays: 1.5 },
      { retentionDays: '7' },
      { retentionDays: null },
      { retentionBytes: 64 * MiB - 1 },
      { retentionBytes: 1024 ** 4 + 1 },
      { sessionQuietMinutes: 0 },
      { sessionQuietMinutes: 1441 },
      { maxBodyBytes: 1023 },
      { maxBodyBytes: 64 * MiB + 1 },
      { maxBodyBytes: -1 },
      { theme: 'pink' },
      { tunnel: 'on' },
      { unknown: 1 },
      { theme: 'dark', retentionDays: 0 },
    ];
    for (const patch of outside) {
      const reply = await host.call('settings.set', patch as Partial<Settings>);
      const name = patch.retentionDays !== undefined ? 'retentionDays' : (Object.keys(patch)[0] ?? '');
      const message = name === 'unknown' ? /not known/ : new RegExp(`^${name}: `);
      expect(reply).toMatchObject({
        ok: false,
        error: { code: 'bad_input', message: expect.stringMatching(message) },
      });
    }
    expect(await host.get('settings.get', {})).toEqual(before);
  } finally {
    await host.stop();
  }
});

test('an option counts for its run, and is not saved', async () => {
  const host = await startTestHost({ options: { publicUrl: 'https://public.example' } });
  const endpoint = await host.get('endpoint.create', { vendor: 'unith', name: 'E' });
  expect(endpoint.publicUrl).toBe(`https://public.example${endpoint.path}`);
  expect((await host.get('status.get', {})).tunnel).toMatchObject({
    provider: 'url',
    publicUrl: 'https://public.example',
  });
  expect((await host.get('settings.set', { theme: 'dark' })).tunnel).toBe('off');
  await host.stop();
  const again = await startTestHost({ dataDir: host.dataDir });
  try {
    expect((await again.get('status.get', {})).tunnel).toMatchObject({
      state: 'off',
      provider: 'off',
      publicUrl: null,
    });
    expect((await again.get('endpoint.list', {})).endpoints[0]?.publicUrl).toBeNull();
  } finally {
    await again.stop();
  }
});
