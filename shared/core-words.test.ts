import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coreReasonsDe } from './core-reasons-de.ts';
import { coreWords } from './core-words.ts';

test.each([
  ['The disk is full.', 'Die Platte ist voll.'],
  ['The tunnel server answered 503.', 'Der Tunnelserver antwortete 503.'],
  ['cloudflared has ended.', 'cloudflared hat sich beendet.'],
  [
    'This account has no digital human yet. Make one at the vendor first.',
    'In diesem Konto fehlt noch: digitaler Mensch. Zuerst beim Anbieter anlegen.',
  ],
  ['Nothing was stored. The disk is full.', 'Nichts wurde gespeichert. Die Platte ist voll.'],
  [
    'UNITH answered 418 (a teapot). Is the address of the API right?',
    'UNITH antwortete 418 (a teapot). Stimmt die Adresse der API?',
  ],
  [
    'The notification service of the desktop did not take it: look whether it runs. (No such thing)',
    'Der Mitteilungsdienst der Arbeitsfläche hat sie nicht angenommen: nachsehen, ob er läuft. (No such thing)',
  ],
  ['What nobody knows.', 'What nobody knows.'],
  ['', ''],
])('%s', (text, german) => {
  expect(coreWords(text, 'de')).toBe(german);
  expect(coreWords(text, 'en')).toBe(text);
});

test('whatever is put in stands in the German, too', () => {
  const templates = Object.keys(coreReasonsDe).filter((text) => text.includes('{}'));
  const slot = fc.stringMatching(/^[a-z0-9$&{}.]{1,20}$/);
  fc.assert(
    fc.property(fc.constantFrom(...templates), slot, (template, text) => {
      const told = coreWords(
        template.replaceAll('{}', () => text),
        'de',
      );
      expect(told).toContain(text);
    }),
  );
});

test('whatever a stranger wrote comes to an end, and is whole', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      expect(coreWords(text, 'de').length).toBeGreaterThanOrEqual(text.length === 0 ? 0 : 1);
    }),
  );
});
