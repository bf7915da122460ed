/** The two containers that systems want their icons in. Both are a list of PNGs, so that a library would add nothing. */

/**
 * https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 * @param {{ size: number, png: Buffer }[]} images square; at most 256 pixels
 * @returns {Buffer} an .ico file
 */
export function toIco(images) {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    // 256 does not fit into a byte and is written as 0.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/**
 * https://en.wikipedia.org/wiki/Apple_Icon_Image_format
 * @param {{ type: string, png: Buffer }[]} images by Apple's four letters
 * @returns {Buffer} an .icns file
 */
export function toIcns(images) {
  const parts = images.map(({ type, png }) =>
    Buffer.concat([Buffer.from(type, 'latin1'), length(png.length + 8), png]),
  );
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from('icns', 'latin1'), length(body.length + 8), body]);
}

/** @param {number} bytes */
function length(bytes) {
  const field = Buffer.alloc(4);
  field.writeUInt32BE(bytes);
  return field;
}
