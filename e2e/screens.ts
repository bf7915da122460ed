import type { Page } from '@playwright/test';
import type { RunningHost } from '../bench/host.ts';
import { places } from '../renderer/stores/route-store.ts';
import { deliver, joined, said } from './host.ts';

/** Every place of the window that needs nothing to be there, as its address says it. */
export const screens: readonly string[] = [
  ...places.filter((place) => place !== 'settings'),
  ...['general', 'alerts', 'why', 'about'].map((section) => `settings/${section}`),
];

/** Goes there, and waits until its heading stands. */
export async function show(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/${path}`);
  await page.locator(`main[data-screen="${path.split('/')[0]}"]`).waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Long names, long texts, many turns and a refusal, through the real receiver. @returns what can be shown, by name */
export async function fill(host: RunningHost): Promise<Record<string, string>> {
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
  return {
    ...Object.fromEntries(screens.map((screen) => [screen, screen])),
    'live-one': `live/${sessions[0]?.id}`,
    'sessions-one': `sessions/${sessions.at(-1)?.id}`,
    'deliveries-refused': `deliveries/${deliveries[0]?.id}`,
    'deliveries-one': `deliveries/${deliveries[1]?.id}`,
    'endpoints-one': `endpoints/${endpoint.id}`,
    'endpoints-connect': `endpoints/${other.id}`,
  };
}
