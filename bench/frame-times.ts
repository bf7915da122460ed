import type { Browser, Page } from '@playwright/test';

/** What a screen at 60 Hz gives to one frame, in milliseconds. */
const FRAME = 1000 / 60;

export interface Frames {
  /** Of the frames that a screen at 60 Hz would have shown, the share that was not there in time, in percent. */
  missed: number;
  /** Tasks on the page's main thread that took longer than one frame. */
  longTasks: number;
  /** The longest of them, in milliseconds. */
  longest: number;
}

/** Runs `work` while the page counts its frames and the browser records what its main thread does. */
export async function frameTimes(
  browser: Browser,
  page: Page,
  work: () => Promise<unknown>,
): Promise<Frames> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await page.evaluate(countFrames);
  await work();
  const times = await page.evaluate(() => window.stopFrames?.() ?? []);
  const tasks = tasksOfMainThread(await browser.stopTracing());
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? at));
  const due = gaps.map((gap) => Math.max(1, Math.round(gap / FRAME)));
  const all = due.reduce((sum, n) => sum + n, 0);
  return {
    missed: Math.round(((all - gaps.length) / Math.max(1, all)) * 1000) / 10,
    longTasks: tasks.filter((ms) => ms > FRAME).length,
    longest: Math.round(tasks.reduce((most, ms) => Math.max(most, ms), 0)),
  };
}

declare const window: { stopFrames?: () => number[] } & typeof globalThis;

/** Runs in the page. */
function countFrames(): void {
  const times: number[] = [];
  let isOver = false;
  const note = (at: number) => {
    times.push(at);
    if (!isOver) requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
  window.stopFrames = () => {
    isOver = true;
    return times;
  };
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  dur?: number;
  args: { name?: string };
}

/** How long each task of the pages' main threads took, in milliseconds. */
function tasksOfMainThread(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  return traceEvents
    .filter(({ name, ph, pid, tid }) => name.endsWith('RunTask') && ph === 'X' && mains.has(`${pid}/${tid}`))
    .map(({ dur = 0 }) => dur / 1000);
}
