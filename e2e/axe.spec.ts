import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { deliver, expect, joined, said, test } from './host.ts';
import { screens, show } from './screens.ts';

/** WCAG 2.2 AA and good practice, by axe, on every screen, in both themes. What axe cannot see is tested by keyboard. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
async function violations(page: Page): Promise<string[]> {
  // What fades in is measured when it is there.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))),
  );
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const theme of ['light', 'dark'] as const) {
  test(`no screen has a violation, ${theme}`, async ({ host, window }) => {
    test.slow();
    await host.get('settings.set', { theme });
    await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
    for (const screen of screens) {
      await show(window, screen);
      expect.soft(await violations(window), `${screen}, empty`).toEqual([]);
    }

    const endpoint = await host.get('endpoint.create', {
      vendor: 'bithuman-dashboard',
      name: 'Concierge Mira',
      secret: 's',
    });
    const other = await host.get('endpoint.create', { vendor: 'unith', name: 'Sofia', secret: 'u' });
    const { localUrl } = endpoint;
    await deliver(localUrl, 's', joined('visit'));
    await deliver(localUrl, 's', said('visit', 'Could you move it to Friday?'));
    await deliver(localUrl, 's', said('visit', 'Gladly.', 'assistant'));
    await deliver(localUrl, 'wrong', said('visit', 'refused'));
    const { sessions } = await host.get('session.list', {});
    const { deliveries } = await host.get('delivery.list', {});
    for (const screen of [
      ...screens,
      `sessions/${sessions[0]?.id}`,
      `deliveries/${deliveries[0]?.id}`,
      `deliveries/${deliveries.at(-1)?.id}`,
      `endpoints/${endpoint.id}`,
      `endpoints/${other.id}`,
    ]) {
      await show(window, screen);
      await window.getByRole('heading', { level: 1 }).waitFor();
      expect.soft(await violations(window), screen).toEqual([]);
    }

    await window.keyboard.press('ControlOrMeta+k');
    await window.keyboard.type('Friday');
    await window.getByRole('option').first().waitFor();
    expect.soft(await violations(window), 'search').toEqual([]);
    await window.keyboard.press('Escape');
    await window.getByRole('button', { name: /^Notices/ }).click();
    expect.soft(await violations(window), 'notices').toEqual([]);
    await window.keyboard.press('Escape');

    await show(window, 'live');
    await window.getByRole('button', { name: 'Filter' }).click();
    await window.getByRole('combobox', { name: 'Endpoint' }).selectOption({ label: 'Concierge Mira' });
    expect.soft(await violations(window), 'filters').toEqual([]);
    await window.keyboard.press('Escape');
    await window.getByRole('option').first().click({ button: 'right' });
    await window.getByRole('menu').waitFor();
    expect.soft(await violations(window), 'menu').toEqual([]);
    await window.keyboard.press('Escape');
    await window.keyboard.press('?');
    await window.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    expect.soft(await violations(window), 'shortcuts').toEqual([]);
  });

  test(`no violation where a screen cannot be filled, ${theme}`, async ({ host, window }) => {
    await host.get('settings.set', { theme });
    await window.route('**/api/*.list', (route) => route.abort());
    await window.route('**/api/feed.page', (route) => route.abort());
    for (const screen of ['live', 'sessions', 'deliveries', 'endpoints']) {
      await window.reload();
      await show(window, screen);
      await window.getByRole('alert').first().waitFor();
      expect.soft(await violations(window), `${screen}, failing`).toEqual([]);
    }
  });
}
