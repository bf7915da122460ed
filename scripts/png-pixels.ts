import { inflateSync } from 'node:zlib';

/** A PNG as pixels. */
export interface Pixels {
  width: number;
  /** Four bytes a pixel: red, green, blue, alpha. */
  rgba: Uint8Array;
}

/**
 * Decodes what `icons.mjs` writes, which is 8 bits, RGBA and not interlaced, for tests that look at it.
 * https://www.w3.org/TR/png-3/#9Filters
 * @throws {Error} for any other kind of PNG
 */
export function readPixels(png: Buffer): Pixels {
  const width = png.readUInt32BE(16);
  if (png.toString('hex', 24, 29) !== '0806000000') throw new Error('Not a plain RGBA PNG');
  const raw = inflateSync(Buffer.concat(chunks(png, 'IDAT')));
  const stride = width * 4;
  const rgba = new Uint8Array(stride * (raw.length / (stride + 1)));
  for (let at = 0; at < rgba.length; at++) {
    const row = Math.floor(at / stride);
    const first = at % stride < 4;
    const left = first ? 0 : (rgba[at - 4] ?? 0);
    const up = rgba[at - stride] ?? 0;
    const corner = first ? 0 : (rgba[at - stride - 4] ?? 0);
    const filter = raw[row * (stride + 1)] ?? 0;
    rgba[at] = (raw[at + row + 1] ?? 0) + guess(filter, left, up, corner);
  }
  return { width, rgba };
}

function chunks(png: Buffer, name: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === name)
      found.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return found;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    default:
      return paeth(left, up, corner);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
