import { chromium, type Page } from '@playwright/test';
import { chromiumArgs, requireChromium } from '../scripts/chromium.mjs';
import type { RunningHost } from './host.ts';
import { queries } from './queries.ts';
import type { Row } from './report.ts';
import { figures } from './senders.ts';

/** What a person types: every letter is looked for. */
const typed = [...queries, 'reservation office', 'a7bcd3456', 'd500000'];

/** From a key in the window's search to results of just these words on the screen. */
export async function finding(host: RunningHost): Promise<Row[]> {
  const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs() });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(host.link);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').waitFor();
  const times: number[] = [];
  for (const words of typed) times.push(...(await typeOut(page, words)));
  await browser.close();
  const { p50, p95 } = figures(times, 1);
  return [
    { what: 'a letter typed → its results painted, p50', value: p50, unit: 'ms' },
    {
      what: 'a letter typed → its results painted, p95',
      value: p95,
      unit: 'ms',
      aim: { is: 'at most', value: 100 },
    },
  ];
}

/** @returns for each letter that was looked for, milliseconds until the page had painted what was answered to it */
async function typeOut(page: Page, words: string): Promise<number[]> {
  await page.getByRole('combobox').fill('');
  const times: number[] = [];
  for (let length = 1; length <= words.length; length++) {
    const query = words.slice(0, length);
    if (query.trim().length < 2 || query.endsWith(' ')) {
      await page.keyboard.press(words[length - 1] === ' ' ? 'Space' : (words[length - 1] ?? ''));
      continue;
    }
    await page.evaluate(watch);
    await page.keyboard.press(words[length - 1] ?? '');
    times.push(await page.evaluate(() => (window as Watched).painted ?? 0));
  }
  return times;
}

type Watched = typeof window & { painted?: Promise<number> };

/** Runs in the page: from the next key to the frame after the one that shows the answer. */
function watch(): void {
  const { promise, resolve } = Promise.withResolvers<number>();
  (window as Watched).painted = promise;
  const box = document.querySelector('[role="combobox"]');
  let began = 0;
  window.addEventListener('keydown', ({ timeStamp }) => (began = timeStamp), { capture: true, once: true });
  const look = new MutationObserver(() => {
    if (box?.ariaBusy !== 'false') return;
    look.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now() - began);
      channel.port2.postMessage(null);
    });
  });
  // Busy from the key on, and no longer with the answer.
  if (box) look.observe(box, { attributeFilter: ['aria-busy'] });
}
