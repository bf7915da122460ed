import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { aStatus } from '../stores/testing.ts';

/**
 * Both languages, as the window would load them. That the shapes are equal is for the compiler; here it is looked at what
 * the words say.
 */
const files = readdirSync(join(import.meta.dirname, 'de')).map((file) => file.replace('.ts', ''));

/** What is rightly the same in both. */
const same = new Set([
  'Greenroom',
  'Live',
  'live',
  'npm run link',
  'MiB',
  'KiB',
  '413',
  'English',
  'Deutsch',
  'System',
  'Name',
  'Text',
  'Hex',
  'Agent',
  'Pause',
  'Start',
  'Median',
  'Test',
  'Domain',
  'Filter',
  'Esc',
  'Tab',
  '↑',
  '↓',
  '–',
  '',
  'https://tunnel.example.org',
  'https://hooks.example.org',
  'me.example.org',
  'ngrok',
  'tunnel',
  'Tunnel',
  'agent',
  'Demo',
  'Alle',
]);

type Words = { [key: string]: unknown };

async function load(language: 'en' | 'de', file: string): Promise<Words> {
  vi.resetModules();
  const storage = { getItem: (name: string) => (name === 'greenroom-language' ? language : null) };
  vi.stubGlobal('localStorage', storage);
  try {
    return (await import(/* @vite-ignore */ join(import.meta.dirname, `${file}.ts`))) as Words;
  } finally {
    vi.unstubAllGlobals();
  }
}

/** Every text with its place; functions are called with marks, so that what they put in can be found again. */
function textsOf(value: unknown, place: string): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') {
    // A class of words with logic of its own is tested beside it.
    if (value.length === 0 || /^[a-z]+[A-Z]\w*$/.test(place)) return [];
    const marks = Array.from({ length: value.length }, (_, i) => 70 + i);
    const told = attempt(() => value(...marks)) ?? attempt(() => value(...marks.map(String)));
    return textsOf(Array.isArray(told) ? told.join(' ') : told, `${place}()`);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textsOf(part, place === '' ? key : `${place}.${key}`),
  );
}

/** Some take numbers, some take texts. */
function attempt(call: () => unknown): unknown {
  try {
    return call();
  } catch {
    return undefined;
  }
}

test.each(files)('%s is German, whole, and written as German is', async (file) => {
  const en = new Map(textsOf(await load('en', file), ''));
  const de = textsOf(await load('de', file), '');
  expect(de.map(([place]) => place)).toEqual([...en.keys()]);
  for (const [place, text] of de) {
    const english = en.get(place) ?? '';
    if (!same.has(text) && /[a-z]{3}/i.test(text)) expect.soft(text, place).not.toBe(english);
    expect.soft(text, place).not.toMatch(/["“](?=\w)|\w"| {2}|\b(?:the|and|with|of)\b/);
    if (english.includes('…')) expect.soft(text, place).toContain('…');
    for (const mark of english.match(/\b7[0-9]\b/g) ?? []) expect.soft(text, place).toContain(mark);
  }
});

test('an error is told in German as exactly as the core tells it, and what it cannot say comes last', async () => {
  const { explainError } = (await load('de', 'errors')) as typeof import('./errors.ts');
  const taken = { code: 'tunnel_refused', message: 'The tunnel server answered 503.' } as const;
  expect(explainError(taken).next).toMatch(/^Der Tunnelserver antwortete 503\./);
  const field = { code: 'bad_input', message: 'name: Too big' } as const;
  expect(explainError(field).next).toBe('Ändern und erneut versuchen. name: Too big.');
});

test('why a part does not work is told in German', async () => {
  const { wordStatus } = (await load('de', 'core')) as typeof import('./core.ts');
  const { store, tunnel, alerts } = wordStatus(
    aStatus({ store: { state: 'failed', bytes: 0, reason: 'The disk is full.' } }),
  );
  expect(store.reason).toBe('Die Platte ist voll.');
  expect([tunnel.reason, alerts.reason]).toEqual([undefined, undefined]);
});

test('a window that is told nothing speaks English', async () => {
  expect(((await load('en', 'common')) as { common: { back: string } }).common.back).toBe('Back');
  expect(((await load('de', 'common')) as { common: { back: string } }).common.back).toBe('Zurück');
});
