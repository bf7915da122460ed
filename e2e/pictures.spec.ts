import { rmSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';
import { newFolder, type RunningHost } from '../bench/host.ts';
import type { Endpoint } from '../shared/endpoints.ts';
import { mira } from './pictures/cast.ts';
import { startDay, tellNow } from './pictures/day.ts';
import { keepFingerprint, readFingerprint, takeFingerprint } from './pictures/fingerprint.ts';
import { idOf } from './pictures/history.ts';
import { show } from './screens.ts';

/**
 * How the main screens looked when somebody last looked at them. After a change that is meant:
 * `npm run test:e2e -- pictures.spec --project=browser --update-snapshots`, then look at what git shows.
 * Taken at half the size: what stands elsewhere is seen, how a letter's edge is drawn is not.
 */
const hour = new Date().getUTCHours();

const test = base.extend<{ day: { host: RunningHost; endpoints: Endpoint[] } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from this pattern.
  day: async ({}, use) => {
    const dataDir = newFolder();
    const day = await startDay(dataDir, 0);
    await use(day);
    await day.host.stop();
    rmSync(dataDir, { recursive: true, force: true });
  },
});

test.use({
  deviceScaleFactor: 0.5,
  contextOptions: { reducedMotion: 'reduce' },
  locale: 'en-GB',
  // A zone where it is about noon, so that no picture is taken over midnight.
  timezoneId: `Etc/GMT${hour >= 12 ? `+${hour - 12}` : `-${12 - hour}`}`,
});

/** Times, ids and what was measured: another each time. */
const changing = [
  'time',
  'code',
  'canvas',
  '.week',
  '.path p',
  '.tile',
  '[data-column="answered"]',
  '[data-column="bytes"]',
  '.session-facts',
  '.settings .field-about',
].join(', ');

async function open({ host, endpoints }: { host: RunningHost; endpoints: Endpoint[] }, page: Page) {
  await page.addInitScript(() => localStorage.setItem('greenroom-first-run', 'over'));
  await page.goto(host.link);
  await tellNow(endpoints);
  await expect(page.getByRole('listbox', { name: 'Feed' })).toContainText('instead');
  await page.clock.setFixedTime(Date.now());
}

const compared = (page: Page) => ({
  mask: [page.locator(changing)],
  maskColor: '#808080',
  maxDiffPixelRatio: 0.004,
  threshold: 0.15,
});

test.beforeEach(async ({ day, page }, info) => {
  await open(day, page);
  const here = await takeFingerprint(page);
  if (info.config.updateSnapshots === 'all' || info.config.updateSnapshots === 'changed') {
    return keepFingerprint(here);
  }
  const there = readFingerprint();
  test.skip(
    JSON.stringify(here) !== JSON.stringify(there),
    `Taken with other fonts or another browser: ${JSON.stringify(there)}; here: ${JSON.stringify(here)}.`,
  );
});

for (const theme of ['light', 'dark'] as const) {
  test(`the main screens look as they did, ${theme}`, async ({ day, page }) => {
    test.slow();
    await day.host.get('settings.set', { theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const { sessions } = await day.host.get('session.list', {});
    const read = sessions.find(({ vendorSessionId }) => vendorSessionId === 'session_xyz789');
    const screens = {
      live: `live/${read?.id}`,
      sessions: `sessions/${read?.id}`,
      deliveries: 'deliveries',
      insights: 'insights',
      endpoints: `endpoints/${idOf(mira, day.endpoints)}`,
      settings: 'settings/alerts',
    };
    for (const [name, path] of Object.entries(screens)) {
      await show(page, path);
      if (name === 'insights') await page.locator('canvas').nth(1).waitFor();
      await expect.soft(page).toHaveScreenshot(`${name}-${theme}.png`, compared(page));
    }
  });
}

test('a screen that stands otherwise is noticed', async ({ day, page }) => {
  await day.host.get('settings.set', { theme: 'light' });
  await show(page, 'settings/alerts');
  await expect(page).toHaveScreenshot('settings-light.png', compared(page));
  // Four pixels are one step of the grid.
  await page.locator('.page').evaluate((element) => element.style.setProperty('padding-block-start', '4px'));
  await expect(page).not.toHaveScreenshot('settings-light.png', compared(page));
});
