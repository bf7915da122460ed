import type { Page } from '@playwright/test';
import type { RunningHost } from '../bench/host.ts';
import { deliver, expect, joined, said, test } from './host.ts';

/** A long talk: the numbers of its messages are their words. */
async function talk(host: RunningHost, messages: number) {
  const { localUrl } = await host.get('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'Front desk',
    secret: 's',
  });
  await deliver(localUrl, 's', joined('long'));
  for (let i = 1; i <= messages; i++) await deliver(localUrl, 's', said('long', `no ${i} of it`));
  const [session] = (await host.get('session.list', {})).sessions;
  const id = session?.id ?? '';
  const seqOf = async (text: string) => {
    const { events } = await host.get('session.events', { sessionId: id, limit: 200 });
    const { events: older } = await host.get('session.events', {
      sessionId: id,
      before: events.at(-1)?.seq ?? 0,
      limit: 200,
    });
    return [...events, ...older].find(({ data }) => data.text === text)?.seq ?? 0;
  };
  return { id, seqOf, say: (text: string) => deliver(localUrl, 's', said('long', text)) };
}

const message = (page: Page, n: number) => page.getByText(`no ${n} of it`, { exact: true });
const log = (page: Page) => page.getByRole('log', { name: 'Transcript' });
const top = async (page: Page, n: number) =>
  Math.round((await message(page, n).boundingBox())?.y ?? Number.NaN);

/** As a wheel does, since a reader scrolls by it. */
async function scrollUp(page: Page, by: number) {
  await log(page).hover();
  await page.mouse.wheel(0, -by);
}

test('who reads further up is not moved by what comes, and is told how much there is', async ({
  host,
  window,
}) => {
  const { id, say } = await talk(host, 60);
  await window.evaluate((to) => {
    location.hash = to;
  }, `/sessions/${id}`);
  await expect(message(window, 60)).toBeInViewport();
  await say('the first at the end');
  await expect(window.getByText('the first at the end', { exact: true }).first()).toBeInViewport();

  await scrollUp(window, 900);
  await expect(window.getByRole('button', { name: 'Jump to newest' })).toBeVisible();
  const seen = await log(window).evaluate((box) => {
    const edge = box.getBoundingClientRect().top + 100;
    const row = [...box.querySelectorAll('.message p')].find((one) => one.getBoundingClientRect().top > edge);
    return Number(/no (\d+)/.exec(row?.textContent ?? '')?.[1]);
  });
  const before = await top(window, seen);
  await say('one more');
  await say('and another');
  await window.getByRole('button', { name: 'Jump to newest (2 new)' }).waitFor();
  expect(await top(window, seen)).toBe(before);
  await window.getByRole('button', { name: 'Jump to newest (2 new)' }).click();
  await expect(window.locator('.message').getByText('and another')).toBeInViewport();
  await expect(window.getByRole('button', { name: /Jump to newest/ })).toBeHidden();
});

test('an address leads to a message amid a long talk, which reads on to both ends', async ({
  host,
  window,
}) => {
  const { id, seqOf, say } = await talk(host, 320);
  const seq = await seqOf('no 30 of it');
  await window.evaluate((to) => {
    location.hash = to;
  }, `/sessions/${id}/at/${seq}`);
  await expect(message(window, 30)).toBeInViewport();
  await expect(window.locator('[data-sought]')).toContainText('no 30 of it');
  await scrollUp(window, 5000);
  await expect(message(window, 1)).toBeInViewport();
  await say('far away');
  await window.getByRole('button', { name: 'Jump to newest (1 new)' }).click();
  await expect(window.locator('.message').getByText('far away')).toBeInViewport();
  await expect(window).toHaveURL(new RegExp(`#/sessions/${id}$`));

  await window.evaluate((to) => {
    location.hash = to;
  }, `/sessions/${id}/at/${seq}`);
  await expect(message(window, 30)).toBeInViewport();
  await log(window).focus();
  // Reading on, by keyboard, until the end is there.
  await expect(async () => {
    await window.keyboard.press('End');
    await expect(window.locator('.message').getByText('far away')).toBeInViewport({ timeout: 500 });
  }).toPass();
});

test('who is at the end stays there as the window changes its width', async ({ host, window }) => {
  const { id, say } = await talk(host, 30);
  for (let i = 0; i < 6; i++)
    await say('many words that need more lines where there is less room '.repeat(6));
  await say('the last');
  await window.evaluate((to) => {
    location.hash = to;
  }, `/sessions/${id}`);
  const last = window.locator('.message').getByText('the last', { exact: true });
  await expect(last).toBeInViewport();
  for (const width of [1000, 1500, 700, 1280]) {
    await window.setViewportSize({ width, height: 800 });
    await expect(last).toBeInViewport();
    await expect(window.getByRole('button', { name: /Jump to newest/ })).toBeHidden();
  }
});

test('what is no longer kept is told of, above the newest', async ({ host, window }) => {
  const { id } = await talk(host, 3);
  await window.evaluate((to) => {
    location.hash = to;
  }, `/sessions/${id}/at/999999`);
  await expect(window.getByText('What was looked for is no longer kept.')).toBeVisible();
  await expect(message(window, 3)).toBeInViewport();
});
