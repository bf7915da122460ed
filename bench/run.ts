import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { buildIfStale } from '../scripts/build.mjs';
import inTempRoot from '../scripts/temp-root.ts';
import { connect } from './connect.ts';
import { crash } from './crash.ts';
import { day } from './day.ts';
import { frames } from './frames.ts';
import { million } from './million.ts';
import { met, printTable, type Row } from './report.ts';
import { screen } from './screen.ts';
import { throughput } from './throughput.ts';

/** `npm run bench [part …]`: measures on loopback, prints a table, writes `bench/results/<time>.json`. */
const parts: Record<string, { title: string; run(): Promise<Row[]> }> = {
  throughput: { title: 'Verified and durable deliveries', run: throughput },
  million: { title: 'With 1,000,000 events', run: million },
  screen: { title: 'From a delivery to the eye', run: screen },
  frames: { title: 'Frames, first paint and weight of the window', run: frames },
  day: { title: 'A long day of the window', run: day },
  connect: { title: 'The way in, and the vendors', run: connect },
  crash: { title: 'Killed at random moments', run: crash },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. The parts are: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}

await buildIfStale();
const removeTemp = inTempRoot();
const results: Record<string, Row[]> = {};
for (const [name, { title, run }] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const rows = await run();
  results[name] = rows;
  printTable(title, rows);
}
const all = Object.values(results).flat();
const file = new URL(`./results/${new Date().toISOString().replace(/[:.]/g, '-')}.json`, import.meta.url);
mkdirSync(new URL('./', file), { recursive: true });
writeFileSync(file, `${JSON.stringify({ node: process.version, cpus: cpus().length, results }, null, 2)}\n`);
console.log(
  `\n${all.filter((row) => met(row) === false).length} of ${all.filter((row) => row.aim).length} aims missed.`,
);
removeTemp();
process.exit(0);
