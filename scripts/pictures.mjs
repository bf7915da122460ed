/** `npm run pictures`: the README's pictures, of the built app with made-up days behind it. Look at them before they are kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { startDay, tellNow, tellRefused } from '../e2e/pictures/day.ts';
import { buildIfStale } from './build.mjs';
import { chromiumArgs, requireChromium } from './chromium.mjs';

const resources = join(import.meta.dirname, '../resources');

const executablePath = requireChromium();
buildIfStale();
const dataDir = mkdtempSync(join(tmpdir(), 'greenroom-pictures-'));
const { host, endpoints } = await startDay(dataDir, 14);
const browser = await chromium.launch({ executablePath, args: chromiumArgs() });
const page = await browser.newPage({
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1.5,
  locale: 'en-GB',
  reducedMotion: 'reduce',
});
try {
  await page.addInitScript(() => localStorage.setItem('greenroom-first-run', 'over'));
  await page.goto(host.link);
  await tellNow(endpoints);
  const { sessions } = await host.get('session.list', { state: 'live' });
  const read = sessions.find(({ vendorSessionId }) => vendorSessionId === 'session_xyz789');
  const said = page.getByRole('log', { name: 'Transcript' }).getByText('instead');
  await take('live', 'light', `live/${read?.id}`, said);
  await take('live', 'dark', `live/${read?.id}`, said);
  while ((await figures()).deliveries.answers.median === null) await rest(50);
  await take('insights', 'dark', 'insights', page.locator('.chart canvas').first());
  await tellRefused(endpoints);
  const { deliveries } = await host.get('delivery.list', { verdict: 'rejected' });
  await take('delivery', 'light', `deliveries/${deliveries[0]?.id}`, page.getByRole('tree'));
} finally {
  await browser.close();
  await host.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

function figures() {
  return host.get('insights.get', { from: null, to: new Date().toISOString(), timeZone: 'UTC' });
}

/**
 * @param {string} name
 * @param {'light' | 'dark'} theme
 * @param {string} path where it is
 * @param {import('@playwright/test').Locator} sign what is there once it stands
 */
async function take(name, theme, path, sign) {
  await host.get('settings.set', { theme });
  await page.locator(`html[data-theme="${theme}"]`).waitFor();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/${path}`);
  await sign.waitFor();
  // Pictures that fade in, and charts that are drawn anew, are there after two frames.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.screenshot({ path: join(resources, `${name}-${theme}.png`) });
}
