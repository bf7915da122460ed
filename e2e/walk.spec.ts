import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { deliver, expect, joined, said, test } from './host.ts';

/**
 * Every screen in both themes and four widths, empty, loading, full and failing. Pictures of all are left in
 * `test-results`, to be looked at; what can be measured is.
 */
const widths = [360, 800, 1280, 1920];
const screens = [
  'live',
  'sessions',
  'deliveries',
  'insights',
  'endpoints',
  'connection',
  'settings/general',
  'settings/alerts',
  'settings/why',
  'settings/about',
];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function show(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/${path}`);
  await page.locator(`main[data-screen="${path.split('/')[0]}"]`).waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Pictures at each width, and what stands out of the window there. */
async function look(page: Page, info: TestInfo, name: string): Promise<void> {
  const folder = info.outputPath('walk');
  mkdirSync(folder, { recursive: true });
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 800 ? 640 : 800 });
    // Two frames: one to lay out, one to paint.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await page.screenshot({ path: join(folder, `${name.replaceAll('/', '-')}-${width}.png`) });
    const found = await page.evaluate(measure);
    expect.soft(found, `${name} at ${width}`).toEqual({ over: 0, headings: 1, cut: [] });
  }
}

/** Runs in the page. `cut`: controls whose words are cut off without a sign of it, or that lie outside of the window. */
function measure() {
  const cut = [...document.querySelectorAll<HTMLElement>('button, a, label, h1, h2, [role="tab"]')].filter(
    (one) => {
      const { width, height, left, right } = one.getBoundingClientRect();
      const { textOverflow, overflowX, position, clipPath } = getComputedStyle(one);
      if (width <= 1 || height <= 1 || position === 'fixed' || clipPath !== 'none') return false;
      if (one.closest('.unseen, [hidden], [popover]:not(:popover-open), .skip')) return false;
      let scroller = one.parentElement;
      while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowX))
        scroller = scroller.parentElement;
      const scrolled = scroller && scroller.scrollWidth > scroller.clientWidth;
      const isOutside = !scrolled && (left < -1 || right > innerWidth + 1);
      const isClipped =
        overflowX === 'hidden' && textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 1;
      return isOutside || isClipped;
    },
  );
  return {
    over: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    headings: document.querySelectorAll('h1').length,
    cut: cut.map((one) => `${one.tagName} ${one.className} ${one.textContent?.trim().slice(0, 40)}`),
  };
}

for (const theme of ['light', 'dark'] as const) {
  test(`every screen, empty and full, ${theme}`, async ({ host, window }, info) => {
    test.slow();
    await host.get('settings.set', { theme });
    await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
    for (const screen of screens) {
      await show(window, screen);
      await look(window, info, `empty-${screen}`);
    }

    const endpoint = await host.get('endpoint.create', {
      vendor: 'bithuman-dashboard',
      name: 'Concierge Mira of the grand hotel by the sea',
      secret: 's',
    });
    const other = await host.get('endpoint.create', { vendor: 'unith', name: 'Sofia', secret: 'u' });
    for (let visit = 0; visit < 4; visit++) {
      await deliver(endpoint.localUrl, 's', joined(`visit-${visit}`, `suite ${visit}`));
      for (let turn = 0; turn < 6; turn++) {
        const text = `Turn ${turn}: ${'could you move it to Friday, please? '.repeat(turn + 1)}`;
        await deliver(endpoint.localUrl, 's', said(`visit-${visit}`, text, turn % 2 ? 'assistant' : 'user'));
      }
    }
    await deliver(endpoint.localUrl, 's', said('visit-0', `A word without an end: ${'x'.repeat(300)}`));
    await deliver(endpoint.localUrl, 'wrong', said('visit-0', 'refused'));
    const { sessions } = await host.get('session.list', {});
    const { deliveries } = await host.get('delivery.list', {});
    for (const screen of [
      ...screens,
      `live/${sessions[0]?.id}`,
      `sessions/${sessions.at(-1)?.id}`,
      `deliveries/${deliveries[0]?.id}`,
      `deliveries/${deliveries[1]?.id}`,
      `endpoints/${endpoint.id}`,
      `endpoints/${other.id}`,
    ]) {
      await show(window, screen);
      await look(window, info, `full-${screen.replace(/\/[a-z]+[0-9_].*/, '-one')}`);
    }

    await window.setViewportSize({ width: 1280, height: 800 });
    await window.keyboard.press('ControlOrMeta+k');
    await window.keyboard.type('Friday');
    await window.getByRole('option').first().waitFor();
    await look(window, info, 'search');
    await window.keyboard.press('Escape');
    await window.getByRole('button', { name: /^Notices/ }).click();
    await look(window, info, 'notices');
  });

  test(`every screen, loading and failing, ${theme}`, async ({ host, window }, info) => {
    test.slow();
    await host.get('settings.set', { theme });
    const held = Promise.withResolvers<void>();
    await window.route(/\/api\/(.*\.list|feed\.page|settings\.get)$/, async (route) => {
      await held.promise;
      await route.abort();
    });
    const some = ['live', 'sessions', 'deliveries', 'endpoints', 'settings/general'];
    for (const screen of some) {
      await show(window, screen);
      await window.reload();
      await window.getByRole('heading', { level: 1 }).waitFor();
      await look(window, info, `loading-${screen}`);
    }
    held.resolve();
    await window.getByRole('alert').first().waitFor();
    for (const screen of some) {
      await show(window, screen);
      await look(window, info, `failing-${screen}`);
    }
  });
}
