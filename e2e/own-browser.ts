import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { chromiumArgs, requireChromium } from '../scripts/chromium.mjs';
import { expect, test as withHost } from './host.ts';

/** What a page has been given to count its notifications by; each is a real one. */
declare global {
  interface Window {
    rung: Notification[];
  }
}

export type NotificationSetting = 'granted' | 'denied' | 'prompt';

export interface OwnBrowser {
  /** A new tab of Greenroom, in front of the others. */
  open(url: string): Promise<Page>;
  /** Something else comes in front of them. */
  leave(): Promise<void>;
  allowNotifications(setting: NotificationSetting): Promise<void>;
}

/**
 * A browser in which only one tab is in front, as for people: Playwright tells each of its own pages that it is seen and
 * focused, and here it is the difference that counts.
 */
export const test = withHost.extend<{ own: OwnBrowser }>({
  own: async ({ host }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'greenroom-browser-'));
    const child = startChromium(profile);
    const browser = await chromium.connectOverCDP(await addressOf(child), { noDefaults: true });
    const [context] = browser.contexts();
    if (!context) throw new Error('The browser has no context.');
    await context.addInitScript(countNotifications);
    // What it sets lasts as long as it does.
    const session = await browser.newBrowserCDPSession();
    await use(ownBrowser(context, session, host.ui));
    await browser.close();
    child.kill();
    await once(child, 'exit');
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});

export { expect };

function ownBrowser(context: BrowserContext, session: CDPSession, origin: string): OwnBrowser {
  return {
    async open(url) {
      const page = await context.newPage();
      page.on('pageerror', (error) => expect(error.message).toBe(''));
      await page.goto(url);
      await page.bringToFront();
      await page.getByRole('navigation', { name: 'Screens' }).waitFor();
      return page;
    },
    async leave() {
      await (await context.newPage()).bringToFront();
    },
    async allowNotifications(setting) {
      await session.send('Browser.setPermission', { permission: { name: 'notifications' }, setting, origin });
    },
  };
}

/** Runs in the page, before its scripts. */
function countNotifications(): void {
  window.rung = [];
  window.Notification = class extends Notification {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      window.rung.push(this);
    }
  };
}

/** How many notifications the pages have shown, and their titles. */
export async function rungIn(...pages: Page[]): Promise<string[]> {
  const all = await Promise.all(
    pages.map((page) => page.evaluate(() => window.rung.map(({ title, body }) => `${title}: ${body}`))),
  );
  return all.flat();
}

function startChromium(profile: string): ChildProcess {
  const args = [
    '--headless=new',
    ...chromiumArgs(),
    '--accept-lang=en-GB',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--window-size=1280,800',
    'about:blank',
  ];
  return spawn(requireChromium(), args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stderr ?? []) {
    said += chunk;
    const address = /ws:\/\/\S+/.exec(said)?.[0];
    if (address) {
      // Nobody reads on, and a full pipe would stop it.
      child.stderr?.resume();
      return address;
    }
  }
  throw new Error(`Chromium did not start: ${said}`);
}
