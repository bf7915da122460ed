import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { deliver, expect, joined, said, test } from './host.ts';

const dashboard = { vendor: 'bithuman-dashboard', name: 'Concierge', secret: 's' };

async function open(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/${path}`);
}

test('why a signature failed is told in words, part by part, with the way to mend it', async ({
  host,
  window,
}) => {
  const endpoint = await host.get('endpoint.create', { vendor: 'bithuman', name: 'Studio', secret: 'whsec' });
  const body = JSON.stringify({ event: 'agent.ready', data: { agent_id: 'A1' } });
  const time = Math.floor(Date.now() / 1000) - 720;
  const sign = (text: string) => `sha256=${createHmac('sha256', 'whsec').update(text).digest('hex')}`;
  const send = (signature: string) =>
    fetch(endpoint.localUrl, {
      method: 'POST',
      headers: { 'X-BitHuman-Signature': signature, 'X-BitHuman-Timestamp': `${time}` },
      body,
    });
  await send(sign(body));
  await send(sign(`${time}.${body}`));
  const { deliveries } = await host.get('delivery.list', {});
  const [late, alone] = deliveries;

  await open(window, `deliveries/${alone?.id}`);
  const detail = window.getByRole('region', { name: 'Delivery', exact: true });
  await expect(detail).toContainText('this looks like the dashboard kind');
  const proof = detail.getByRole('region', { name: 'Expected, and what came' });
  await expect(proof.getByRole('row', { name: /^Signed over/ })).toContainText('The body alone');
  await expect(proof.getByRole('row', { name: /^Signature/ })).toContainText('X-BitHuman-Signature: sha256=');
  await expect(proof).not.toContainText('whsec');
  await expect(detail.getByRole('link', { name: 'New endpoint' })).toBeVisible();

  await open(window, `deliveries/${late?.id}`);
  await expect(proof.getByRole('row', { name: /^Timestamp/ })).toContainText('12 min before the arrival');
  await expect(proof.getByRole('row', { name: /^Signed over/ })).toContainText('Just that');

  await deliver(endpoint.localUrl, 'other', body);
  const missing = (await host.get('delivery.list', {})).deliveries[0];
  await open(window, `deliveries/${missing?.id}`);
  await expect(proof.getByRole('row', { name: /^Timestamp/ })).toContainText('Did not come');
});

test('a refusal leads to the secret, where typing begins at once', async ({ host, window }) => {
  const endpoint = await host.get('endpoint.create', dashboard);
  await deliver(endpoint.localUrl, 'wrong', joined('x'));
  const { deliveries } = await host.get('delivery.list', {});
  await open(window, `deliveries/${deliveries[0]?.id}`);
  await window.getByRole('link', { name: 'Enter the secret' }).click();
  const form = window.getByRole('form', { name: 'Secret' });
  await expect(form.locator(':focus')).toHaveCount(1);
});

test('a body as a tree by keyboard, as text, as hex, copied and saved byte for byte', async ({
  host,
  window,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const endpoint = await host.get('endpoint.create', dashboard);
  const list = Array.from({ length: 250 }, (_, i) => i).join(',');
  const body = `{"agent_id":"A1","event_type":"room.join","data":{"room_name":"lobby","n":1.0,"list":[${list}]}}`;
  await deliver(endpoint.localUrl, 's', body);
  const { deliveries } = await host.get('delivery.list', {});
  await open(window, `deliveries/${deliveries[0]?.id}`);

  const tree = window.getByRole('tree', { name: 'Body as a tree' });
  await expect(tree.getByRole('treeitem', { name: '"n": 1.0' })).toBeVisible();
  await tree.getByRole('treeitem').first().focus();
  await window.keyboard.press('End');
  const items = tree.getByRole('treeitem', { name: /"list"/ });
  await expect(items).toBeFocused();
  await expect(items).toHaveAttribute('aria-expanded', 'false');
  await window.keyboard.press('ArrowRight');
  await expect(items).toHaveAttribute('aria-expanded', 'true');
  await window.keyboard.press('End');
  await expect(tree.getByRole('treeitem', { name: 'Show more: 150 left' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(tree.getByRole('treeitem', { name: '100: 100' })).toBeFocused();
  await expect(tree.getByRole('treeitem', { name: '249: 249' })).toBeVisible();
  await window.keyboard.press('Home');
  await window.keyboard.press('ArrowLeft');
  await expect(tree.getByRole('treeitem')).toHaveCount(1);

  const part = window.getByRole('region', { name: 'Body' });
  await part.getByRole('radio', { name: 'Hex' }).check();
  await expect(part.getByRole('table')).toContainText('7b 22 61 67');
  await part.getByRole('button', { name: 'Copy body' }).click();
  await expect.poll(() => window.evaluate(() => navigator.clipboard.readText())).toBe(body);
  const [saved] = await Promise.all([
    window.waitForEvent('download'),
    part.getByRole('button', { name: 'Save body' }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^greenroom-d1-\w+\.json$/);
  expect(readFileSync(await saved.path(), 'utf8')).toBe(body);
});

test('the list by verdict, type and duplicates; what is chosen stays, and can be cleared', async ({
  host,
  window,
}) => {
  const { localUrl } = await host.get('endpoint.create', dashboard);
  await deliver(localUrl, 's', joined('one'));
  const twice = said('one', 'Twice');
  await deliver(localUrl, 's', twice);
  await deliver(localUrl, 's', twice);
  await deliver(localUrl, 'wrong', said('one', 'Refused'));
  await open(window, 'deliveries');
  const rows = window.getByRole('grid', { name: 'Deliveries' }).getByRole('row', { name: /Concierge/ });
  await expect(rows).toHaveCount(3);
  await window.getByRole('combobox', { name: 'Show type' }).selectOption({ label: 'Someone joined' });
  await expect(rows).toHaveCount(1);
  await window.getByRole('combobox', { name: 'Show type' }).selectOption({ label: 'All types' });
  await window.getByRole('checkbox', { name: 'Only duplicates' }).check();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('+1');
  await window.reload();
  await expect(window.getByRole('checkbox', { name: 'Only duplicates' })).toBeChecked();
  await expect(rows).toHaveCount(1);
  await window.getByRole('radio', { name: 'Refused' }).check();
  await expect(window.getByRole('heading', { name: 'No delivery fits these filters.' })).toBeVisible();
  await window.getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(rows).toHaveCount(3);
});

test('a deleted endpoint can be taken back; left alone, it goes', async ({ host, window }) => {
  const endpoint = await host.get('endpoint.create', dashboard);
  const toasts = window.getByRole('region', { name: 'New notices' });
  const link = window.getByRole('link', { name: /Concierge/ });
  const remove = async () => {
    await open(window, `endpoints/${endpoint.id}`);
    await window.getByRole('button', { name: 'Delete endpoint' }).click();
    await expect(toasts).toContainText('“Concierge” is deleted.');
    await expect(link).toBeHidden();
  };
  await remove();
  expect((await host.get('endpoint.list', {})).endpoints).toHaveLength(1);
  await toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(link).toBeVisible();
  await remove();
  await window.keyboard.press('ControlOrMeta+z');
  await expect(link).toBeVisible();
  await remove();
  await toasts.getByRole('button', { name: 'Dismiss' }).click();
  await expect.poll(async () => (await host.get('endpoint.list', {})).endpoints.length).toBe(0);
});

test('a page that goes away deletes at once what it said was deleted', async ({ host, window }) => {
  const endpoint = await host.get('endpoint.create', dashboard);
  await open(window, `endpoints/${endpoint.id}`);
  await window.getByRole('button', { name: 'Delete endpoint' }).click();
  await expect(window.getByRole('region', { name: 'New notices' })).toContainText('is deleted');
  await window.goto('about:blank');
  await expect.poll(async () => (await host.get('endpoint.list', {})).endpoints.length).toBe(0);
});

test('a watched word comes back', async ({ host, window }) => {
  await host.get('settings.set', { alertChat: 'watched', watchedWords: ['refund', 'help'] });
  await open(window, 'settings/alerts');
  await window.getByRole('button', { name: /refund/ }).click();
  await expect.poll(async () => (await host.get('settings.get', {})).watchedWords).toEqual(['help']);
  await window.getByRole('region', { name: 'New notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(async () => (await host.get('settings.get', {})).watchedWords)
    .toEqual(['help', 'refund']);
});

test('the demo is one click away, marked as sample, ended at will, and leaves nothing to tidy up', async ({
  host,
  window,
}) => {
  await window.getByRole('button', { name: 'Watch a demo' }).click();
  const toasts = window.getByRole('region', { name: 'New notices' });
  await expect(toasts).toContainText('A made-up conversation is playing.');
  await expect(window.getByRole('log', { name: 'Transcript' })).toContainText('joined', { ignoreCase: true });
  await expect
    .poll(async () => (await host.get('feed.page', {})).events.length, { timeout: 15_000 })
    .toBeGreaterThan(1);
  const { events } = await host.get('feed.page', {});
  expect(new Set(events.map(({ source }) => source))).toEqual(new Set(['sample']));
  expect(events.every(({ verified }) => verified)).toBe(true);
  expect((await host.get('endpoint.list', {})).endpoints).toEqual([]);
  // It goes on where another page looks.
  await window.reload();
  await toasts.getByRole('button', { name: 'Stop' }).click();
  await expect(toasts).toContainText('That was the demo.');
  expect(await host.get('demo.state', {})).toEqual({ endsAt: null });
  await open(window, 'deliveries');
  await expect(window.getByRole('row', { name: /Demo/ }).first()).toBeVisible();
  await toasts.getByRole('link', { name: 'Create an endpoint' }).click();
  await expect(window.getByRole('form', { name: 'New endpoint' })).toBeVisible();
});

test('the first steps lead on from screen to screen, and can be skipped for good', async ({
  host,
  window,
}) => {
  await window.getByRole('heading', { name: 'Welcome to Greenroom' }).waitFor();
  const strip = window.getByRole('region', { name: 'Getting started' });
  await window.getByRole('link', { name: 'Create an endpoint' }).click();
  const endpoint = await host.get('endpoint.create', dashboard);
  await open(window, `endpoints/${endpoint.id}`);
  await expect(strip).toContainText('1 of 3');
  const next = window.getByRole('region', { name: 'What is next' });
  await expect(next).toContainText('Send a sample');
  await window.getByRole('button', { name: 'Send a sample' }).click();
  await expect(strip).toContainText('2 of 3');
  await expect(next).toContainText('Connect it');
  await strip.getByRole('button', { name: 'Skip' }).click();
  await expect(strip).toBeHidden();
  await window.reload();
  await window.getByRole('heading', { level: 1, name: 'Endpoints' }).waitFor();
  await expect(strip).toBeHidden();
});

test('what cannot be loaded has a button that tries again', async ({ host, window }) => {
  await host.get('endpoint.create', dashboard);
  await window.route('**/api/delivery.list', (route) => route.abort());
  await open(window, 'deliveries');
  await window.reload();
  const failure = window.getByRole('alert').filter({ hasText: 'No answer came.' });
  await expect(failure.first()).toBeVisible();
  await window.unroute('**/api/delivery.list');
  await failure.first().getByRole('button', { name: 'Try again' }).click();
  await expect(window.getByRole('heading', { name: 'No deliveries yet' })).toBeVisible();
});
