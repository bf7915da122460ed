/** `npm run icons`: draws every icon of the app from `resources/icon.svg`. The same source gives the same bytes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { toIcns, toIco } from './icon-files.mjs';

const resources = join(import.meta.dirname, '../resources');

/** One colour a state, at least 3:1 against light and dark panels, since no system tells an app the colour of its own. */
export const stateColours = {
  ringing: '#2f80e6',
  connected: '#1a9b6a',
  unproved: '#b87a00',
  offline: '#d6453d',
  paused: '#7f8a85',
};

/**
 * Chromium gives a Linux panel the largest it finds, in pixels, and the panel makes of it what it needs.
 * https://www.electronjs.org/docs/latest/api/native-image#high-resolution-image
 */
export const trayScales = [1, 1.25, 1.5, 2, 3];
/** Windows takes its tray image out of an .ico by size; of a PNG it would enlarge the one for 1×. */
export const traySizes = [16, 20, 24, 32, 40, 48, 64];
export const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
export const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
/** As Apple names them: a size at 1× and at 2× may be the same number of pixels. */
export const macTypes = {
  icp4: 16,
  ic11: 32,
  icp5: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
};

/**
 * Everything that is drawn.
 * @param {string} svg the source
 * @returns {Map<string, Buffer>} by path within `resources`
 */
export function drawIcons(svg) {
  const draw = painter(svg);
  /** @param {number} size */
  const app = (size) => draw({ symbol: size < 32 ? 'app-small' : 'app', size });
  /** @type {Map<string, Buffer>} */
  const files = new Map();

  files.set(
    'icon.icns',
    toIcns(Object.entries(macTypes).map(([type, size]) => ({ type, png: macApp(draw, size) }))),
  );
  files.set('icon.ico', toIco(windowsSizes.map((size) => ({ size, png: app(size) }))));
  for (const size of linuxSizes) files.set(`icons/${size}x${size}.png`, app(size));

  for (const [symbol, color] of Object.entries(stateColours)) {
    for (const scale of [1, 2]) {
      files.set(
        `tray/${symbol}Template${suffix(scale)}.png`,
        draw({ symbol, size: 16 * scale, color: '#000' }),
      );
    }
    for (const scale of trayScales) {
      files.set(`tray/${symbol}${suffix(scale)}.png`, draw({ symbol, size: 16 * scale, color }));
    }
    files.set(
      `tray/${symbol}.ico`,
      toIco(traySizes.map((size) => ({ size, png: draw({ symbol, size, color }) }))),
    );
  }
  for (const scale of [1, 2]) {
    files.set(`tray/overlay-unread${suffix(scale)}.png`, draw({ symbol: 'unread', size: 16 * scale }));
  }
  return files;
}

/** @param {number} scale */
const suffix = (scale) => (scale === 1 ? '' : `@${scale}x`);

/**
 * Apple's grid: the rounded square fills 824 of 1024 points, and the rest is air.
 * @param {ReturnType<typeof painter>} draw
 * @param {number} size
 */
function macApp(draw, size) {
  // At 16 pixels the air is one whole pixel, so that the edges stay sharp.
  const margin = size === 16 ? 1 : Math.round((size * 100) / 1024);
  return draw({ symbol: size < 32 ? 'app-small' : 'app', size, margin });
}

/**
 * @param {string} svg
 * @returns {(what: { symbol: string, size: number, margin?: number, color?: string }) => Buffer} a PNG; sizes in pixels
 */
function painter(svg) {
  const symbols = svg.slice(svg.indexOf('<symbol'), svg.lastIndexOf('</symbol>') + '</symbol>'.length);
  return ({ symbol, size, margin = 0, color = '#000' }) => {
    if (!symbols.includes(`id="${symbol}"`)) throw new Error(`resources/icon.svg has no symbol "${symbol}"`);
    const inner = size - 2 * margin;
    const page = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" color="${color}">${symbols}
      <use href="#${symbol}" x="${margin}" y="${margin}" width="${inner}" height="${inner}"/></svg>`;
    // Nothing of this machine may get in: no fonts, and the size in pixels from the page.
    return new Resvg(page, { font: { loadSystemFonts: false } }).render().asPng();
  };
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  const files = drawIcons(readFileSync(join(resources, 'icon.svg'), 'utf8'));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(resources, path)), { recursive: true });
    writeFileSync(join(resources, path), bytes);
  }
  console.log(`${files.size} icons drawn in resources.`);
}
