/** Bytes as they came, and ways to look at them. */

export function decodeBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** The text that these bytes are; undefined where they are not UTF-8. A byte order mark is kept. */
export function asUtf8(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export interface HexRow {
  offset: string;
  hex: string;
  text: string;
}

export const hexRowBytes = 16;

export function hexRow(bytes: Uint8Array, row: number): HexRow {
  const start = row * hexRowBytes;
  const part = [...bytes.subarray(start, start + hexRowBytes)];
  return {
    offset: start.toString(16).padStart(8, '0'),
    hex: part.map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
    text: part.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join(''),
  };
}

/** `0 B`, `812 B`, `1.4 kB`, `64 MB`: decimal, as disks are sold. */
export function byteSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${units[unit]}`;
}
