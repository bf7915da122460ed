import { setTimeout as rest } from 'node:timers/promises';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { chromiumArgs, requireChromium } from '../scripts/chromium.mjs';
import { chatDelivery, chatEndpoint } from './deliveries.ts';
import { newFolder, type RunningHost, startHost } from './host.ts';
import type { Row } from './report.ts';
import { figures, flood, pace } from './senders.ts';

const RATE = 50;
const SECONDS = 20;
const EVENTS = 50_000;

/** In the page: when each numbered text was first painted, in milliseconds since the epoch. */
declare const window: { seen: Map<number, number> } & typeof globalThis;

/** From a vendor's call to a row that a person can see, and what many of them leave behind in the page. */
export async function screen(): Promise<Row[]> {
  const host = await startHost(newFolder());
  const url = await chatEndpoint(host);
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: chromiumArgs(),
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(host.link);
  await page.getByRole('navigation').first().waitFor();
  await watch(page);

  const rows = await seenAfter(page, url);
  rows.push(...(await growth(await page.context().newCDPSession(page), host, url)));
  await browser.close();
  await host.stop();
  return rows;
}

async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = new Map<number, number>();
    window.seen = seen;
    const note = (text: string | null) => {
      for (const [, n] of text?.matchAll(/bench no (\d+)/g) ?? []) {
        const number = Number(n);
        if (seen.has(number)) continue;
        seen.set(number, 0);
        requestAnimationFrame(() => seen.set(number, performance.timeOrigin + performance.now()));
      }
    };
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        if (target.nodeType === Node.TEXT_NODE) note(target.textContent);
        for (const node of addedNodes) note(node.textContent);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

async function seenAfter(page: Page, url: string): Promise<Row[]> {
  const sent: number[] = [];
  await pace(url, RATE, SECONDS, () => {
    sent.push(performance.timeOrigin + performance.now());
    return chatDelivery(`bench no ${sent.length - 1}`, `session ${sent.length % 5}`);
  });
  await rest(1_000);
  const seen = new Map(await page.evaluate(() => [...window.seen]));
  const times = sent.flatMap((at, n) => (seen.get(n) ? [(seen.get(n) ?? 0) - at] : []));
  const { p50, p95, p99 } = figures(times, SECONDS);
  return [
    { what: `sent → visible at ${RATE}/s: p50`, value: p50, unit: 'ms' },
    { what: `sent → visible at ${RATE}/s: p95`, value: p95, unit: 'ms', aim: { is: 'at most', value: 150 } },
    { what: `sent → visible at ${RATE}/s: p99`, value: p99, unit: 'ms' },
    {
      what: 'deliveries never seen on the screen',
      value: sent.length - times.length,
      unit: '',
      aim: { is: 'at most', value: 0 },
    },
  ];
}

/** The heap after a collection, once the page's windows are full, and again after many more events. */
async function growth(cdp: CDPSession, host: RunningHost, url: string): Promise<Row[]> {
  let n = 0;
  const more = async (upTo: number) => {
    while ((await host.get('status.get', {})).lastSeq < upTo) {
      await flood(url, 4, 1, () => chatDelivery(`more ${n++}`, `session ${n % 20}`));
    }
    await rest(2_000);
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    return usedSize / 1024 ** 2;
  };
  const before = await more(EVENTS / 5);
  const after = await more(EVENTS + EVENTS / 5);
  return [
    { what: `page heap after ${EVENTS / 5} events`, value: Math.round(before * 10) / 10, unit: 'MB' },
    {
      what: `growth over ${EVENTS} more`,
      value: Math.round((after - before) * 10) / 10,
      unit: 'MB',
      aim: { is: 'at most', value: 2 },
    },
  ];
}
