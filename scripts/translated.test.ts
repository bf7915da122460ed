import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { offInfo, tunnels } from '../electron/core/tunnels/registry.ts';
import { vendors } from '../electron/core/vendors/registry.ts';
import { phrasesEn } from '../electron/core/words/phrases.ts';
import { phrasesDe } from '../electron/core/words/phrases-de.ts';
import { shellDe } from '../electron/shell/words/de.ts';
import { shellEn } from '../electron/shell/words/en.ts';
import { coreReasonsDe } from '../shared/core-reasons-de.ts';
import { coreWordsDe } from '../shared/core-words-de.ts';
import { sentencesIn } from './sentences.ts';

const root = join(import.meta.dirname, '..');

/** Names that are the same everywhere. */
const names = new Set(['localtunnel', 'ngrok', 'Cloudflare', 'Tailscale Funnel', 'sharedKey', 'Authtoken']);

/** What the core says in other places than a sentence of its own. */
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
  ...['GREENROOM_KEY', 'a key file in the data folder'].map((source) => `encrypted with ${source}`),
]
  .filter((text) => text !== undefined)
  .filter((text) => !names.has(text));

/** Where a sentence is for no window: it is sent as a sample, sent to who is not the window, written to a log, or ends the start. */
const elsewhere =
  /\.test\.ts$|\/testing|\/words\/(?:phrases|en|de)|notice-texts|script-lines|-sample\.ts|options\.ts|data-folder\.ts|store\/lock\.ts|migrations|web\/refusal\.ts|listen\.ts|broken-call|server\.ts|greeting|ipc\.ts|lifecycle\.ts|tray-icon\.ts/;
/** Neither are these. */
const inside = [
  'There is no such command.',
  'Give before or after, not both.',
  'Give one of before, after and around.',
  'Hello! How can I help you today?',
  'Just trying out Greenroom.',
  'Then this sample is all yours.',
  'Only a worker thread has a parent.',
  'The receive thread spoke before its store was open.',
  'There is nothing to gather.',
];

const files = globSync('electron/{core,shell,web}/**/*.ts', { cwd: root }).filter(
  (file) => !elsewhere.test(file),
);
const sentences = files
  .flatMap((file) => sentencesIn(join(root, file)))
  .filter((text) => !/^(?:SELECT|UPDATE|INSERT|DELETE|AND|\{\} (?:WHERE|\{\} ORDER))\b/.test(text))
  .filter((text) => !inside.includes(text));

test.each([...new Set([...said, ...sentences])])('%s is said in German', (text) => {
  const german = { ...coreWordsDe, ...coreReasonsDe }[text] ?? '';
  expect(german).not.toBe('');
  expect(german).not.toBe(text);
  // The steps of a vendor are filled in by the window, by name.
  for (const slot of text.match(/\{\w+\}/g) ?? []) expect(german).toContain(slot);
  const slots = text.split('{}').length - 1;
  for (let slot = 1; slot <= slots; slot++) expect(german).toContain(`{${slot}}`);
});

test('nothing is translated that nobody says', () => {
  const sources = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  const isSaid = (text: string) =>
    said.includes(text) || text.split('{}').every((part) => sources.includes(part));
  expect(Object.keys({ ...coreWordsDe, ...coreReasonsDe }).filter((text) => !isSaid(text))).toEqual([]);
});

/** What is said outside the window, each text with its place. */
function textsOf(words: object, place = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    const here = `${place}.${name}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'function')
      return [[here, String(name === 'all' ? value(['Ada', 'Bo']) : value('7', 'Ada'))]];
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
