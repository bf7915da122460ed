import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlertTarget, Mute } from '../../../shared/alerts.ts';
import { readTicket, writeTicket } from './ticket.ts';

const id = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
  .filter(({ length }) => length <= 200);
const target: fc.Arbitrary<AlertTarget> = fc.oneof(
  fc.record({ screen: fc.constantFrom('live', 'connection', 'settings') }),
  fc.record({ screen: fc.constant('endpoints'), id }),
  fc.record({ screen: fc.constant('sessions'), id }),
);
const mute: fc.Arbitrary<Mute> = fc.record({ kind: fc.constantFrom('endpoint', 'agent', 'session'), id });

describe('a ticket', () => {
  it('gives back what it was written for', () => {
    fc.assert(
      fc.property(target, fc.option(mute, { nil: undefined }), (target, mute) => {
        // The longest names, in the widest letters, are longer than a system would take.
        const text = writeTicket({ id: 'a-1', target, ...(mute && { mute }) });
        fc.pre(text.length <= 3_000);
        expect(readTicket(text)).toEqual({
          open: { do: 'open', target },
          ...(mute && { mute: { do: 'mute', mute } }),
        });
      }),
    );
  });

  it('is written so that Electron finds its tag', () => {
    const text = writeTicket({
      id: '0f8e-1',
      target: { screen: 'sessions', id: 'a=b&tag=c' },
      mute: { kind: 'agent', id: '7' },
    });
    expect(text).toBe('tag=0f8e-1&open=sessions%2Fa%3Db%26tag%3Dc&mute=agent%2F7');
  });

  it.each([
    '',
    'nothing',
    'open=',
    'open=sessions',
    'open=sessions%2F',
    'open=live%2F1',
    'open=https%3A%2F%2Fevil.example',
    'open=..%2Fsettings',
    'mute=everything%2F1',
    'mute=agent',
    'mute=agent%2F',
    `open=sessions%2F${'a'.repeat(201)}`,
    `open=live&x=${'a'.repeat(3_000)}`,
  ])('that says %j asks for nothing', (text) => expect(readTicket(text)).toEqual({}));

  it('that makes no sense is read without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (junk) => {
        expect(Object.keys(readTicket(junk)).every((key) => key === 'open' || key === 'mute')).toBe(true);
      }),
    );
  });
});
