import { deliver, expect, joined, said, test } from './host.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`fits a small window, ${theme}: nothing is cut off sideways`, async ({ host, window }) => {
    await host.get('settings.set', { theme });
    const endpoint = await host.get('endpoint.create', {
      vendor: 'bithuman-dashboard',
      name: 'A rather long name for an endpoint in the lobby of the house',
      secret: 's',
    });
    await deliver(endpoint.localUrl, 's', joined('small'));
    await deliver(endpoint.localUrl, 's', said('small', 'a word and '.repeat(60)));
    await deliver(endpoint.localUrl, 'wrong', said('small', 'refused'));
    await window.setViewportSize({ width: 800, height: 560 });
    await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
    for (const screen of ['live', 'sessions', 'deliveries', 'endpoints', 'settings']) {
      await window.goto(`${host.ui}/#/${screen}`);
      await window.getByRole('heading', { level: 1 }).waitFor();
      const over = await window.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, screen).toBeLessThanOrEqual(0);
    }
  });
}

test('another site in the same browser gets nothing', async ({ host, window, context }) => {
  const cookies = await context.cookies();
  expect(cookies).toMatchObject([
    { name: `greenroom-${new URL(host.ui).port}`, httpOnly: true, sameSite: 'Strict', path: '/' },
  ]);
  const stranger = await context.newPage();
  await stranger.goto(`${host.receiver}/`);
  const reached = await stranger.evaluate(async (ui) => {
    const call = fetch(`${ui}/api/status.get`, {
      method: 'POST',
      credentials: 'include',
      mode: 'no-cors',
      body: '{}',
    });
    const stream = new Promise((resolve) => {
      const source = new EventSource(`${ui}/pushes`, { withCredentials: true });
      source.onopen = () => resolve('open');
      source.onerror = () => resolve('refused');
    });
    const answer = await call.then(
      ({ type }) => type,
      () => 'blocked',
    );
    return { answer, stream: await stream };
  }, host.ui);
  expect(reached).toEqual({ answer: 'blocked', stream: 'refused' });
  await expect(window.getByRole('navigation', { name: 'Screens' })).toBeVisible();
});

test('a link opens once; then the page says what to do', async ({ host, browser }) => {
  const first = await browser.newContext();
  await (await first.newPage()).goto(host.link);
  const second = await browser.newContext();
  const page = await second.newPage();
  await page.goto(host.link);
  await expect(page.getByRole('heading', { name: 'This link has been used or has ended' })).toBeVisible();
  await expect(page.getByText('npm run link')).toBeVisible();
  await first.close();
  await second.close();
});
