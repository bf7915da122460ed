import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How Electron ships its fuses, in the order of `FuseV1Options`. https://www.electronjs.org/docs/latest/tutorial/fuses */
const shipped = '10110001';

/**
 * The files of an unpacked Electron for Linux that a packer touches, with a fuse wire to set, and nothing that runs.
 * @returns the folder, for ELECTRON_DIST
 */
export function makeFakeRuntime(folder: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const wire = [
    'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX',
    '\u0001',
    String.fromCharCode(shipped.length),
    shipped,
  ].join('');
  writeFileSync(join(folder, 'electron'), Buffer.from(`\u007fELF ${wire} end`, 'latin1'), { mode: 0o755 });
  writeFileSync(join(folder, 'resources/default_app.asar'), 'the demo app');
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html'])
    writeFileSync(join(folder, name), name);
  return folder;
}
