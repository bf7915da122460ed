import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { buildIfStale } from '../scripts/build.mjs';
import { findElectron } from '../scripts/get-electron.mjs';
import type { Bridge } from '../shared/contract.ts';
import type { FeedEvent } from '../shared/events.ts';
import { desktopMissing } from './desktop-plan.ts';

/** The walls of the desktop host, proved on the real thing. What the two hosts share is tested in the browser host. */

const root = join(import.meta.dirname, '..');
const { platform, env } = process;
const missing = desktopMissing();
const electronPath = findElectron();

test.skip(missing !== undefined, missing);
test.describe.configure({ mode: 'serial' });

/** In the page, where Playwright runs it. */
declare const window: { greenroom: Bridge } & typeof globalThis;

let app: ElectronApplication;
let page: Page;
let dataDir: string;

test.beforeAll(async () => {
  buildIfStale();
  dataDir = mkdtempSync(join(tmpdir(), 'greenroom-desktop-'));
  app = await _electron.launch({
    args: [root, '--data-dir', dataDir, '--receiver-port', '0', '--tunnel', 'off'],
    // Playwright turns it off otherwise, and this is what is tested here.
    chromiumSandbox: true,
    env: Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : []))),
  });
  page = await app.firstWindow();
  await page.waitForLoadState('load');
});

test.afterAll(async () => {
  await app?.close();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
});

test('opens one window, on its own origin, with the page in it', async () => {
  expect(new URL(page.url()).protocol).toBe('app:');
  expect(await page.evaluate(() => location.origin)).toBe('app://greenroom');
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
  await expect(page.locator('body')).not.toBeEmpty();
  expect(app.windows()).toHaveLength(1);
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible())),
    )
    .toEqual([true]);
  const [width, height] = await app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getMinimumSize() ?? [],
  );
  expect([width, height]).toEqual([800, 560]);
});

test('gives the page a bridge of two functions, and no Node', async () => {
  expect(await page.evaluate(() => Object.keys(window.greenroom))).toEqual(['call', 'on']);
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in globalThis),
  );
  expect(found).toEqual([]);
  const sandboxed = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().flatMap((one) => (one.type === 'Tab' ? [one.sandboxed] : [])),
  );
  // Only Windows and macOS tell.
  expect(sandboxed.filter((one) => one === false)).toEqual([]);
});

test('answers commands, and refuses what is none', async () => {
  const status = await page.evaluate(() => window.greenroom.call('status.get', {}));
  expect(status).toMatchObject({ ok: true, value: { host: 'desktop', receiver: { state: 'listening' } } });
  const unknown = await page.evaluate(() => window.greenroom.call('app.quit' as 'status.get', {}));
  expect(unknown).toMatchObject({ ok: false, error: { code: 'unknown_command' } });
  const wrong = await page.evaluate(() => window.greenroom.call('feed.page', { limit: 501 }));
  expect(wrong).toMatchObject({ ok: false, error: { code: 'bad_input' } });
  expect(await page.evaluate(() => typeof window.greenroom.on)).toBe('function');
  await expect(page.evaluate(() => window.greenroom.on('ipc' as 'feed', () => {}))).rejects.toThrow();
});

test('runs no inline script and no string as code', async () => {
  const ran = await page.evaluate(async () => {
    const marks = globalThis as { inlineRan?: boolean };
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    document.body.append(script);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'globalThis.inlineRan = true');
    image.src = 'data:image/png;base64,AAAA';
    document.body.append(image);
    await new Promise((resolve) => setTimeout(resolve, 300));
    script.remove();
    image.remove();
    return marks.inlineRan ?? false;
  });
  expect(ran).toBe(false);
  const header = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
  expect(header).toContain("default-src 'none'");
});

test('reaches nothing but its own files', async () => {
  const reached = await page.evaluate(
    async (receiver) => {
      const tried = ['https://example.org/', receiver, 'file:///etc/hosts', 'app://elsewhere/'].map((url) =>
        fetch(url, { mode: 'no-cors' }).then(
          () => url,
          () => undefined,
        ),
      );
      return (await Promise.all(tried)).filter((url) => url !== undefined);
    },
    await receiverUrl(),
  );
  expect(reached).toEqual([]);

  const outside = [
    '/..%2fmain%2fmain.js',
    '/%2e%2e/main/main.js',
    '/..%5cmain%5cmain.js',
    '/missing.js',
    '/.stamp',
  ];
  const answers = await page.evaluate(
    async (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).status)),
    outside,
  );
  expect(answers).toEqual(outside.map(() => 404));
  expect(await page.evaluate(async () => (await fetch('/', { method: 'POST' })).status)).toBe(405);
});

test('stays on its page; links go to the browser, and only https', async () => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    (globalThis as { opened?: string[] }).opened = opened;
    shell.openExternal = async (url) => {
      opened.push(url);
    };
  });
  const before = page.url();
  for (const url of [
    'https://example.org/away',
    'http://example.org/',
    'file:///etc/hosts',
    'app://elsewhere/',
  ]) {
    await page.evaluate((to) => {
      location.href = to;
    }, url);
    await page.waitForTimeout(200);
    expect(page.url()).toBe(before);
  }
  const windows = await page.evaluate(() =>
    ['https://example.org/new', 'about:blank', 'app://greenroom/', 'file:///etc/hosts'].map((url) =>
      window.open(url),
    ),
  );
  expect(windows).toEqual([null, null, null, null]);
  await page.waitForTimeout(200);
  expect(app.windows()).toHaveLength(1);
  expect(await app.evaluate(() => (globalThis as { opened?: string[] }).opened)).toEqual([
    'https://example.org/away',
    'https://example.org/new',
  ]);
});

test('gives no permission but to write to the clipboard', async () => {
  const states = await page.evaluate(async () => {
    const names = [
      'camera',
      'microphone',
      'geolocation',
      'notifications',
      'clipboard-read',
    ] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(states).toEqual(states.map(() => 'denied'));
});

test('shows an event within seconds of a sample', async () => {
  const arrived = page.evaluate(
    () => new Promise<FeedEvent>((resolve) => void window.greenroom.on('feed', resolve)),
  );
  const created = await page.evaluate(() =>
    window.greenroom.call('endpoint.create', { vendor: 'bithuman', name: 'Desk', verification: 'none' }),
  );
  if (!created.ok) throw new Error(created.error.message);
  const { id: endpointId } = created.value;
  const sample = await page.evaluate(
    (id) => window.greenroom.call('sample.send', { endpointId: id }),
    endpointId,
  );
  expect(sample).toMatchObject({ ok: true });
  const { seq, ...event } = await arrived;
  expect(event).toMatchObject({ endpointId, source: 'sample' });
  const feed = await page.evaluate(() => window.greenroom.call('feed.page', {}));
  expect(feed.ok && feed.value.events.map((one) => one.seq)).toContain(seq);
});

test('keeps no secret where there is no keyring', async () => {
  test.skip(platform !== 'linux', 'Playwright gives Electron a keyring of its own here.');
  const reply = await page.evaluate(() =>
    window.greenroom.call('endpoint.create', { vendor: 'bithuman', name: 'Secret', secret: 'hush' }),
  );
  expect(reply).toMatchObject({ ok: false, error: { code: 'vault_unavailable' } });
});

test('gives nothing to who asks for more: no device, no download, no webview, no redirect', async () => {
  const asked = await page.evaluate(async () => {
    const outcome = (promise: Promise<unknown>) =>
      promise.then(
        () => 'given',
        ({ name }: Error) => name,
      );
    const { usb, hid, serial } = navigator as unknown as Record<
      string,
      { getDevices?(): Promise<unknown[]> }
    >;
    const devices = [usb, hid, serial].map((one) => one?.getDevices?.() ?? Promise.resolve([]));
    return {
      notification: await Notification.requestPermission(),
      clipboard: await outcome(navigator.clipboard.readText()),
      screen: await outcome(navigator.mediaDevices.getDisplayMedia()),
      devices: (await Promise.all(devices)).flat().length,
    };
  });
  expect(asked).toMatchObject({ notification: 'denied', devices: 0 });
  expect([asked.clipboard, asked.screen]).not.toContain('given');

  await app.evaluate(({ session }) => {
    (globalThis as { denied?: Promise<boolean> }).denied = new Promise((resolve) => {
      session.defaultSession.once('will-download', (event) => {
        // Ours was asked first, and has said no.
        setImmediate(() => resolve(event.defaultPrevented));
      });
    });
  });
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'data:text/plain,x', download: 'x.txt' });
    document.body.append(link);
    link.click();
    link.remove();
  });
  expect(await app.evaluate(() => (globalThis as { denied?: Promise<boolean> }).denied)).toBe(true);

  const webview = await page.evaluate(() => {
    const element = document.createElement('webview');
    element.setAttribute('src', 'https://example.org/');
    document.body.append(element);
    const lives = 'getWebContentsId' in element;
    element.remove();
    return lives;
  });
  expect(webview).toBe(false);
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('closing leaves it in the tray; a second start and a link bring it back where it was', async () => {
  const visible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible()));
  await page.evaluate(() => {
    location.hash = '/deliveries';
  });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(visible).toEqual([false]);

  const second = spawn(String(electronPath), [root, '--data-dir', dataDir], { stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  await expect.poll(visible).toEqual([true]);
  expect(new URL(page.url()).hash).toBe('#/deliveries');

  await app.evaluate(({ app: electron }) => {
    electron.emit('second-instance', {}, ['greenroom', 'greenroom://session/abc'], '/', undefined);
  });
  await expect.poll(() => new URL(page.url()).hash).toBe('#/sessions/abc');
});

test('begins the pushes anew after a reload', async () => {
  await page.reload();
  const status = page.evaluate(() => new Promise((resolve) => void window.greenroom.on('status', resolve)));
  expect(await status).toMatchObject({ host: 'desktop', receiver: { state: 'listening' } });
});

test('ends within seconds, and lets go of its folder', async () => {
  const child = app.process();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => {});
  expect(await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10_000, 'late'))])).toBe(0);
});

async function receiverUrl(): Promise<string> {
  const status = await page.evaluate(() => window.greenroom.call('status.get', {}));
  return status.ok ? `${status.value.receiver.url}/` : 'http://127.0.0.1:4781/';
}
