import { expect, test } from 'vitest';
import { whyNotShown } from '../electron/core/notifications/shown.ts';
import { offInfo, tunnels } from '../electron/core/tunnels/registry.ts';
import { vendors } from '../electron/core/vendors/registry.ts';
import { whyFailed, whyUnsupported } from '../electron/shell/alerts/words.ts';
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
