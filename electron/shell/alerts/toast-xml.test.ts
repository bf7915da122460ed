import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../shared/alerts.ts';
import { shellDe } from '../words/de.ts';
import { shellEn } from '../words/en.ts';
import { readTicket } from './ticket.ts';
import { escapeXml, toastXml } from './toast-xml.ts';

const alert: Alert = {
  id: '3f2c8a54-2f0e-4f6c-9d6e-0b8f6f1f7a11',
  at: '2026-01-01T00:00:00.000Z',
  topic: 'joined',
  title: 'Anna & Bo joined "Lobby"',
  body: '<b>hi</b>',
  target: { screen: 'sessions', id: '12' },
  mute: { kind: 'session', id: '12' },
  count: 1,
  urgent: false,
};

/** What stands in an attribute or text, as an XML reader gives it. */
function unescapeXml(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '',
  );
}
const attributes = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`${name}="([^"]*)"`, 'g'))].map(([, value]) => unescapeXml(value ?? ''));
const texts = (xml: string) =>
  [...xml.matchAll(/<text>([^<]*)<\/text>/g)].map(([, text]) => unescapeXml(text ?? ''));

describe('toastXml', () => {
  it('is what Windows takes', () => {
    expect(toastXml(alert, shellEn)).toBe(
      '<toast launch="type=click&amp;tag=3f2c8a54-2f0e-4f6c-9d6e-0b8f6f1f7a11&amp;open=sessions%2F12">' +
        '<visual><binding template="ToastGeneric"><text>Anna &amp; Bo joined &quot;Lobby&quot;</text><text>&lt;b&gt;hi&lt;/b&gt;</text></binding></visual>' +
        '<actions><action content="Open" activationType="foreground" arguments="type=click&amp;tag=3f2c8a54-2f0e-4f6c-9d6e-0b8f6f1f7a11&amp;open=sessions%2F12"/>' +
        '<action content="Mute session" activationType="foreground" arguments="type=action&amp;action=0&amp;tag=3f2c8a54-2f0e-4f6c-9d6e-0b8f6f1f7a11&amp;mute=session%2F12"/></actions>' +
        '</toast>',
    );
  });

  it('stays on the screen where it is urgent', () => {
    expect(toastXml({ ...alert, urgent: true }, shellEn)).toMatch(
      /^<toast launch="[^"]*" scenario="reminder">/,
    );
  });

  it('offers no mute where there is nothing to mute, or its name is too long to carry', () => {
    const { mute: _, ...without } = alert;
    expect(attributes(toastXml(without, shellEn), 'content')).toEqual(['Open']);
    const long = toastXml({ ...alert, mute: { kind: 'agent', id: '名'.repeat(200) } }, shellEn);
    expect(attributes(long, 'content')).toEqual(['Open']);
  });

  it('carries any text and id, and stays small', () => {
    const text = (maxLength: number) =>
      fc.string({ unit: 'grapheme', maxLength }).map((one) => one.slice(0, maxLength).toWellFormed());
    const id = text(100).filter((one) => one.length > 0);
    fc.assert(
      fc.property(text(80), text(200), id, fc.constantFrom(shellEn, shellDe), (title, body, id, words) => {
        const xml = toastXml(
          {
            ...alert,
            title,
            body,
            target: { screen: 'sessions', id },
            mute: { kind: 'agent', id },
          },
          words,
        );
        expect(xml.match(/<\/?[a-z]+/g)?.join('')).toBe(
          '<toast<visual<binding<text</text<text</text</binding</visual<actions<action<action</actions</toast',
        );
        expect(texts(xml)).toEqual([unescapeXml(escapeXml(title)), unescapeXml(escapeXml(body))]);
        const [launch = ''] = attributes(xml, 'launch');
        expect(readTicket(launch)).toEqual({ open: { do: 'open', target: { screen: 'sessions', id } } });
        const [, muting = ''] = attributes(xml, 'arguments');
        expect(readTicket(muting)).toEqual({ mute: { do: 'mute', mute: { kind: 'agent', id } } });
        expect(Buffer.byteLength(xml)).toBeLessThan(5_000);
      }),
    );
  });
});

describe('escapeXml', () => {
  it.each([
    ['plain', 'plain'],
    ['a\u0000b\u0007\ud800c\ufffe', 'abc'],
    ['😀 名', '😀 名'],
    ['&lt;', '&amp;lt;'],
    [`<"'>`, '&lt;&quot;&apos;&gt;'],
  ])('%j becomes %j', (text, escaped) => expect(escapeXml(text)).toBe(escaped));
});
