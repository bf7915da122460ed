import type { Page } from '@playwright/test';
import { expect, test } from './host.ts';
import { measure } from './measure.ts';
import { fill, show } from './screens.ts';

const headings: Record<string, string> = {
  live: 'Live',
  sessions: 'Sitzungen',
  deliveries: 'Zustellungen',
  insights: 'Auswertung',
  endpoints: 'Endpunkte',
  settings: 'Einstellungen',
  connection: 'Verbindung',
};

/** Laid out and painted: charts follow the width of their box. */
async function measured(page: Page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.evaluate(measure);
}

/** What of the page English readers alone would understand: names and texts that the test itself has sent are not of it. */
const english =
  /\b(?:the|and|with|your|Open|Copy|Show|Choose|delivery|deliveries|session|sessions|endpoint|sample)\b/;

async function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What people said, and what a machine wrote.
    const foreign =
      '.feed-words p, .message p, .card-words p, pre, code, .body-tree, .feed-words strong, .command';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { parentElement: parent, textContent: text } = walker.currentNode;
      if (parent?.closest(foreign) || !parent?.checkVisibility()) continue;
      found.push(text ?? '');
    }
    for (const one of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (one.closest(foreign)) continue;
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(one.getAttribute(name) ?? '');
    }
    return found.map((text) => text.trim()).filter(Boolean);
  });
}

test.describe('where the browser prefers German', () => {
  test.use({ locale: 'de-AT', contextOptions: { reducedMotion: 'reduce' } });

  test('every screen is German, and fits', async ({ host, window }) => {
    test.slow();
    await expect(window.locator('html')).toHaveAttribute('lang', 'de');
    await expect(window.getByRole('heading', { name: 'Willkommen bei Greenroom' })).toBeVisible();
    for (const [name, path] of Object.entries(await fill(host))) {
      await show(window, path);
      await expect(window.getByRole('heading', { level: 1 })).toHaveText(
        headings[path.split('/')[0] ?? ''] ?? '',
      );
      for (const width of [1280, 800, 360]) {
        await window.setViewportSize({ width, height: 700 });
        expect.soft(await measured(window), `${name} at ${width}`).toEqual({ over: 0, headings: 1, cut: [] });
      }
      const left = (await wordsOf(window)).filter(
        (text) => english.test(text) && !/Concierge Mira/.test(text),
      );
      expect.soft(left, name).toEqual([]);
    }
    await window.keyboard.press('ControlOrMeta+k');
    await window.getByRole('combobox', { name: 'Suche' }).fill('Friday');
    await expect(window.getByRole('listbox').getByText('In dem, was geschah')).toBeVisible();
    // The window has told the core: what rings outside of it is German, too.
    await host.get('alert.try', {});
    const { decisions } = await host.get('alert.decisions', {});
    expect(decisions[0]?.title).toBe('Greenroom kann melden');
  });
});

test('the language is chosen in the settings, at once and for good', async ({ host, window }) => {
  await show(window, 'settings/general');
  await window.getByRole('radio', { name: 'Deutsch' }).check();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Einstellungen');
  await expect(window.locator('html')).toHaveAttribute('lang', 'de');
  expect((await host.get('settings.get', {})).language).toBe('de');
  await window.reload();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Einstellungen');
  await window.getByRole('radio', { name: 'English' }).check();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Settings');
});

test('what was chosen elsewhere counts from the first words on', async ({ host, window }) => {
  await show(window, 'settings/general');
  await window.getByRole('radio', { name: 'Deutsch' }).waitFor();
  await host.get('settings.set', { language: 'de' });
  // What is half done here is not lost: the words come with the next load.
  await expect(window.getByRole('radio', { name: 'Deutsch' })).toBeChecked();
  await expect(window.locator('html')).toHaveAttribute('lang', 'en');
  await window.reload();
  await expect(window.locator('html')).toHaveAttribute('lang', 'de');
});

test.describe('where a day has twice twelve hours', () => {
  test.use({ locale: 'en-US', contextOptions: { reducedMotion: 'reduce' } });

  test('times are written so, and fit', async ({ host, window }) => {
    await fill(host);
    for (const path of ['live', 'sessions', 'deliveries', 'settings/why']) {
      await show(window, path);
      await expect(window.locator('main time').first()).toHaveText(/[AP]M|\d:\d\d/);
      for (const width of [1280, 360]) {
        await window.setViewportSize({ width, height: 700 });
        expect.soft(await measured(window), `${path} at ${width}`).toEqual({ over: 0, headings: 1, cut: [] });
      }
    }
    await show(window, 'live');
    await expect(window.locator('.feed-row time').first()).toHaveText(/^\d\d:\d\d:\d\d\s[AP]M$/);
  });
});
