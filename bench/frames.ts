import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { chromiumArgs, requireChromium } from '../scripts/chromium.mjs';
import { bundle } from './bundle.ts';
import { chatDelivery, chatEndpoint } from './deliveries.ts';
import { type Frames, frameTimes } from './frame-times.ts';
import { newFolder, type RunningHost, startHost } from './host.ts';
import type { Row } from './report.ts';
import { seed } from './seed.ts';
import { pace } from './senders.ts';

const EVENTS = 1_000_000;
const RATE = 200;
const SECONDS = 10;
const LOADS = 5;
/** What a page must draw at least, to scroll by as much. */
const plainRows = `<div class="virtual-list" style="height: 780px; overflow: auto">${Array.from(
  { length: 2000 },
  (_, i) => `<p class="virtual-row" id="r${i}" style="height: 34px">Row ${i} with a few words in it</p>`,
).join('')}</div>`;
/** Two rows of the feed with each frame: faster than anyone reads. */
const STEP = 100;

const viewport = { width: 1280, height: 800 };

/**
 * What the window asks of the machine. Without a GPU, and with the host and the senders on the same cores, any page
 * misses frames: a page of plain rows that scrolls, and an empty one while deliveries arrive, are measured in the same
 * run, and what counts is what comes on top.
 */
export async function frames(): Promise<Row[]> {
  const folder = newFolder();
  seed(folder, EVENTS);
  const host = await startHost(folder);
  const url = await chatEndpoint(host);
  const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs() });

  const page = await browser.newPage({ viewport });
  const rows = [...bundle(), ...(await firstPaint(page, host))];
  const cdp = await page.context().newCDPSession(page);
  const before = await heap(cdp);
  rows.push(...(await scrolling(browser, page)), ...(await arriving(browser, page, url)));
  const after = await heap(cdp);
  rows.push(
    { what: 'page heap before', value: before, unit: 'MB' },
    {
      what: 'growth over the scrolling and the arrivals',
      value: Math.round((after - before) * 10) / 10,
      unit: 'MB',
      aim: { is: 'at most', value: 5 },
    },
  );
  await browser.close();
  await host.stop();
  return rows;
}

/** From the request for the page, in a browser that has been there before. */
async function firstPaint(page: Page, host: RunningHost): Promise<Row[]> {
  await page.goto(host.link);
  const paints: number[] = [];
  const filled: number[] = [];
  for (let i = 0; i < LOADS; i++) {
    await page.reload();
    await page.locator('.virtual-row').first().waitFor();
    const [paint, row] = await page.evaluate(() => [
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      performance.now(),
    ]);
    paints.push(paint ?? Number.NaN);
    filled.push(row ?? Number.NaN);
  }
  return [
    {
      what: `first paint, median of ${LOADS}`,
      value: median(paints),
      unit: 'ms',
      aim: { is: 'at most', value: 300 },
    },
    { what: `the feed is there, median of ${LOADS}`, value: median(filled), unit: 'ms' },
  ];
}

async function scrolling(browser: Browser, page: Page): Promise<Row[]> {
  const blank = await browser.newPage({ viewport });
  await blank.setContent(plainRows);
  const how = { step: STEP, ms: SECONDS * 1000 };
  const plain = await frameTimes(browser, blank, () => blank.evaluate(scroll, how));
  await blank.close();
  let passed = 0;
  const full = await frameTimes(browser, page, async () => {
    passed = await page.evaluate(scroll, how);
  });
  return [
    ...compare('scrolling', plain, full),
    { what: 'rows scrolled past', value: passed, unit: '', aim: { is: 'at least', value: 500 } },
  ];
}

async function arriving(browser: Browser, page: Page, url: string): Promise<Row[]> {
  let n = 0;
  const load = () => pace(url, RATE, SECONDS, () => chatDelivery(`frame no ${n++}`, `session ${n % 5}`));
  const blank = await browser.newPage({ viewport });
  const empty = await frameTimes(browser, blank, load);
  await blank.close();
  await page.reload();
  await page.locator('.virtual-row').first().waitFor();
  return compare(`${RATE} a second`, empty, await frameTimes(browser, page, load));
}

function compare(load: string, plain: Frames, full: Frames): Row[] {
  return [
    { what: `${load}: frames a plain page missed`, value: plain.missed, unit: '%' },
    {
      what: `${load}: frames missed on top`,
      value: Math.max(0, Math.round((full.missed - plain.missed) * 10) / 10),
      unit: '%',
      aim: { is: 'at most', value: 1 },
    },
    { what: `${load}: tasks over 16.7 ms in ${SECONDS} s, plain page`, value: plain.longTasks, unit: '' },
    { what: `${load}: tasks over 16.7 ms in ${SECONDS} s`, value: full.longTasks, unit: '' },
    { what: `${load}: longest task`, value: full.longest, unit: 'ms' },
  ];
}

/** Runs in the page: goes down the feed with each frame. @returns how many rows it passed */
function scroll({ step, ms }: { step: number; ms: number }): Promise<number> {
  const list = document.querySelector('.virtual-list');
  if (!list) throw new Error('no list');
  const seen = new Set<string>();
  const until = performance.now() + ms;
  return new Promise((done) => {
    const next = () => {
      list.scrollTop += step;
      for (const row of list.querySelectorAll('.virtual-row')) seen.add(row.id);
      if (performance.now() < until) requestAnimationFrame(next);
      else done(seen.size);
    };
    requestAnimationFrame(next);
  });
}

/** After a collection, in MB. */
async function heap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return Math.round((usedSize / 1024 ** 2) * 10) / 10;
}

function median(times: readonly number[]): number {
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN);
}
