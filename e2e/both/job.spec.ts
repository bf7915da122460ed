import { deliver, joined, said } from '../host.ts';
import { expect, makeEndpoint, test } from './app.ts';

/** The main job, the same on both hosts. */

test('a delivery comes in, is shown, and is still there after a kill', async ({ app, start }) => {
  const { localUrl } = await makeEndpoint(app, 'Concierge Mira', 's');
  await app.show('/live');
  expect(await deliver(localUrl, 's', joined('visit-1'))).toBe(200);
  const feed = app.window.getByRole('listbox', { name: 'Feed' });
  await expect(feed).toContainText('Someone joined Concierge Mira');
  expect(await deliver(localUrl, 's', said('visit-1', 'Could you move it to Friday?'))).toBe(200);
  await expect(app.window.getByRole('log', { name: 'Transcript' })).toContainText('move it to Friday?');

  await app.kill();
  const again = await start();
  await again.show('/live');
  await expect(again.window.getByRole('listbox', { name: 'Feed' })).toContainText('move it to Friday?');
});

test('what people write is shown, and does nothing', async ({ app }) => {
  const { localUrl } = await makeEndpoint(app, 'Lobby', 's');
  const hostile = [
    '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>',
    '\u001b[31mred\u001b[0m \u0007',
    'abc\u202Efdp.exe',
    'x'.repeat(100_000),
  ];
  await app.show('/live');
  await deliver(localUrl, 's', joined('hostile'));
  for (const text of hostile) expect(await deliver(localUrl, 's', said('hostile', text))).toBe(200);
  const transcript = app.window.getByRole('log', { name: 'Transcript' });
  await expect(transcript.getByRole('article')).toHaveCount(hostile.length);
  await expect(transcript).toContainText('<img src=x onerror=');
  expect(await app.window.locator('.message img, .message script').count()).toBe(0);
  const shown = (await transcript.textContent()) ?? '';
  for (const control of ['\u001b', '\u0007', '\u202E']) expect(shown).not.toContain(control);
  await expect(app.window).not.toHaveTitle(/owned/);
  const width = await app.window.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width).toBeLessThanOrEqual(0);
});

test('a join is decided about, and the list says what became of it', async ({ app }) => {
  const { id, localUrl } = await makeEndpoint(app, 'Lobby', 's');
  await app.get('alert.mute', { kind: 'endpoint', id, muted: true });
  await deliver(localUrl, 's', joined('visit-2'));
  await expect
    .poll(async () => (await app.get('alert.decisions', {})).decisions[0])
    .toMatchObject({ outcome: 'silent', reason: 'muted_endpoint', endpointId: id });
});
