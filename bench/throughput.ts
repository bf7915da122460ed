import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SECRET, signedDelivery, signedEndpoint } from './deliveries.ts';
import { newFolder, startHost } from './host.ts';
import type { Row } from './report.ts';
import { type Figures, flood } from './senders.ts';

const SECONDS = 4;
const ROUNDS = 3;

/** Verified and durable deliveries a second, side by side with the floor, in turns, so that noise meets both. */
export async function throughput(): Promise<Row[]> {
  const floor = spawn(
    process.execPath,
    [fileURLToPath(new URL('./floor.ts', import.meta.url)), join(newFolder(), 'floor.db'), SECRET],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = (await once(floor.stdout, 'data')) as [Buffer];
  const floorUrl = line.toString().trim();
  const host = await startHost(newFolder());
  const url = await signedEndpoint(host);
  await flood(url, 16, 1, signedDelivery);
  await flood(floorUrl, 16, 1, signedDelivery);

  const rows: Row[] = [];
  for (const senders of [1, 16, 200]) {
    const ours: Figures[] = [];
    const bare: Figures[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await flood(url, senders, SECONDS, signedDelivery));
      bare.push(await flood(floorUrl, senders, SECONDS, signedDelivery));
    }
    const mine = median(ours);
    const theirs = median(bare);
    const at = `${senders} sender${senders === 1 ? '' : 's'}`;
    rows.push(
      { what: `${at}: Greenroom`, value: mine.perSecond, unit: '/s' },
      { what: `${at}: floor`, value: theirs.perSecond, unit: '/s' },
      { what: `${at}: Greenroom p50 / p99`, value: mine.p50, unit: `/ ${mine.p99} ms` },
      { what: `${at}: floor p50 / p99`, value: theirs.p50, unit: `/ ${theirs.p99} ms` },
      {
        what: `${at}: refused`,
        value: ours.reduce((sum, one) => sum + one.refused, 0),
        unit: '',
        aim: { is: 'at most', value: 0 },
      },
      {
        what: `${at}: share of the floor's throughput`,
        value: ratio(mine.perSecond, theirs.perSecond),
        unit: '×',
        ...(senders === 16 && { aim: { is: 'at least', value: 0.6 } as const }),
      },
      {
        what: `${at}: p99 against the floor's`,
        value: ratio(mine.p99, theirs.p99),
        unit: '×',
        ...(senders === 16 && { aim: { is: 'at most', value: 2 } as const }),
      },
    );
  }
  await host.stop();
  floor.kill();
  return rows;
}

function median(runs: Figures[]): Figures {
  return runs.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(runs.length / 2)] as Figures;
}

function ratio(a: number, b: number): number {
  return Math.round((a / b) * 100) / 100;
}
