import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Row } from './report.ts';

const folder = fileURLToPath(new URL('../out/renderer/', import.meta.url));

/** What the window's JavaScript weighs over the wire: what the page names at once, and what it asks for later. */
export function bundle(): Row[] {
  const page = readFileSync(`${folder}index.html`, 'utf8');
  const files = globSync('**/*.js', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
  const atOnce = files.filter((file) => page.includes(file));
  const later = files.filter((file) => !atOnce.includes(file));
  return [
    {
      what: 'JavaScript of the first paint, gzipped',
      value: weigh(atOnce),
      unit: 'kB',
      aim: { is: 'at most', value: 350 },
    },
    { what: 'JavaScript that is loaded when needed, gzipped', value: weigh(later), unit: 'kB' },
  ];
}

function weigh(files: readonly string[]): number {
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(folder + file)).length, 0);
  return Math.round(bytes / 100) / 10;
}
