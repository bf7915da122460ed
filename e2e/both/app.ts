import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type Browser, test as base, expect, type Page } from '@playwright/test';
import { newFolder, startHost } from '../../bench/host.ts';
import { chromiumArgs, findChromium } from '../../scripts/chromium.mjs';
import type { Bridge, Command, Input, Value } from '../../shared/contract.ts';
import { desktopMissing } from '../desktop-plan.ts';

const root = join(import.meta.dirname, '../..');

/** The app as its user has it, on either host: a window, and what happens behind it. */
export interface AppUnderTest {
  kind: 'browser' | 'desktop';
  window: Page;
  get<C extends Command>(command: C, input: Input<C>): Promise<Value<C>>;
  /** Goes to a screen as a link in the page does: `/live`. */
  show(path: string): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

interface Fixtures {
  dataDir: string;
  /** Starts the app in that folder, again where it has ended. */
  start: () => Promise<AppUnderTest>;
  app: AppUnderTest;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from this pattern.
  dataDir: async ({}, use) => {
    const dataDir = newFolder();
    await use(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  },
  start: async ({ dataDir, playwright }, use, { project }) => {
    const started: AppUnderTest[] = [];
    const begin = async () => {
      if (project.name === 'desktop') return startDesktop(dataDir);
      const executablePath = findChromium();
      return startBrowser(
        dataDir,
        await playwright.chromium.launch({
          // A microphone to be refused.
          args: [...chromiumArgs(), '--use-fake-device-for-media-stream'],
          ...(executablePath !== undefined && { executablePath }),
        }),
      );
    };
    await use(async () => {
      const app = await begin();
      started.push(app);
      return app;
    });
    for (const app of started) await app.stop();
  },
  app: async ({ start }, use, { project }) => {
    const missing = project.name === 'desktop' ? desktopMissing() : undefined;
    test.skip(missing !== undefined, missing);
    const app = await start();
    const errors: string[] = [];
    app.window.on('pageerror', (error) => errors.push(error.message));
    await use(app);
    expect(errors).toEqual([]);
  },
});

export { expect };

async function startBrowser(dataDir: string, browser: Browser): Promise<AppUnderTest> {
  const host = await startHost(dataDir);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: host.ui });
  const window = await context.newPage();
  await window.goto(host.link);
  const end = async (how: 'kill' | 'stop') => {
    await host[how]();
    await browser.close();
  };
  return {
    kind: 'browser',
    window,
    get: host.get,
    show: (path) => goTo(window, path),
    kill: () => end('kill'),
    stop: () => end('stop'),
  };
}

/** In the page, where Playwright runs it. */
declare const greenroom: Bridge;

async function startDesktop(dataDir: string): Promise<AppUnderTest> {
  const app = await _electron.launch({
    args: [root, '--data-dir', dataDir, '--receiver-port', '0', '--tunnel', 'off'],
    // Playwright turns it off otherwise, and it is one of the walls.
    chromiumSandbox: true,
    env: Object.fromEntries(
      Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    ),
  });
  const child = app.process();
  const ended = once(child, 'exit');
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const window = await app.firstWindow();
  await window.waitForLoadState('load');
  return {
    kind: 'desktop',
    window,
    async get(command, input) {
      const reply = await window.evaluate(
        ([name, value]) => greenroom.call(name as 'status.get', value as Input<'status.get'>),
        [command, input] as const,
      );
      if (!reply.ok) throw new Error(`${command}: ${reply.error.code}: ${reply.error.message}`);
      return reply.value as unknown as Value<typeof command>;
    },
    show: (path) => goTo(window, path),
    async kill() {
      if (isRunning()) child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      // A window that is closed leaves the app in the tray; quitting ends it.
      if (isRunning()) await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
      await ended;
    },
  };
}

async function goTo(window: Page, path: string): Promise<void> {
  await window.evaluate((hash) => {
    location.hash = hash;
  }, path);
}

/**
 * An endpoint of bitHuman's dashboard. Where the system keeps no secrets, as on a Linux without a keyring, it takes
 * deliveries unproved: what is tested then is the same but for the mark.
 */
export async function makeEndpoint(app: AppUnderTest, name: string, secret: string) {
  const { secrets } = await app.get('status.get', {});
  const proof = secrets.state === 'ready' ? { secret } : { verification: 'none' as const };
  return app.get('endpoint.create', { vendor: 'bithuman-dashboard', name, ...proof });
}
