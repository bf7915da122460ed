import { locks } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import { holdAlerts } from './hold-alerts.ts';
import type { AlertPermission } from './page-permission.ts';

// Node has the Web Locks of browsers; to them, each of these pages is one that asks.
const pages: Page[] = [];

afterEach(async () => {
  for (const page of pages.splice(0)) page.set('denied');
  await vi.waitFor(async () => expect((await locks.query()).held).toEqual([]));
});

interface Page {
  holds(): boolean;
  begun(): number;
  set(next: AlertPermission): void;
}

function aPage(first: AlertPermission = 'granted'): Page {
  let permission = first;
  let changed = () => {};
  let begun = 0;
  let ended = 0;
  holdAlerts({
    permission: {
      get: () => permission,
      subscribe(fn) {
        changed = fn;
        return () => undefined;
      },
    },
    locks,
    begin() {
      begun += 1;
      return () => {
        ended += 1;
      };
    },
  });
  const page = {
    holds: () => begun > ended,
    begun: () => begun,
    set(next: AlertPermission) {
      permission = next;
      changed();
    },
  };
  pages.push(page);
  return page;
}

/** Which of them hold it, once every request has had its answer. */
const holders = async (expected: boolean[]) =>
  vi.waitFor(async () => {
    const { held } = await locks.query();
    expect(held).toHaveLength(expected.filter((holds) => holds).length);
    expect(pages.map(({ holds }) => holds())).toEqual(expected);
  });

test('of many pages one holds it; the next does when its permission is gone', async () => {
  const [first, second, third] = [aPage(), aPage(), aPage()];
  await holders([true, false, false]);
  first.set('denied');
  await holders([false, true, false]);
  third.set('denied');
  second.set('default');
  await holders([false, false, false]);
  expect(third.begun()).toBe(0);
});

test('nothing begins without permission, and it begins once when it is given', async () => {
  const page = aPage('default');
  aPage();
  await holders([false, true]);
  expect(page.begun()).toBe(0);
  page.set('granted');
  page.set('granted');
  pages[1]?.set('denied');
  await holders([true, false]);
  expect(page.begun()).toBe(1);
});

test('taken back and given again, it begins again', async () => {
  const page = aPage();
  await holders([true]);
  page.set('denied');
  page.set('granted');
  await holders([true]);
  await vi.waitFor(() => expect(page.begun()).toBe(2));
});

test('given up and asked for again while another holds it, it waits once', async () => {
  const holder = aPage();
  await holders([true]);
  const waiting = aPage();
  waiting.set('denied');
  waiting.set('granted');
  await holders([true, false]);
  holder.set('denied');
  await holders([false, true]);
  expect(waiting.begun()).toBe(1);
});
