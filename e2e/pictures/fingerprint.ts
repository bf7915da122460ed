import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** What the look of a text depends on: pictures of one are compared only where this is the same. */
export interface Fingerprint {
  /** The browser's major version. */
  chromium: number;
  /** How wide the same words are in the faces of the app, in pixels. */
  widths: Record<string, number>;
}

const file = new URL('./fingerprint.json', import.meta.url);

export async function takeFingerprint(page: Page): Promise<Fingerprint> {
  const version = page.context().browser()?.version() ?? '';
  return { chromium: Number.parseInt(version, 10), widths: await page.evaluate(measureWords) };
}

/** Of the machine on which the pictures were taken; undefined where none were. */
export function readFingerprint(): Fingerprint | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Fingerprint;
  } catch {
    return undefined;
  }
}

export function keepFingerprint(fingerprint: Fingerprint): void {
  writeFileSync(file, `${JSON.stringify(fingerprint, null, 2)}\n`);
}

/** Runs in the page. */
function measureWords(): Record<string, number> {
  const faces = { words: 'var(--font)', bold: 'var(--font)', bytes: 'var(--mono)' };
  return Object.fromEntries(
    Object.entries(faces).map(([name, face]) => {
      const probe = document.createElement('span');
      probe.textContent = 'Sphinx of black quartz, judge my vow: 0123456789 “Ä” → …';
      probe.style.font = `${name === 'bold' ? 650 : 400} 40px ${face}`;
      probe.style.position = 'fixed';
      probe.style.whiteSpace = 'nowrap';
      document.body.append(probe);
      const { width } = probe.getBoundingClientRect();
      probe.remove();
      return [name, Math.round(width)];
    }),
  );
}
