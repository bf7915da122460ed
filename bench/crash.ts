import { join } from 'node:path';
import Database from 'better-sqlite3';
import { chatDelivery, chatEndpoint } from './deliveries.ts';
import { newFolder, startHost } from './host.ts';
import type { Row } from './report.ts';

const KILLS = 20;
const SENDERS = 8;

/** Ends the process without warning, again and again, under load: what was answered 200 must be there, once. */
export async function crash(): Promise<Row[]> {
  const dataDir = newFolder();
  const answered = new Set<string>();
  let url = '';
  let unopened = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const host = await startHost(dataDir);
    const path = url === '' ? new URL(await chatEndpoint(host)).pathname : new URL(url).pathname;
    url = new URL(path, host.receiver).href;
    const stop = new AbortController();
    const load = Promise.all(
      Array.from({ length: SENDERS }, (_, i) => send(url, `k${kill}s${i}`, stop.signal, answered)),
    );
    await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 400));
    await host.kill();
    stop.abort();
    await load;
    if (!opens(dataDir)) unopened++;
  }
  const texts = storedTexts(dataDir);
  const lost = [...answered].filter((text) => !texts.has(text)).length;
  const twice = [...texts.values()].filter((count) => count > 1).length;
  return [
    {
      what: `deliveries answered 200 over ${KILLS} kills`,
      value: answered.size,
      unit: '',
      aim: { is: 'at least', value: 1 },
    },
    { what: 'of these lost', value: lost, unit: '', aim: { is: 'at most', value: 0 } },
    { what: 'stored twice', value: twice, unit: '', aim: { is: 'at most', value: 0 } },
    {
      what: 'files that did not open or failed the check',
      value: unopened,
      unit: '',
      aim: { is: 'at most', value: 0 },
    },
  ];
}

async function send(url: string, name: string, signal: AbortSignal, answered: Set<string>): Promise<void> {
  for (let i = 0; !signal.aborted; i++) {
    const text = `${name}n${i}`;
    const { headers, body } = chatDelivery(text, name);
    try {
      const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
      if (response.status === 200) answered.add(text);
    } catch {
      return;
    }
  }
}

function opens(dataDir: string): boolean {
  const db = new Database(join(dataDir, 'greenroom.db'));
  try {
    return db.pragma('integrity_check', { simple: true }) === 'ok';
  } finally {
    db.close();
  }
}

/** How often each text stands in the store, as an event. */
function storedTexts(dataDir: string): Map<string, number> {
  const db = new Database(join(dataDir, 'greenroom.db'), { readonly: true });
  const counts = new Map<string, number>();
  for (const data of db.prepare('SELECT data FROM events').pluck().iterate() as Iterable<string>) {
    const { text } = JSON.parse(data) as { text: string };
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  db.close();
  return counts;
}
