import type { Page } from '@playwright/test';
import { deliver, expect, joined, said, test } from './host.ts';

const menu = (page: Page) => page.getByRole('menu', { name: 'Actions' });
const item = (page: Page, name: string) => menu(page).getByRole('menuitem', { name, exact: true });
const open = (page: Page, path: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, path);
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.beforeEach(async ({ host, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { localUrl } = await host.get('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'Front desk',
    secret: 's',
  });
  await deliver(localUrl, 's', joined('visit'));
  await deliver(localUrl, 's', said('visit', 'Is the pool open?'));
});

test('by keyboard: a session is muted from the list, and the focus is where it was', async ({
  host,
  window,
}) => {
  await open(window, '/sessions');
  const list = window.getByRole('listbox', { name: 'Sessions' });
  await list.focus();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Shift+F10');
  await expect(item(window, 'Open session')).toBeFocused();
  await window.keyboard.press('ArrowUp');
  await expect(item(window, 'Mute this session')).toBeFocused();
  await window.keyboard.press('Home');
  await window.keyboard.press('m');
  await window.keyboard.press('Enter');
  await expect(menu(window)).toBeHidden();
  await expect(list).toBeFocused();
  await expect.poll(async () => (await host.get('settings.get', {})).muted.length).toBe(1);
  await window.keyboard.press('Shift+F10');
  await expect(item(window, 'Unmute this session')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(menu(window)).toBeHidden();
  await expect(list).toBeFocused();
});

test('a message: its text is copied, its raw delivery is one click away', async ({ window }) => {
  await open(window, '/sessions');
  await window.getByRole('option').first().click();
  const message = window.locator('.message').getByText('Is the pool open?');
  await message.click({ button: 'right' });
  await item(window, 'Copy text').click();
  await expect(window.getByRole('status').getByText('Copied')).toBeVisible();
  expect(await clipboard(window)).toBe('Is the pool open?');
  await message.click({ button: 'right' });
  await item(window, 'Open delivery').click();
  await expect(window).toHaveURL(/#\/deliveries\/d/);
});

test('selected text keeps the menu of the browser', async ({ window }) => {
  await open(window, '/sessions');
  await window.getByRole('option').first().click();
  const message = window.locator('.message').getByText('Is the pool open?');
  await message.dblclick();
  await message.click({ button: 'right' });
  await expect(menu(window)).toBeHidden();
});

test('a delivery is copied as curl from the list, and the list narrowed to what it is like', async ({
  host,
  window,
}) => {
  const { deliveries } = await host.get('delivery.list', {});
  await open(window, '/deliveries');
  const row = window.getByRole('row').filter({ hasText: 'Chat message' });
  await row.click({ button: 'right' });
  await item(window, 'Copy as curl').click();
  await expect.poll(() => clipboard(window)).toContain('Is the pool open?');
  await row.click({ button: 'right' });
  await item(window, 'Copy delivery id').click();
  await expect.poll(() => clipboard(window)).toBe(deliveries[0]?.id);
  await row.click({ button: 'right' });
  await item(window, 'Show only this verdict').click();
  await expect(window.getByRole('radio', { name: 'Proved', exact: true })).toBeChecked();
});

test('an endpoint is deleted from its menu, and taken back', async ({ host, window }) => {
  await open(window, '/endpoints');
  const link = window.getByRole('link', { name: /Front desk/ });
  await link.click({ button: 'right' });
  await item(window, 'Send a sample').click();
  await expect(window.getByRole('status').getByText('The sample has arrived.')).toBeVisible();
  await link.click({ button: 'right' });
  await item(window, 'Delete endpoint').click();
  await expect(link).toBeHidden();
  await window.getByRole('button', { name: 'Undo' }).click();
  await expect(link).toBeVisible();
  expect((await host.get('endpoint.list', {})).endpoints).toHaveLength(1);
});

test('it stays within the window, and closes as soon as anything else is done', async ({ window }) => {
  await open(window, '/live');
  const row = window.getByRole('option').first();
  await row.click({ button: 'right' });
  await expect(item(window, 'Open session')).toBeVisible();
  await window.mouse.wheel(0, 50);
  await expect(menu(window)).toBeHidden();
  await window.setViewportSize({ width: 360, height: 400 });
  const box = await row.boundingBox();
  await row.click({ button: 'right', position: { x: (box?.width ?? 0) - 4, y: 10 } });
  const shown = await menu(window).boundingBox();
  expect((shown?.x ?? 0) + (shown?.width ?? 999)).toBeLessThanOrEqual(360);
  await window.mouse.click(5, 5);
  await expect(menu(window)).toBeHidden();
});
