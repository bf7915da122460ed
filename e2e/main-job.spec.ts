import { startHost } from '../bench/host.ts';
import { deliver, expect, joined, said, test } from './host.ts';

test('a stranger makes an endpoint, a signed delivery comes in, and it is still there after a kill', async ({
  host,
  window,
  dataDir,
}) => {
  await window.getByRole('link', { name: 'Create an endpoint' }).click();
  await window.getByRole('radio', { name: /Room joins and chat/ }).check({ force: true });
  await window.getByLabel('Name', { exact: true }).fill('Concierge Mira');
  await window.getByRole('checkbox', { name: 'A secret header' }).uncheck();
  await window.getByRole('checkbox', { name: /^Secret|signing secret/ }).check();
  await window.getByRole('textbox', { name: /^Secret/ }).fill('my secret');
  await window.getByRole('button', { name: 'Create endpoint' }).click();
  await expect(window.getByRole('region', { name: 'First steps' })).toBeVisible();

  const { endpoints } = await host.get('endpoint.list', {});
  const url = endpoints[0]?.localUrl ?? '';
  await window.getByRole('link', { name: 'Live', exact: true }).click();
  expect(await deliver(url, 'my secret', joined('visit-1'))).toBe(200);
  await expect(window.getByRole('listbox', { name: 'Feed' })).toContainText('Someone joined Concierge Mira');
  await expect(window.getByRole('list', { name: 'Sessions alive now' })).toContainText('Concierge Mira');

  expect(await deliver(url, 'my secret', said('visit-1', 'Could you move it to Friday?'))).toBe(200);
  await expect(window.getByRole('log', { name: 'Transcript' })).toContainText('Could you move it to Friday?');

  await host.kill();
  const again = await startHost(dataDir);
  await window.goto(again.link);
  await expect(window.getByRole('listbox', { name: 'Feed' })).toContainText('Could you move it to Friday?');
  await again.stop();
});

test('a refused delivery says why in words, and is taken in once the secret is right', async ({
  host,
  window,
}) => {
  const endpoint = await host.get('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'Lobby',
    secret: 'wrong',
  });
  expect(await deliver(endpoint.localUrl, 'right', joined('visit-2'))).toBe(401);
  await window.getByRole('link', { name: 'Deliveries', exact: true }).click();
  const row = window.getByRole('grid', { name: 'Deliveries' }).getByRole('row', { name: /Refused/ });
  await row.click();
  await expect(window.getByRole('region', { name: 'Delivery', exact: true })).toContainText(/signature/i);

  await window.goto(`${host.ui}/#/endpoints/${endpoint.id}`);
  await window.getByRole('button', { name: 'Change secret' }).click();
  await window
    .getByRole('form', { name: 'Secret' })
    .getByRole('textbox', { name: /^Secret/ })
    .fill('right');
  await window.getByRole('button', { name: 'Save secret' }).click();
  await window.getByRole('button', { name: 'Take them in' }).click();
  await window.getByRole('link', { name: 'Live', exact: true }).click();
  await expect(window.getByRole('listbox', { name: 'Feed' })).toContainText('Someone joined Lobby');
});

test('a window that lost its host finds it again, and misses nothing', async ({ host, window, dataDir }) => {
  const endpoint = await host.get('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'Lobby',
    secret: 's',
  });
  await deliver(endpoint.localUrl, 's', said('visit-3', 'before the cut'));
  const feed = window.getByRole('listbox', { name: 'Feed' });
  await expect(feed).toContainText('before the cut');
  const port = (url: string) => new URL(url).port;
  await host.kill();
  await expect(window.getByText('Greenroom is not running.')).toBeVisible();

  const again = await startHost(dataDir, [
    '--ui-port',
    port(host.ui),
    '--receiver-port',
    port(host.receiver),
  ]);
  await deliver(endpoint.localUrl, 's', said('visit-3', 'after the cut'));
  await expect(feed).toContainText('after the cut');
  await expect(window.getByText('Greenroom is not running.')).toBeHidden();
  await expect(feed.getByText('before the cut')).toHaveCount(1);
  await again.stop();
});
