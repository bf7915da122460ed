import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { signedDelivery, signedEndpoint } from './deliveries.ts';
import { finding } from './find.ts';
import { memoryOf, newFolder, type RunningHost, startHost } from './host.ts';
import { queries } from './queries.ts';
import type { Row } from './report.ts';
import { seed } from './seed.ts';
import { figures, pace } from './senders.ts';

const EVENTS = 1_000_000;

/** What a person meets with a million events behind them. */
export async function million(): Promise<Row[]> {
  const folder = newFolder();
  seed(folder, EVENTS);

  const starts: number[] = [];
  for (let i = 0; i < 5; i++) {
    const host = await startHost(folder);
    starts.push(host.startedIn);
    await host.stop();
  }
  const host = await startHost(folder);
  await rest(5_000);
  const idle = memoryOf(host.pid);
  const rows: Row[] = [
    {
      what: 'start to host.json, median of 5',
      value: starts.toSorted((a, b) => a - b)[2] ?? 0,
      unit: 'ms',
      aim: { is: 'at most', value: 1000 },
    },
    {
      what: 'memory of the browser host at rest',
      value: idle,
      unit: 'MB',
      aim: { is: 'at most', value: 150 },
    },
    await timed('first page of the feed, p95', () => host.get('feed.page', {})),
    await timed('feed of one rare kind, p95', () => host.get('feed.page', { kinds: ['session.joined'] })),
    await timed('one session, p95', await someSession(host)),
    await timed('a search, p95', searching(host)),
    ...(await finding(host)),
    await timed('figures of all 60 days, p95', figuresOf(host, null), 200),
    await timed('figures of 7 days, p95', figuresOf(host, 7), 200),
  ];

  const url = await signedEndpoint(host);
  const busy = spawn(
    process.execPath,
    [fileURLToPath(new URL('./busy.ts', import.meta.url)), host.ui, host.token],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const beside = await pace(url, 50, 20, signedDelivery);
  busy.kill('SIGTERM');
  const [done] = (await once(busy.stdout, 'data')) as [Buffer];
  const [searches, exported] = done.toString().trim().split(' ').map(Number);
  rows.push(
    { what: 'answers at 50/s beside search and export: p50', value: beside.p50, unit: 'ms' },
    {
      what: 'answers at 50/s beside search and export: p99',
      value: beside.p99,
      unit: 'ms',
      aim: { is: 'at most', value: 25 },
    },
    { what: 'refused meanwhile', value: beside.refused, unit: '', aim: { is: 'at most', value: 0 } },
    { what: 'searches meanwhile', value: searches ?? 0, unit: '' },
    { what: 'events read for the export meanwhile', value: exported ?? 0, unit: '' },
  );
  await host.stop();
  return rows;
}

async function timed(what: string, call: () => Promise<unknown>, atMost = 50): Promise<Row> {
  for (let i = 0; i < 3; i++) await call();
  const times: number[] = [];
  for (let i = 0; i < 60; i++) {
    const began = performance.now();
    await call();
    times.push(performance.now() - began);
  }
  return { what, value: figures(times, 1).p95, unit: 'ms', aim: { is: 'at most', value: atMost } };
}

/** A different session each time. */
async function someSession(host: RunningHost): Promise<() => Promise<unknown>> {
  const { sessions } = await host.get('session.list', { limit: 100 });
  let i = 0;
  return () => host.get('session.get', { sessionId: sessions[i++ % sessions.length]?.id ?? '' });
}

function figuresOf(host: RunningHost, days: number | null): () => Promise<unknown> {
  const from = days === null ? null : new Date(Date.now() - days * 24 * 3_600_000).toISOString();
  const input = { from, to: new Date().toISOString(), timeZone: 'Europe/Berlin' };
  return () => host.get('insights.get', input);
}

function searching(host: RunningHost): () => Promise<unknown> {
  let i = 0;
  return () => host.get('search', { query: queries[i++ % queries.length] ?? '' });
}
