import { sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetOf } from './asset.ts';

const folder = `${sep}app${sep}out${sep}renderer`;
const at = (path: string) => assetOf(`app://greenroom${path}`, folder);

describe('assetOf', () => {
  it.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/index.html#/live', 'index.html', 'text/html; charset=utf-8'],
    ['/assets/index-DMGeWlql.js', `assets${sep}index-DMGeWlql.js`, 'text/javascript; charset=utf-8'],
    ['/assets/index-W1erjkBN.css?v=1', `assets${sep}index-W1erjkBN.css`, 'text/css; charset=utf-8'],
    ['/assets/Inter.var.woff2', `assets${sep}Inter.var.woff2`, 'font/woff2'],
    ['/icon.svg', 'icon.svg', 'image/svg+xml'],
  ])('%s is a file', (path, file, type) => {
    expect(at(path)).toEqual({ file: `${folder}${sep}${file}`, type });
  });

  it.each([
    '/../main/main.js',
    '/assets/../../main/main.js',
    '/..%2fmain%2fmain.js',
    '/%2e%2e/main/main.js',
    '/%2e%2e%2fmain.js',
    '/..\\main\\main.js',
    '/assets\\..\\..\\main.js',
    '/%5c..%5cmain.js',
    '//etc/passwd.html',
    '/C:/windows/win.html',
    '/c%3a/win.html',
    '/index.html%00.js',
    '/index.html%00',
    '/.stamp.html',
    '/.git/config.html',
    '/assets//index.js',
    '/assets/',
    '/assets',
    '/index.map',
    '/index.toString',
    '/index.html::$DATA',
  ])('%s leads to no file outside, nor to one of another kind', (path) => {
    expect(at(path)?.file.startsWith(folder + sep) ?? true).toBe(true);
    expect(at(path)?.file ?? folder).not.toContain('..');
  });

  it('knows its own host only', () => {
    expect(assetOf('app://elsewhere/index.html', folder)).toBeUndefined();
    expect(assetOf('https://greenroom/index.html', folder)).toBeUndefined();
    expect(assetOf('file:///index.html', folder)).toBeUndefined();
    expect(assetOf('no address', folder)).toBeUndefined();
  });

  it('never leaves its folder, whatever the address', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '/',
        '\\',
        '%2e',
        '%2f',
        '%5c',
        '%00',
        '\0',
        ':',
        'C:',
        'assets',
        'a.js',
        '.js',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const file = at(`/${pieces.join('')}`)?.file;
        if (file === undefined) return;
        expect(file.startsWith(folder + sep)).toBe(true);
        expect(file.slice(folder.length)).toMatch(/^(?:[\\/][A-Za-z0-9_-][A-Za-z0-9._-]*)+$/);
      }),
      { numRuns: 2_000 },
    );
  });
});
