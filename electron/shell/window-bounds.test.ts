import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { boundsFor, type Place, readPlace, smallest, writePlace } from './window-bounds.ts';

const screen = { x: 0, y: 25, width: 1920, height: 1055 };
const left = { x: -1280, y: 0, width: 1280, height: 1024 };
const place: Place = { x: 100, y: 100, width: 1000, height: 700, maximized: false };
const usual = { width: 1180, height: 780 };

describe('boundsFor', () => {
  it.each([
    ['as it was', place, [screen], { x: 100, y: 100, width: 1000, height: 700 }],
    ['on the first start', undefined, [screen], usual],
    [
      'on a second screen',
      { ...place, x: -1200 },
      [screen, left],
      { x: -1200, y: 100, width: 1000, height: 700 },
    ],
    ['where that screen is gone', { ...place, x: -1200 }, [screen], usual],
    [
      'hanging out at the right',
      { ...place, x: 1800 },
      [screen],
      { x: 1800, y: 100, width: 1000, height: 700 },
    ],
    ['with too little to catch it', { ...place, x: 1801 }, [screen], usual],
    ['with its title under the menu bar', { ...place, y: 0 }, [screen], usual],
    ['below the screen', { ...place, y: 1060 }, [screen], usual],
    ['too small', { ...place, width: 10, height: 10 }, [screen], usual],
    [
      'larger than the screen',
      { ...place, width: 9000, height: 9000 },
      [screen],
      { x: 100, y: 100, width: 1920, height: 1055 },
    ],
    ['without any screen', place, [], usual],
  ])('%s', (_what, given, screens, expected) => {
    expect(boundsFor(given, screens)).toEqual(expected);
  });

  it('is never smaller than the window may be', () => {
    const int = fc.integer({ min: -5_000, max: 5_000 });
    const size = fc.integer({ min: 1, max: 9_000 });
    const anyPlace = fc.record({ x: int, y: int, width: size, height: size, maximized: fc.boolean() });
    fc.assert(
      fc.property(anyPlace, (given) => {
        const { width, height } = boundsFor(given, [screen, left]);
        expect(width).toBeGreaterThanOrEqual(smallest.width);
        expect(height).toBeGreaterThanOrEqual(smallest.height);
      }),
    );
  });
});

describe('the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-window-'));
  const file = join(folder, 'window.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps a place', () => {
    expect(readPlace(file)).toBeUndefined();
    writePlace(file, place);
    expect(readPlace(file)).toEqual(place);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"x":1}',
    '{"x":"1","y":1,"width":1,"height":1,"maximized":false}',
    '1e999',
  ])('that holds %j is as good as none', (junk) => {
    writeFileSync(file, junk);
    expect(readPlace(file)).toBeUndefined();
  });
});
