import type { Page } from '@playwright/test';
import { newFolder, type RunningHost, startHost } from '../bench/host.ts';
import { startTunnelServer, type TunnelServer } from '../electron/core/tunnels/testing/tunnel-server.ts';
import {
  type BithumanServer,
  startBithumanServer,
} from '../electron/core/vendors/testing/bithuman-server.ts';
import { test as base, expect } from './host.ts';

/** A tunnel server and a vendor beside the built host; nothing of the way between them is replaced. */
const test = base.extend<{ tunnel: TunnelServer; bithuman: BithumanServer; host: RunningHost }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from this pattern.
  tunnel: async ({}, use) => {
    const tunnel = await startTunnelServer();
    await use(tunnel);
    await tunnel.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from this pattern.
  bithuman: async ({}, use) => {
    const bithuman = await startBithumanServer({ pauses: [20, 50] });
    await use(bithuman);
    await bithuman.close();
  },
  host: async ({ tunnel }, use) => {
    const host = await startHost(newFolder(), [
      '--ui-port',
      '0',
      '--receiver-port',
      '0',
      '--tunnel-host',
      tunnel.url,
    ]);
    await use(host);
    await host.stop();
  },
});

const path = (window: Page) => window.getByRole('region', { name: 'Way of a delivery' });

test('one click: from a key to green, and the vendor’s next delivery is in the feed', async ({
  host,
  window,
  bithuman,
}) => {
  const { id } = await host.get('endpoint.create', {
    vendor: 'bithuman',
    name: 'Studio',
    options: { apiBase: bithuman.url },
  });
  await window.goto(`${host.ui}/#/endpoints/${id}`);
  await expect(window.getByText('unencrypted TCP')).toBeVisible();
  await window.getByLabel('API secret').fill(bithuman.apiSecret);
  await window.getByRole('button', { name: 'Connect to bitHuman' }).click();
  await expect(window.getByText('Confirmed by a delivery at')).toBeVisible();
  await expect(window.getByRole('heading', { name: 'Registered at bitHuman' })).toBeVisible();
  await expect(path(window)).toContainText('Connected');
  expect(bithuman.webhooks).toHaveLength(1);
  await bithuman.deliver('agent.ready', { agent_id: 'A1', code: 'A1' });
  await window.getByRole('link', { name: 'Live', exact: true }).click();
  await expect(window.getByRole('listbox', { name: 'Feed' })).toContainText('ready');
});

test('a wrong key: what happened, and the field that mends it', async ({ host, window, bithuman }) => {
  const { id } = await host.get('endpoint.create', {
    vendor: 'bithuman',
    name: 'Studio',
    options: { apiBase: bithuman.url },
  });
  await window.goto(`${host.ui}/#/endpoints/${id}`);
  await window.getByLabel('API secret').fill('not the key');
  await window.getByRole('button', { name: 'Connect to bitHuman' }).click();
  await expect(window.getByText('The key is not right.')).toBeVisible();
  await window.getByRole('button', { name: 'Enter the key again' }).click();
  await window.getByLabel('API secret').fill(bithuman.apiSecret);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Registered at bitHuman' })).toBeVisible();
});

test('by hand: the card waits for the dashboard’s test, and turns green when it arrives', async ({
  host,
  window,
  bithuman,
}) => {
  const header = { name: 'X-Greenroom-Key', value: 'a value that was generated' };
  const { id } = await host.get('endpoint.create', { vendor: 'bithuman-dashboard', name: 'Lobby', header });
  await window.goto(`${host.ui}/#/endpoints/${id}`);
  await window.getByRole('button', { name: 'Connect to bitHuman' }).click();
  await expect(window.getByText('The way in is open and proved.')).toBeVisible();
  await expect(window.getByText('Waiting for the test to arrive…')).toBeVisible();
  const [endpoint] = (await host.get('endpoint.list', {})).endpoints;
  Object.assign(bithuman.dashboard, {
    url: endpoint?.publicUrl,
    headers: { [header.name]: header.value },
  });
  expect(await bithuman.push('test', {}, { test: true })).toBe(200);
  await expect(window.getByText('It arrived.')).toBeVisible();
});

test('the tunnel goes and comes back: the window says so all the time', async ({ host, window, tunnel }) => {
  await host.get('settings.set', { tunnel: 'localtunnel' });
  await expect(path(window)).toContainText('Connected');
  await tunnel.stop();
  await expect(path(window)).not.toContainText('Connected');
  await window.goto(`${host.ui}/#/connection`);
  await expect(window.getByRole('main')).toContainText(/tunnel/i);
  await tunnel.restart();
  await expect(path(window)).toContainText('Connected', { timeout: 15_000 });
});
