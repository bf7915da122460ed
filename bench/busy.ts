import { queries } from './queries.ts';

/**
 * Searches and reads the whole feed, page after page, until it is told to stop: in a process of its own, so that what
 * it costs to read the answers does not weigh on the measuring. Usage: busy.ts UI TOKEN; prints `searches events`.
 */
const [ui = '', token = ''] = process.argv.slice(2);
let stopped = false;
process.on('SIGTERM', () => {
  stopped = true;
});

async function get<T>(command: string, input: object): Promise<T> {
  const response = await fetch(`${ui}/api/${command}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  return ((await response.json()) as { value: T }).value;
}

async function search(): Promise<number> {
  let done = 0;
  for (; !stopped; done++) await get('search', { query: queries[done % queries.length] });
  return done;
}

async function exportAll(): Promise<number> {
  let read = 0;
  let before: number | undefined;
  while (!stopped) {
    const page = await get<{ events: { seq: number }[]; more: boolean }>('feed.page', { limit: 500, before });
    read += page.events.length;
    before = page.more ? page.events.at(-1)?.seq : undefined;
  }
  return read;
}

const [searches, events] = await Promise.all([search(), exportAll()]);
console.log(`${searches} ${events}`);
