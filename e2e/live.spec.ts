import type { Page } from '@playwright/test';
import type { RunningHost } from '../bench/host.ts';
import { deliver, expect, joined, said, test } from './host.ts';

const feed = (page: Page) => page.getByRole('listbox', { name: 'Feed' });
const cards = (page: Page) => page.getByRole('list', { name: 'Sessions alive now' });

async function twoEndpoints(host: RunningHost) {
  const make = (name: string) =>
    host.get('endpoint.create', { vendor: 'bithuman-dashboard', name, secret: 's' });
  const [desk, spa] = [await make('Front desk'), await make('Spa')];
  return {
    desk: (body: string) => deliver(desk.localUrl, 's', body),
    spa: (body: string) => deliver(spa.localUrl, 's', body),
  };
}

test('what is chosen is shown, stays over a reload, and is taken back by its chip', async ({
  host,
  window,
}) => {
  const { desk, spa } = await twoEndpoints(host);
  await desk(joined('one'));
  await spa(joined('two'));
  await spa(said('two', 'Is the sauna on?'));
  await expect(feed(window).getByRole('option')).toHaveCount(3);

  await window.getByRole('button', { name: 'Filter' }).click();
  const panel = window.getByRole('region', { name: 'What is shown' });
  await panel.getByRole('combobox', { name: 'Endpoint' }).selectOption({ label: 'Spa' });
  await expect(feed(window).getByRole('option')).toHaveCount(2);
  await expect(cards(window).getByRole('link')).toHaveCount(1);
  await panel.getByRole('combobox', { name: 'What happened' }).selectOption({ label: 'Chat message' });
  await expect(feed(window).getByRole('option')).toHaveCount(1);
  await desk(said('one', 'not of the spa'));
  await spa(said('two', 'Until when?'));
  await expect(feed(window).getByRole('option')).toHaveCount(2);
  await expect(feed(window)).not.toContainText('not of the spa');

  await window.reload();
  await expect(feed(window).getByRole('option')).toHaveCount(2);
  await window.getByRole('button', { name: 'Chat message: remove this filter' }).click();
  await expect(feed(window).getByRole('option')).toHaveCount(3);
  await window.getByRole('button', { name: 'Spa: remove this filter' }).click();
  await expect(feed(window).getByRole('option')).toHaveCount(5);
});

test('where nothing matches, that is said, with the way back', async ({ host, window }) => {
  const { desk } = await twoEndpoints(host);
  await desk(joined('one'));
  await expect(feed(window).getByRole('option')).toHaveCount(1);
  await window.getByRole('button', { name: 'Filter' }).click();
  const panel = window.getByRole('region', { name: 'What is shown' });
  await panel.getByRole('combobox', { name: 'What happened' }).selectOption({ label: 'Agent failed' });
  await window.keyboard.press('Escape');
  await expect(window.getByText('Nothing matches')).toBeVisible();
  await window.locator('main').getByRole('button', { name: 'Clear filters' }).click();
  await expect(feed(window).getByRole('option')).toHaveCount(1);
});

test('in a low window the choices scroll', async ({ host, window }) => {
  const { desk } = await twoEndpoints(host);
  await desk(joined('one'));
  await window.setViewportSize({ width: 640, height: 340 });
  await window.getByRole('button', { name: 'Filter' }).click();
  const panel = window.getByRole('region', { name: 'What is shown' });
  const box = await panel.boundingBox();
  expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(340);
  const unread = panel.getByRole('checkbox', { name: /Only unread/ });
  await unread.check();
  await expect(unread).toBeInViewport();
});

test('what nobody looked at is counted, until it is in view', async ({ host, window }) => {
  const { desk, spa } = await twoEndpoints(host);
  await desk(joined('one'));
  await expect(cards(window).getByRole('link')).toHaveCount(1);
  await cards(window).getByRole('link').click();
  await desk(said('one', 'read at once'));
  await expect(window.getByRole('log')).toContainText('read at once');
  await expect(window.getByRole('img', { name: /unread/ })).toHaveCount(0);

  await spa(joined('two'));
  await spa(said('two', 'Hello?'));
  await spa(said('two', 'Is anybody there?'));
  const unread = cards(window).getByRole('img', { name: '2 unread' });
  await expect(unread).toBeVisible();
  await window.reload();
  await expect(unread).toBeVisible();

  await window.getByRole('button', { name: 'Filter' }).click();
  await window.getByRole('checkbox', { name: /Only unread/ }).check();
  await window.keyboard.press('Escape');
  await expect(feed(window)).toContainText('Is anybody there?');
  await cards(window).getByRole('link', { name: /Spa/ }).click();
  await expect(window.getByRole('log')).toContainText('Is anybody there?');
  await expect(unread).toBeHidden();
  // What is read stays while it is read.
  await expect(cards(window).getByRole('link', { name: /Spa/ })).toBeVisible();
});

test('who reads further down the feed is not moved, and told how much is new', async ({ host, window }) => {
  const { desk } = await twoEndpoints(host);
  await desk(joined('one'));
  for (let i = 0; i < 60; i++) await desk(said('one', `no ${i} of it`));
  await expect(feed(window)).toContainText('no 59 of it');
  await feed(window).hover();
  await window.mouse.wheel(0, 1500);
  await expect(window.getByRole('button', { name: 'Jump to newest' })).toBeVisible();
  const row = feed(window).getByRole('option').filter({ hasText: 'no 25 of it' });
  await expect(row).toBeInViewport();
  const before = await row.boundingBox();
  await desk(said('one', 'and now'));
  await desk(said('one', 'and then'));
  await window.getByRole('button', { name: 'Jump to newest (2 new)' }).waitFor();
  expect((await row.boundingBox())?.y).toBe(before?.y);
  await window.getByRole('button', { name: 'Jump to newest (2 new)' }).click();
  await expect(feed(window).getByText('and then')).toBeInViewport();
});

test('a join is felt, and nothing moves for those who want no motion', async ({ host, window }) => {
  const { desk } = await twoEndpoints(host);
  await expect(window.getByText('All quiet')).toBeVisible();
  const motions = await window.evaluateHandle(() => {
    const names: string[] = [];
    document.addEventListener('animationstart', ({ animationName }) => names.push(animationName));
    return names;
  });
  await desk(joined('one'));
  await cards(window).getByRole('link').waitFor();
  await expect.poll(() => motions.jsonValue()).toContain('arrive');
  await window.emulateMedia({ reducedMotion: 'reduce' });
  const { length } = await motions.jsonValue();
  await desk(joined('two'));
  await expect(cards(window).getByRole('link')).toHaveCount(2);
  expect(await motions.jsonValue()).toHaveLength(length);
});
