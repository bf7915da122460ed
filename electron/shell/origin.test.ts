import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlertTarget } from '../../shared/alerts.ts';
import { isOwn, isStartPage, pageAt } from './origin.ts';

describe('isOwn', () => {
  it.each(['app://greenroom/', 'app://greenroom/index.html#/live', 'app://greenroom', 'APP://greenroom/x?y'])(
    'takes %s',
    (address) => expect(isOwn(address)).toBe(true),
  );

  it.each([
    '',
    'greenroom',
    'app:greenroom/',
    'app:///greenroom/',
    'app://greenroom.evil.example/',
    'app://greenroom:80/',
    'app://user@greenroom/',
    'app://evil/greenroom',
    'https://greenroom/',
    'file:///greenroom/index.html',
    'about:blank',
    'blob:app://greenroom/1',
  ])('does not take %s', (address) => expect(isOwn(address)).toBe(false));
});

describe('isStartPage', () => {
  it.each(['app://greenroom/', 'app://greenroom/#/sessions', 'app://greenroom/index.html'])(
    'takes %s',
    (address) => expect(isStartPage(address)).toBe(true),
  );
  it.each(['app://greenroom/assets/index.js', 'app://other/', 'https://example.org/'])(
    'does not take %s',
    (address) => expect(isStartPage(address)).toBe(false),
  );
});

describe('pageAt', () => {
  it.each<[AlertTarget, string]>([
    [{ screen: 'live' }, 'app://greenroom/#/live'],
    [{ screen: 'connection' }, 'app://greenroom/#/connection'],
    [{ screen: 'settings' }, 'app://greenroom/#/settings'],
    [{ screen: 'sessions', id: '12' }, 'app://greenroom/#/sessions/12'],
    [{ screen: 'endpoints', id: 'a/b c' }, 'app://greenroom/#/endpoints/a%2Fb%20c'],
    [{ screen: 'sessions', id: '\ud800' }, 'app://greenroom/#/sessions/%EF%BF%BD'],
  ])('%j is at %s', (target, address) => expect(pageAt(target)).toBe(address));

  it('never leads anywhere but to the page, whatever the id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (id) => {
        const address = pageAt({ screen: 'sessions', id });
        expect(isStartPage(address)).toBe(true);
        const hash = new URL(address).hash.split('/');
        expect(decodeURIComponent(hash[2] ?? '')).toBe(id.toWellFormed());
        expect(hash).toHaveLength(3);
      }),
    );
  });
});
