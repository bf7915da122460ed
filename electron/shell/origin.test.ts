import { describe, expect, it } from 'vitest';
import { isOwn, isStartPage } from './origin.ts';

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
