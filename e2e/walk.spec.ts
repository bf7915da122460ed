import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { deliver, expect, test } from './host.ts';
import { measure } from './measure.ts';
import { fill, screens, show } from './screens.ts';

/**
 * Every screen in both themes and four widths, empty, loading, full and failing. Pictures of all are left in
 * `test-results`, to be looked at; what can be measured is.
 */
const widths = [360, 800, 1280, 1920];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

interface Size {
  width: number;
  height: number;
}

const sizes: Size[] = widths.map((width) => ({ width, height: width < 800 ? 640 : 800 }));

/** What stands out of the window at each size, and a picture of it. */
async function look(page: Page, info: TestInfo, name: string, at = sizes): Promise<void> {
  const folder = info.outputPath('walk');
  mkdirSync(folder, { recursive: true });
  for (const size of at) {
    await page.setViewportSize(size);
    // Two frames: one to lay out, one to paint.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await page.screenshot({ path: join(folder, `${name.replaceAll('/', '-')}-${size.width}.png`) });
    const found = await page.evaluate(measure);
    expect.soft(found, `${name} at ${size.width}`).toEqual({ over: 0, headings: 1, cut: [] });
  }
}

for (const theme of ['light', 'dark'] as const) {
  test(`every screen, empty and full, ${theme}`, async ({ host, window }, info) => {
    test.slow();
    await host.get('settings.set', { theme });
    await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
    for (const screen of [...screens, 'endpoints/new']) {
      await show(window, screen);
      await look(window, info, `empty-${screen}`);
    }

    for (const [name, path] of Object.entries(await fill(host))) {
      await show(window, path);
      await look(window, info, `full-${name}`);
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
    await window.route(/\/api\/(.*\.list|feed\.page|settings\.get|insights\.get)$/, async (route) => {
      await held.promise;
      await route.abort();
    });
    const some = screens.filter((name) => !name.includes('/') || name === 'settings/general');
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

test('every screen from right to left, at 200 %, very wide, and in the few colours of the system', async ({
  host,
  window,
}, info) => {
  test.slow();
  for (const [name, path] of Object.entries(await fill(host))) {
    await show(window, path);
    await look(window, info, `wide-${name}`, [{ width: 2560, height: 1080 }]);
    // What a window of 1280 × 800 has left at 200 %.
    await look(window, info, `zoomed-${name}`, [{ width: 640, height: 400 }]);
    await window.emulateMedia({ forcedColors: 'active' });
    await look(window, info, `forced-${name}`, [{ width: 1280, height: 800 }]);
    await window.emulateMedia({ forcedColors: null });
    await window.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await look(window, info, `rtl-${name}`);
    await window.evaluate(() => {
      document.documentElement.dir = 'ltr';
    });
  }
});

test('in forced colours a proved and a refused delivery still look different', async ({ host, window }) => {
  await window.emulateMedia({ forcedColors: 'active' });
  const { localUrl } = await host.get('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'Mira',
    secret: 's',
  });
  await deliver(localUrl, 'wrong', '{}');
  await show(window, 'deliveries');
  const shape = window.locator('.verdict-shape').first();
  await expect(shape).toHaveCSS('forced-color-adjust', 'none');
  await expect(shape).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});
