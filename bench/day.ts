import { chromium, type Page } from '@playwright/test';
import { chromiumArgs, requireChromium } from '../scripts/chromium.mjs';
import { chatDelivery, chatEndpoint } from './deliveries.ts';
import { heap } from './heap.ts';
import { newFolder, type RunningHost, startHost } from './host.ts';
import type { Row } from './report.ts';
import { pace } from './senders.ts';

const RATE = 200;
const QUARTERS = 4;
const SECONDS = 60;
const MESSAGES_A_SESSION = 40;
const screens = ['sessions', 'deliveries', 'insights', 'endpoints', 'connection', 'settings/why', 'live'];

/**
 * What a long day leaves in the window, in four minutes: 48,000 deliveries of 1,200 sessions while it is open, and a walk
 * through all screens four times. The first quarter fills what is kept; from there on nothing may grow.
 */
export async function day(): Promise<Row[]> {
  const host = await startHost(newFolder());
  const url = await chatEndpoint(host);
  const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs() });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(host.link);
  const cdp = await page.context().newCDPSession(page);

  let n = 0;
  const next = () => chatDelivery(`message ${n++} of the day`, `visit ${Math.floor(n / MESSAGES_A_SESSION)}`);
  const heaps: number[] = [];
  let refused = 0;
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    refused += (await pace(url, RATE, SECONDS, next)).refused;
    await walk(page, host);
    heaps.push(await heap(cdp));
  }
  await browser.close();
  await host.stop();
  const [first = 0] = heaps;
  return [
    { what: 'deliveries while the window was open', value: n, unit: '' },
    { what: 'refused', value: refused, unit: '', aim: { is: 'at most', value: 0 } },
    ...heaps.map((value, quarter) => ({
      what: `page heap after ${quarter + 1} of ${QUARTERS} parts`,
      value,
      unit: 'MB',
    })),
    {
      what: 'growth from the first part to the last',
      value: Math.round(((heaps.at(-1) ?? Number.NaN) - first) * 10) / 10,
      unit: 'MB',
      aim: { is: 'at most', value: 3 },
    },
  ];
}

async function walk(page: Page, { ui }: RunningHost): Promise<void> {
  for (const screen of screens) {
    await page.goto(`${ui}#/${screen}`);
    await page.locator(`main[data-screen="${screen.split('/')[0]}"]`).waitFor();
  }
  await page.locator('.virtual-row').first().waitFor();
}
