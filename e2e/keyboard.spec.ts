import type { Page } from '@playwright/test';
import { openByKeys, stopNow, tabTo } from './by-keyboard.ts';
import { expect, test } from './host.ts';
import { fill, show } from './screens.ts';

/** Only keys are pressed in these tests: no click, no focus that was given by anything but a key. */

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What was pressed is gone: the keyboard goes on in what came, not at the top of the page. */
async function keepsFocus(window: Page): Promise<void> {
  await expect.poll(async () => (await window.evaluate(stopNow)).isBody).toBe(false);
}

test('an endpoint, a sample, its session, a search and a copied delivery, by keyboard alone', async ({
  host,
  window,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { keyboard } = window;
  await openByKeys(window, window.getByRole('link', { name: 'Create an endpoint' }));

  const form = window.getByRole('form', { name: 'New endpoint' });
  await form.waitFor();
  await keepsFocus(window);
  await tabTo(window, form.getByRole('radio', { checked: true }));
  const dashboard = form.getByRole('radio', { name: /Room joins and chat/ });
  for (let i = 0; i < 10 && !(await dashboard.isChecked()); i++) await keyboard.press('ArrowDown');
  await expect(dashboard).toBeFocused();
  await tabTo(window, form.getByRole('textbox', { name: 'Name', exact: true }));
  await keyboard.type('Concierge Mira');
  await tabTo(window, form.getByRole('checkbox', { name: 'A secret header' }));
  await keyboard.press('Space');
  await tabTo(window, form.getByRole('checkbox', { name: 'A signing secret' }));
  await keyboard.press('Space');
  await tabTo(window, form.getByLabel('Secret', { exact: true }));
  await keyboard.type('a secret of the vendor');
  await keyboard.press('Enter');

  const made = window.getByRole('region', { name: 'First steps' }).filter({ hasText: 'is ready' });
  await made.waitFor();
  await keepsFocus(window);
  const kind = made.getByRole('combobox', { name: 'Kind of sample' });
  await tabTo(window, kind);
  await keyboard.press('ArrowDown');
  await expect(kind).toHaveValue('chat.message');
  await openByKeys(window, made.getByRole('button', { name: 'Send a sample' }));
  await expect(made.getByRole('status')).toContainText('Sample sent.');
  const { deliveries } = await host.get('delivery.list', {});
  const [kept] = deliveries;
  expect(deliveries).toHaveLength(1);
  expect(kept?.verdict).toBe('verified');
  const { sessions } = await host.get('session.list', {});
  const [session] = sessions;

  await keyboard.press('ControlOrMeta+2');
  const list = window.getByRole('listbox', { name: 'Sessions' });
  await tabTo(window, list);
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(window).toHaveURL(new RegExp(`#/sessions/${session?.id}$`));
  await expect(window.getByRole('log', { name: 'Transcript' })).toContainText('How can I help you');

  await keyboard.press('ControlOrMeta+1');
  await keyboard.press('ControlOrMeta+k');
  await window.getByRole('combobox', { name: 'Search' }).waitFor();
  await expect.poll(async () => (await host.get('search', { query: 'help' })).events.length).toBe(1);
  await keyboard.type('can I help');
  const found = window.getByRole('group', { name: 'In what happened' }).getByRole('option');
  await expect(found).toHaveCount(1);
  await keyboard.press('Enter');
  await expect(window).toHaveURL(new RegExp(`#/sessions/${session?.id}/at/\\d+$`));

  await openByKeys(window, window.getByRole('link', { name: /Newest delivery/ }));
  await expect(window).toHaveURL(new RegExp(`#/deliveries/${kept?.id}$`));
  const detail = window.getByRole('region', { name: 'Delivery', exact: true });
  await detail.waitFor();
  await keepsFocus(window);
  await openByKeys(window, detail.getByRole('button', { name: 'Copy as curl' }));

  await expect.poll(() => window.evaluate(() => navigator.clipboard.readText())).toMatch(/^curl /);
  const copied = await window.evaluate(() => navigator.clipboard.readText());
  const delivery = await host.get('delivery.get', { deliveryId: kept?.id ?? '' });
  const { endpoints } = await host.get('endpoint.list', {});
  const body = Buffer.from(delivery.bodyBase64, 'base64').toString();
  expect(body).toContain('How can I help you');
  expect(copied).toContain(`--data-raw '${body}'`);
  expect(copied.trim().split(/\s+/).at(-1)?.replaceAll("'", '')).toBe(endpoints[0]?.localUrl);
  const signature = delivery.headers.find(([name]) => name.toLowerCase() === 'x-bithuman-signature');
  expect(copied).toContain(`-H '${signature?.[0]}: ${signature?.[1]}'`);
  expect(copied).not.toContain('a secret of the vendor');
});

test('on no screen is a stop of Tab unmarked, out of sight, or one that cannot be left', async ({
  host,
  window,
}) => {
  test.slow();
  for (const [name, path] of Object.entries(await fill(host))) {
    await show(window, path);
    // From the beginning of the page, as after a load.
    await window.reload();
    await window.getByRole('heading', { level: 1 }).waitFor();
    const stops: string[] = [];
    for (let i = 0; i < 150; i++) {
      await window.keyboard.press('Tab');
      const stop = await window.evaluate(stopNow);
      if (stop.isBody) break;
      stops.push(stop.what);
      expect.soft(stop, `${name}: stop ${i + 1}`).toMatchObject({ isMarked: true, isSeen: true });
    }
    expect.soft(stops.length, `${name}: ${stops.slice(-5).join(' | ')}`).toBeLessThan(150);
    expect.soft(stops.length, name).toBeGreaterThan(8);
  }
});
