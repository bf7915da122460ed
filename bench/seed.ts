import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { createCommitter } from '../electron/core/store/committer.ts';
import { storeFiles } from '../electron/core/store/files.ts';
import { openRollup } from '../electron/core/store/insights/rollup.ts';
import { openReader } from '../electron/core/store/open.ts';
import { openSearchIndex } from '../electron/core/store/search-index.ts';
import { bithumanDashboard } from '../electron/core/vendors/bithuman-dashboard.ts';

const GROUP = 5_000;
const MESSAGES_A_SESSION = 40;
const words =
  'table booked thursday friday evening reservation hello please move could second step again maths algebra equation show where office floor visitor meeting delivery package appointment morning garden window river lamp'.split(
    ' ',
  );

/** Fills a folder with chat as it would have come over 60 days, by the product's own writer, and indexes it. */
export function seed(dataDir: string, events: number): void {
  const files = storeFiles(dataDir);
  const committer = createCommitter(files.main, { committed() {}, state() {}, setAside() {} });
  committer.database().pragma('synchronous = OFF');
  const span = 60 * 24 * 60 * 60 * 1000;
  const begin = Date.now() - span;
  let session = randomUUID();
  for (let done = 0; done < events; done += GROUP) {
    committer.attempt((writer) => {
      for (let i = done; i < Math.min(done + GROUP, events); i++) {
        if (i % MESSAGES_A_SESSION === 0) session = randomUUID();
        const at = Math.round(begin + (span * i) / events);
        writer.record(arrival(at, i % MESSAGES_A_SESSION === 0, session, i));
      }
    });
    committer.database().pragma('wal_checkpoint(TRUNCATE)');
  }
  const storeId = committer.storeId();
  committer.close();

  const reader = openReader(files.main);
  const index = openSearchIndex(files.search, reader, storeId);
  while (index.step());
  index.close();
  const rollup = openRollup(files.insights, reader, storeId);
  while (rollup.step());
  rollup.close();
  reader.close();
  settle(files.main);
  settle(files.search);
  settle(files.insights);
}

/** What still waits to reach the disk would slow down what is measured next. */
function settle(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function arrival(at: number, joins: boolean, session: string, i: number) {
  const text = Array.from(
    { length: 9 },
    (_, k) => words[(i * 7 + k * k * 13 + (i >> 5)) % words.length],
  ).join(' ');
  const call = bithumanDashboard.sample({
    kind: joins ? 'session.joined' : 'chat.message',
    at,
    sessionId: session,
    agentId: `A${i % 50}BCD3456`,
    role: i % 2 ? 'user' : 'assistant',
    text,
  });
  if (!call) throw new Error('no sample');
  const header = (name: string) => call.headers[name];
  return {
    endpointId: 'ep_seeded',
    vendor: 'bithuman-dashboard',
    receivedAt: at,
    headers: Object.entries(call.headers) as [string, string][],
    body: call.body,
    bodyHash: createHash('sha256').update(call.body).digest(),
    verdict: 'verified' as const,
    ...bithumanDashboard.read({ header, body: call.body }),
  };
}
