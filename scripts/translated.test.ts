import { expect, test } from 'vitest';
import { whyNotShown } from '../electron/core/notifications/shown.ts';
import { offInfo, tunnels } from '../electron/core/tunnels/registry.ts';
import { vendors } from '../electron/core/vendors/registry.ts';
import { phrasesEn } from '../electron/core/words/phrases.ts';
import { phrasesDe } from '../electron/core/words/phrases-de.ts';
import { whyFailed, whyUnsupported } from '../electron/shell/alerts/words.ts';
import { shellDe } from '../electron/shell/words/de.ts';
import { shellEn } from '../electron/shell/words/en.ts';
import { coreDe } from '../renderer/words/de/core.ts';

/** Names that are the same everywhere. */
const names = new Set(['localtunnel', 'ngrok', 'Cloudflare', 'Tailscale Funnel', 'sharedKey', 'Authtoken']);

const said = [
  ...vendors.flatMap(({ info }) => [
    info.subtitle,
    ...info.steps,
    info.secretLabel,
    info.credentialsFor,
    info.targetLabel,
    ...info.credentialSets.flatMap(({ hint, fields }) => [hint, ...fields.map(({ label }) => label)]),
  ]),
  ...[offInfo, ...tunnels.map(({ info }) => info)].flatMap(({ title, summary, warning, token }) => [
    title,
    summary,
    warning,
    token?.label,
  ]),
  ...Object.values(whyNotShown),
  ...(['linux', 'darwin', 'win32'] as const).flatMap((platform) => [
    whyUnsupported(platform),
    whyFailed('', platform),
  ]),
  'Windows does not let Greenroom notify: allow it under Settings, System, Notifications.',
  ...['GREENROOM_KEY', 'a key file in the data folder'].map((source) => `encrypted with ${source}`),
].filter((text) => text !== undefined);

test.each([...new Set(said)].filter((text) => !names.has(text)))('%s is said in German', (text) => {
  expect(coreDe[text]).toBeDefined();
  expect(coreDe[text]).not.toBe(text);
  for (const slot of text.match(/\{\w+\}/g) ?? []) expect(coreDe[text]).toContain(slot);
});

test('nothing is translated that nobody says', () => {
  for (const text of Object.keys(coreDe)) expect(said).toContain(text);
});

/** What is said outside the window, each text with its place. */
function textsOf(words: object, place = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    const here = `${place}.${name}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'function') return [[here, String(value('7', 'Ada'))]];
    return typeof value === 'object' && value !== null ? textsOf(value, here) : [];
  });
}

test.each([
  ['alerts', phrasesEn, phrasesDe],
  ['the tray, menus and dialogs', shellEn, shellDe],
])('%s are German, whole', (_what, en, de) => {
  const english = new Map(textsOf(en));
  for (const [place, text] of textsOf(de)) {
    if (place.startsWith('.menu.roles.')) continue;
    expect.soft(english.has(place), place).toBe(true);
    expect.soft(text, place).toMatch(/\S/);
    if (/[a-z]{3}/.test(text)) expect.soft(text, place).not.toBe(english.get(place));
    expect.soft(text, place).not.toMatch(/\b(?:the|and|with|of)\b/);
  }
});
