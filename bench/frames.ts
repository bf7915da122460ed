import { setTimeout as rest } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumArgs, requireChromium } from '../scripts/chromium.mjs';
import { bundle } from './bundle.ts';
import { chatDelivery, chatEndpoint } from './deliveries.ts';
import { type Frames, frameTimes } from './frame-times.ts';
import { heap } from './heap.ts';
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
  await settled(host);
  const url = await chatEndpoint(host);
  const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs() });

  const page = await browser.newPage({ viewport });
  const rows = [...bundle(), ...(await firstPaint(page, host))];
  const cdp = await page.context().newCDPSession(page);
  const before = await heap(cdp);
  rows.push(...(await scrolling(browser, page, host)), ...(await arriving(browser, page, host, url)));
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

/** Nearly all seeded sessions are long over: once the host has said so of each, it rests. */
async function settled(host: RunningHost): Promise<void> {
  const open = async () => {
    const states = ['live', 'idle'] as const;
    const lists = await Promise.all(states.map((state) => host.get('session.list', { state, limit: 100 })));
    return lists.some(({ more }) => more);
  };
  while (await open()) await rest(200);
}

async function scrolling(browser: Browser, page: Page, host: RunningHost): Promise<Row[]> {
  const how = { step: STEP, ms: SECONDS * 1000 };
  // Nothing of the app is open beside it.
  await page.goto('about:blank');
  await page.setContent(plainRows);
  const plain = await frameTimes(browser, page, () => page.evaluate(scroll, how));
  await openFeed(page, host);
  let passed = 0;
  const full = await frameTimes(browser, page, async () => {
    passed = await page.evaluate(scroll, how);
  });
  return [
    ...compare('scrolling', plain, full),
    { what: 'rows scrolled past', value: passed, unit: '', aim: { is: 'at least', value: 500 } },
  ];
}

async function arriving(browser: Browser, page: Page, host: RunningHost, url: string): Promise<Row[]> {
  let n = 0;
  const load = () => pace(url, RATE, SECONDS, () => chatDelivery(`frame no ${n++}`, `session ${n % 5}`));
  await page.goto('about:blank');
  const empty = await frameTimes(browser, page, load);
  await openFeed(page, host);
  return compare(`${RATE} a second`, empty, await frameTimes(browser, page, load));
}

/** The browser is let in already, by the link that was used first. */
async function openFeed(page: Page, { ui }: RunningHost): Promise<void> {
  await page.goto(ui);
  await page.locator('.virtual-row').first().waitFor();
}

function compare(load: string, plain: Frames, full: Frames): Row[] {
  return [
    { what: `${load}: frames a plain page missed`, value: plain.missed, unit: '%' },
    { what: `${load}: frames missed`, value: full.missed, unit: '%' },
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

function median(times: readonly number[]): number {
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN);
}
