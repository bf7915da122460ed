import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toIcns, toIco } from './icon-files.mjs';
import { drawIcons, linuxSizes, macTypes, stateColours, traySizes, windowsSizes } from './icons.mjs';
import { readPixels } from './png-pixels.ts';

const resources = join(import.meta.dirname, '../resources');
const drawn = drawIcons(readFileSync(join(resources, 'icon.svg'), 'utf8'));
const read = (path: string) => readFileSync(join(resources, path));
const states = Object.keys(stateColours);
const pairs = states.flatMap((one, index) => states.slice(index + 1).map((other) => [one, other] as const));

describe('the icons that are committed', () => {
  it.each([...drawn.keys()])('%s is what the source gives', (path) => {
    expect(existsSync(join(resources, path)), 'run `npm run icons`').toBe(true);
    const [kept, fresh] = [picturesIn(read(path)), picturesIn(drawn.get(path) as Buffer)];
    expect(kept).toHaveLength(fresh.length);
    // Processors round the last bit of an edge each in their way.
    for (const [index, picture] of fresh.entries()) {
      expect(difference(picture, kept[index] as Buffer)).toBeLessThanOrEqual(2);
    }
  });

  it('are all there are', () => {
    const present = globSync('{icon.ic*,icons/*,tray/*}', { cwd: resources }).map((path) =>
      path.replaceAll('\\', '/'),
    );
    expect(present.sort()).toEqual([...drawn.keys()].sort());
  });

  it('have the sizes that the systems ask for', () => {
    const sizes = (path: string) => picturesIn(read(path)).map((png) => png.readUInt32BE(16));
    expect(sizes('icon.ico')).toEqual(windowsSizes);
    expect(sizes('icon.icns')).toEqual(Object.values(macTypes));
    for (const size of linuxSizes) expect(sizes(`icons/${size}x${size}.png`)).toEqual([size]);
    for (const state of states) {
      expect(sizes(`tray/${state}.ico`)).toEqual(traySizes);
      const scaled = ['', '@1.25x', '@1.5x', '@2x', '@3x'].flatMap((at) => sizes(`tray/${state}${at}.png`));
      expect(scaled).toEqual([16, 20, 24, 32, 48]);
      expect(['', '@2x'].flatMap((at) => sizes(`tray/${state}Template${at}.png`))).toEqual([16, 32]);
    }
  });

  it('leave air around the app icon on macOS, and none elsewhere', () => {
    const mac = alphaOf(picturesIn(read('icon.icns')).at(-1) as Buffer);
    const middle = mac.subarray(512 * 1024, 513 * 1024);
    expect([middle.indexOf(255), middle.lastIndexOf(255)]).toEqual([100, 923]);
    expect(alphaOf(read('icons/512x512.png'))[256 * 512]).toBe(255);
  });
});

describe('the tray images', () => {
  it.each(states)('%s is black and alpha alone for macOS', (state) => {
    for (const at of ['', '@2x']) {
      const { rgba } = readPixels(read(`tray/${state}Template${at}.png`));
      expect(rgba.every((value, index) => index % 4 === 3 || value === 0)).toBe(true);
    }
  });

  it.each(pairs)('%s and %s differ in shape, at every size', (one, other) => {
    for (const at of ['', '@1.25x', '@1.5x', '@2x', '@3x', 'Template', 'Template@2x']) {
      const [a, b] = [alphaOf(read(`tray/${one}${at}.png`)), alphaOf(read(`tray/${other}${at}.png`))];
      const unlike = a.filter((value, index) => Math.abs(value - (b[index] ?? 0)) > 128);
      // A tenth of the picture: what eyes tell apart in a corner of the screen.
      expect(unlike.length / a.length, at).toBeGreaterThan(0.1);
    }
  });

  it.each(states)('%s is seen on light and on dark panels', (state) => {
    const own = luminance(stateColours[state as keyof typeof stateColours]);
    expect((luminance('#f3f3f3') + 0.05) / (own + 0.05)).toBeGreaterThanOrEqual(3);
    expect((own + 0.05) / (luminance('#202020') + 0.05)).toBeGreaterThanOrEqual(3);
  });

  it('have a colour of their own', () => {
    expect(new Set(Object.values(stateColours)).size).toBe(5);
  });
});

describe('the containers', () => {
  const png = read('icons/16x16.png');

  it('say where each picture of an .ico stands', () => {
    const ico = toIco([
      { size: 16, png },
      { size: 256, png },
    ]);
    expect([ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([1, 2]);
    expect([ico[6], ico[22]]).toEqual([16, 0]);
    const second = ico.readUInt32LE(22 + 12);
    expect(ico.subarray(second, second + ico.readUInt32LE(22 + 8)).equals(png)).toBe(true);
  });

  it('give an .icns its own length', () => {
    const icns = toIcns([{ type: 'icp4', png }]);
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    expect(icns.readUInt32BE(12)).toBe(png.length + 8);
  });
});

/** A PNG as it is, or those in an .ico or .icns, in their order. */
function picturesIn(file: Buffer): Buffer[] {
  if (file.toString('latin1', 0, 4) === 'icns') {
    const found: Buffer[] = [];
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
      found.push(file.subarray(at + 8, at + file.readUInt32BE(at + 4)));
    }
    return found;
  }
  if (file.readUInt32LE(0) !== 0x0001_0000) return [file];
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const at = file.readUInt32LE(6 + 16 * index + 12);
    return file.subarray(at, at + file.readUInt32LE(6 + 16 * index + 8));
  });
}

/** The largest difference of any channel; endless where the sizes are not the same. */
function difference(one: Buffer, other: Buffer): number {
  const [a, b] = [readPixels(one), readPixels(other)];
  if (a.rgba.length !== b.rgba.length || a.width !== b.width) return Number.POSITIVE_INFINITY;
  return a.rgba.reduce((most, value, at) => Math.max(most, Math.abs(value - (b.rgba[at] ?? 0))), 0);
}

function alphaOf(png: Buffer): Uint8Array {
  return readPixels(png).rgba.filter((_, index) => index % 4 === 3);
}

/** As WCAG has it, of `#rrggbb`. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
