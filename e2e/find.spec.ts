import type { Locator, Page } from '@playwright/test';
import { deliver, expect, joined, said, test } from './host.ts';

async function find(window: Page, words: string): Promise<void> {
  await window.keyboard.press('ControlOrMeta+k');
  await window.getByRole('dialog', { name: 'Search' }).getByRole('combobox').waitFor();
  await window.keyboard.type(words);
}

const group = (window: Page, name: string): Locator =>
  window.getByRole('group', { name, exact: true }).getByRole('option');

test('one search: a command, an endpoint, a session, a delivery and words that were said, by keyboard alone', async ({
  host,
  window,
}) => {
  const { id, localUrl } = await host.get('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'Zoë at the desk',
    secret: 's',
  });
  await deliver(localUrl, 's', joined('visit', 'suite 7'));
  await deliver(localUrl, 's', said('visit', `${'Well, well. '.repeat(40)}Could you move it to Friday?`));
  await deliver(localUrl, 'wrong', said('visit', 'refused'));
  const { keyboard } = window;
  const results = window.getByRole('listbox', { name: 'Search results' });
  const options = results.getByRole('option');

  await find(window, 'pause hour');
  await expect(options.first()).toContainText('Pause alerts for an hour');
  await keyboard.press('Enter');
  await expect.poll(async () => (await host.get('settings.get', {})).pausedUntil).not.toBeNull();
  await expect(results).toBeHidden();
  await expect(window.getByText(/^Alerts are paused until/)).toBeVisible();
  const opener = window.getByRole('button', { name: /^Find words/ });
  await opener.press('Enter');
  await window.getByRole('combobox').waitFor();
  await keyboard.type('resume');
  await expect(options.first()).toContainText('Resume alerts');
  await keyboard.press('Enter');
  await expect.poll(async () => (await host.get('settings.get', {})).pausedUntil).toBeNull();

  await expect(opener).toBeFocused();

  await find(window, 'zoe');
  await expect(group(window, 'Go to, or do').first()).toContainText('Zoë at the desk');
  await expect(group(window, 'Go to, or do').first().locator('mark')).toHaveText('Zoë');
  // Named after its endpoint, of which the index of words knows nothing.
  await expect(group(window, 'Sessions')).toHaveCount(1);
  await keyboard.press('Enter');
  await expect(window).toHaveURL(new RegExp(`#/endpoints/${id}$`));
  await expect(window.locator('#content')).toBeFocused();

  await expect.poll(async () => (await host.get('search', { query: 'friday' })).events.length).toBe(1);
  const { events } = await host.get('search', { query: 'friday' });
  const [event] = events;
  await find(window, 'frid');
  const hit = group(window, 'In what happened');
  await expect(hit).toHaveCount(1);
  await expect(hit.locator('mark')).toHaveText('Frid');
  await expect(hit.locator('mark')).toBeInViewport();
  await keyboard.press('Enter');
  await expect(window).toHaveURL(new RegExp(`#/sessions/${event?.sessionId}/at/${event?.seq}$`));
  await expect(window.getByRole('log', { name: 'Transcript' })).toContainText('Could you move it to Friday?');

  await find(window, 'suite');
  await expect(group(window, 'Sessions')).toContainText('suite 7');
  await keyboard.press('Enter');
  await expect(window).toHaveURL(new RegExp(`#/sessions/${event?.sessionId}$`));

  const { deliveries } = await host.get('delivery.list', { verdict: 'rejected' });
  await find(window, deliveries[0]?.id ?? '');
  await expect(group(window, 'Deliveries')).toContainText('Refused');
  await keyboard.press('Enter');
  await expect(window).toHaveURL(new RegExp(`#/deliveries/${deliveries[0]?.id}$`));
});

test('every state says what it is and what to do; what was looked for is kept until it is forgotten', async ({
  host,
  window,
}) => {
  const { localUrl } = await host.get('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'Desk',
    secret: 's',
  });
  await deliver(localUrl, 's', said('visit', 'Could you move it to Friday?'));
  await expect.poll(async () => (await host.get('search', { query: 'friday' })).events.length).toBe(1);
  await window.getByRole('heading', { level: 1 }).waitFor();
  const { keyboard } = window;
  const dialog = window.getByRole('dialog', { name: 'Search' });
  const box = dialog.getByRole('combobox');

  await window.getByRole('button', { name: /^Find words/ }).click();
  await expect(group(window, 'Go to, or do').first()).toContainText('New endpoint');
  await keyboard.type('x');
  await expect(dialog.getByText('Type one more letter')).toBeVisible();
  await keyboard.type('yzzy');
  await expect(dialog.getByText('Nothing found for “xyzzy”.')).toBeVisible();
  await expect(dialog.getByRole('status').filter({ hasText: 'Nothing found for “xyzzy”.' })).toHaveCount(1);
  await expect(box).toHaveAttribute('aria-expanded', 'false');

  await window.route('**/api/search', (route) => route.abort());
  await box.fill('friday');
  await expect(dialog.getByRole('alert')).toContainText('No answer came.');
  await window.unroute('**/api/search');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(group(window, 'In what happened')).toHaveCount(1);
  await expect(dialog.getByText('1 result')).toHaveCount(2);

  // Chosen before the answer is there: it is the answer to these words that opens.
  const asked = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  await window.route('**/api/search', async (route) => {
    asked.resolve();
    await held.promise;
    await route.continue();
  });
  await box.fill('move friday');
  await asked.promise;
  await keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  held.resolve();
  await expect(window).toHaveURL(/#\/sessions\/[^/]+\/at\/\d+$/);
  await expect(dialog).toBeHidden();

  await keyboard.press('ControlOrMeta+k');
  await expect(group(window, 'Searched before').first()).toContainText('move friday');
  await keyboard.press('Enter');
  await expect(box).toHaveValue('move friday');
  await box.fill('');
  await group(window, 'Searched before').filter({ hasText: 'Forget' }).click();
  await expect(group(window, 'Searched before')).toHaveCount(0);
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('it fits the smallest window, and the arrows keep what is chosen in view', async ({ host, window }) => {
  await window.setViewportSize({ width: 360, height: 640 });
  await host.get('endpoint.create', { vendor: 'bithuman-dashboard', name: 'Desk', secret: 's' });
  await find(window, '');
  const options = window.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await expect(options.last()).toBeInViewport();
  const combobox = window.getByRole('combobox');
  await expect(combobox).toHaveAttribute(
    'aria-activedescendant',
    (await options.last().getAttribute('id')) ?? '',
  );
  const over = await window.getByRole('dialog').evaluate((one) => one.scrollWidth - one.clientWidth);
  expect(over).toBe(0);
});

test('? shows every shortcut, but not while writing, and Esc closes it', async ({ window }) => {
  await window.getByRole('heading', { level: 1 }).waitFor();
  const sheet = window.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await find(window, '?');
  await expect(sheet).toBeHidden();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toBeHidden();
  await window.keyboard.press('?');
  await expect(sheet).toContainText('Go to Deliveries');
  await expect(sheet.locator('kbd').first()).toHaveText(/Ctrl|⌘/);
  await window.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await find(window, 'shortcuts');
  await expect(window.getByRole('option').first()).toContainText('Keyboard shortcuts');
  await window.keyboard.press('Enter');
  await expect(sheet).toBeVisible();
  await window.keyboard.press('ControlOrMeta+3');
  await expect(sheet).toBeHidden();
  await expect(window.getByRole('heading', { level: 1, name: 'Deliveries' })).toBeVisible();
});
