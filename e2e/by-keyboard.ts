import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any screen has. */
const most = 150;

/** What has the focus, as a person meets it. */
export interface Stop {
  /** Its tag, its role and its words, to be read in a message. */
  what: string;
  /** There is a sign of the focus on it, or on the label that stands for it. */
  isMarked: boolean;
  /** It lies in the window, and nothing is over its middle. */
  isSeen: boolean;
  isBody: boolean;
}

/** Presses Tab until `target` has the focus; each stop on the way must be seen and marked. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  const passed: string[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(stopNow);
    if (!stop.isBody)
      expect(stop, 'each stop is seen and marked').toMatchObject({ isMarked: true, isSeen: true });
    if (await target.evaluate((element) => element === document.activeElement)) return;
    passed.push(stop.what);
  }
  throw new Error(`${key} never led to ${target}. It led to:\n${passed.join('\n')}`);
}

/** Goes to it by Tab, and presses Enter. */
export async function openByKeys(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Runs in the page. */
export function stopNow(): Stop {
  const focused = document.activeElement ?? document.body;
  const isBody = focused === document.body;
  const shown = focused.closest('label') ?? focused;
  const looks = [focused, shown, ...shown.querySelectorAll('*')];
  const isMarked = looks.some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  const { left, right, top, bottom } = shown.getBoundingClientRect();
  const [l, r, t, b] = [
    Math.max(0, left),
    Math.min(innerWidth, right),
    Math.max(0, top),
    Math.min(innerHeight, bottom),
  ];
  const over = l < r && t < b ? document.elementFromPoint((l + r) / 2, (t + b) / 2) : null;
  const isSeen = over !== null && (shown.contains(over) || over.contains(shown));
  const words = focused.getAttribute('aria-label') ?? focused.textContent?.trim().slice(0, 40) ?? '';
  return {
    what: [focused.tagName.toLowerCase(), focused.getAttribute('role'), words].filter(Boolean).join(' '),
    isMarked,
    isSeen,
    isBody,
  };
}
