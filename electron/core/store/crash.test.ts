import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { storeFiles } from './files.ts';
import { tempDir } from './testing/temp-store.ts';

const KILLS = 5;
const SENDERS = 8;

/** The real host, from the sources, in a process of its own. */
async function startHost(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const harness = new URL('../../web/testing/test-host.ts', import.meta.url).href;
  // Not as a module: the option for that would be handed on to the worker threads.
  const script = `(async () => {
    const { startTestHost } = await import(${JSON.stringify(harness)});
    const host = await startTestHost({ dataDir: ${JSON.stringify(dataDir)} });
    const { endpoints } = await host.get('endpoint.list', {});
    const wanted = { vendor: 'bithuman-dashboard', name: 'crash', verification: 'none' };
    const endpoint = endpoints[0] ?? (await host.get('endpoint.create', wanted));
    console.log(endpoint.localUrl);
  })()`;
  const child = spawn(process.execPath, ['-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The host ended at its start.')));
  ended.catch(() => undefined);
  const [url] = await Promise.race([once(child.stdout, 'data'), ended]);
  return { child, url: String(url).trim() };
}

/** Sends one after the other until the host is gone. */
async function send(url: string, name: string, answered: (text: string) => void): Promise<void> {
  for (let i = 0; ; i++) {
    const text = `${name}-${i}`;
    const data = { role: 'user', message: text, session_id: name, timestamp: 1_768_478_400 + i };
    const body = JSON.stringify({ event_type: 'chat.push', agent_id: 'A1', data });
    try {
      const { status } = await fetch(url, { method: 'POST', body });
      if (status === 200) answered(text);
    } catch {
      return;
    }
  }
}

test('whatever was answered 200 is there exactly once, however often the process is killed', {
  timeout: 60_000,
}, async () => {
  const dataDir = tempDir();
  const stored = new Set<string>();
  const pauses = fc.sample(fc.integer({ min: 1, max: 400 }), { seed: 20260115, numRuns: KILLS });
  for (const [kill, after] of pauses.entries()) {
    const { child, url } = await startHost(dataDir);
    const before = stored.size;
    const gone = once(child, 'exit');
    const answered = (text: string) => {
      stored.add(text);
      if (stored.size === before + after) child.kill('SIGKILL');
    };
    await Promise.all(Array.from({ length: SENDERS }, (_, i) => send(url, `k${kill}s${i}`, answered)));
    await gone;
    expect(stored.size).toBeGreaterThanOrEqual(before + after);
  }

  const db = new Database(storeFiles(dataDir).main);
  onTestFinished(() => void db.close());
  expect(db.pragma('quick_check', { simple: true })).toBe('ok');
  const counts = new Map<string, number>();
  for (const text of db.prepare(`SELECT data ->> '$.text' FROM events`).pluck().all() as string[]) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  expect([...stored].filter((text) => counts.get(text) !== 1)).toEqual([]);
  expect([...counts.values()].every((count) => count === 1)).toBe(true);
  const count = (sql: string) => db.prepare(sql).pluck().get();
  expect(count('SELECT count(*) FROM deliveries')).toBe(counts.size);
  expect(count('SELECT count(*) FROM payloads')).toBe(counts.size);
  expect(count('SELECT sum(messages) FROM sessions')).toBe(counts.size);
  expect(count('SELECT last_seq FROM meta')).toBe(counts.size);
});
