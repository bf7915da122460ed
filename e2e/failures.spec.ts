import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startHost } from '../bench/host.ts';
import { deliver, expect, joined, said, test } from './host.ts';

const entry = fileURLToPath(new URL('../out/main/serve.js', import.meta.url));
const anyPorts = ['--ui-port', '0', '--receiver-port', '0'];

test('a full disk: vendors hear 503, and the user is told at once', async ({ dataDir, page }) => {
  const host = await startHost(dataDir, anyPorts, { maxFileKiB: 4096 });
  const endpoint = await host.get('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'Lobby',
    secret: 's',
  });
  await page.goto(host.link);
  const statuses: number[] = [];
  for (let i = 0; i < 12 && statuses.at(-1) !== 503; i++) {
    statuses.push(await deliver(endpoint.localUrl, 's', said('full', `${i} ${'x'.repeat(800_000)}`)));
  }
  expect(statuses.at(-1)).toBe(503);
  await expect(page.getByRole('region', { name: 'New notices' })).toContainText('Deliveries cannot be kept');
  await expect(page.getByRole('region', { name: 'Way of a delivery' })).not.toHaveAttribute(
    'data-tone',
    'good',
  );
  expect((await host.get('status.get', {})).store.state).toBe('failed');
  await host.stop();

  const again = await startHost(dataDir);
  const { events } = await again.get('feed.page', {});
  expect(events).toHaveLength(statuses.filter((status) => status === 200).length);
  await again.stop();
});

test('a secret that this host cannot read asks to be entered again', async ({ dataDir, page }) => {
  const first = await startHost(dataDir, anyPorts, {
    env: { GREENROOM_KEY: 'a long phrase for the first time' },
  });
  const made = await first.get('endpoint.create', {
    vendor: 'bithuman-dashboard',
    name: 'Lobby',
    secret: 's',
  });
  await first.stop();

  const host = await startHost(dataDir, anyPorts, {
    env: { GREENROOM_KEY: 'another long phrase altogether' },
  });
  await page.goto(`${host.link}`);
  const url = new URL(made.path, host.receiver).href;
  expect(await deliver(url, 's', joined('unreadable'))).toBe(503);
  await page.getByRole('button', { name: /^Notices, / }).click();
  await expect(page.getByRole('region', { name: 'Notices', exact: true })).toContainText(
    'could not be checked',
  );

  await page.goto(`${host.ui}/#/endpoints/${made.id}`);
  await page.getByRole('button', { name: 'Enter the secret again' }).click();
  const form = page.getByRole('form', { name: 'Secret' });
  await form.getByRole('textbox', { name: /secret/i }).fill('s');
  await form.getByRole('button', { name: 'Save secret' }).click();
  // It closes with the answer; the button is gone from when the form opened.
  await expect(form).toBeHidden();
  await expect(page.getByRole('button', { name: 'Enter the secret again' })).toBeHidden();
  expect(await deliver(url, 's', joined('readable'))).toBe(200);
  await host.stop();
});

test('a second start names the running one and ends; a taken port says what to do', async ({
  host,
  dataDir,
}) => {
  const start = (...options: string[]) =>
    spawnSync(process.execPath, [entry, '--data-dir', ...options], { encoding: 'utf8' });
  const second = start(dataDir);
  expect(second.stdout).toContain(host.ui);
  expect(second.status).toBe(0);

  const taken = start(`${dataDir}/other`, '--receiver-port', new URL(host.receiver).port);
  expect(taken.stderr).toContain('--receiver-port');
  expect(taken.status).toBe(1);
});
