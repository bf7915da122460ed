import type Database from 'better-sqlite3';
import type { Parsed } from '../../../../shared/contract.ts';
import type { Insights, InsightTotals, Spread } from '../../../../shared/insights.ts';
import { quantiles } from './bins.ts';
import { mostAtOnce, type Span } from './concurrency.ts';
import { createLocalTime, type LocalTime } from './local-time.ts';
import { QUARTER, type Rollup } from './rollup.ts';

const DAY = 24 * 3_600_000;
/** Up to so long, hours are told; beyond it, days. */
const HOURS_UP_TO = 3 * DAY;
/** Three years of days. What is older is told of by its totals. */
const MOST_POINTS = 1_100;
const MOST_AGENTS = 10;
/** In milliseconds. */
const lengthBars = [60_000, 3 * 60_000, 10 * 60_000, 30 * 60_000, 3_600_000, null];

interface Count {
  at: number;
  kind: string;
  n: number;
}
interface SessionRow {
  started_at: number;
  ended_at: number | null;
  last_at: number;
  agent_id: string | null;
}

/** Answers for a period, out of the counts by quarter of an hour and the sessions themselves. */
export function createInsights(
  main: Database.Database,
  { db: rollup, isBehind }: Pick<Rollup, 'db' | 'isBehind'>,
) {
  const oldest = rollup.prepare('SELECT min(at) FROM counts').pluck();
  const inPeriod = 'at >= @from AND at < @to AND (@endpoint IS NULL OR endpoint = @endpoint)';
  const counts = rollup.prepare(
    `SELECT at, kind, sum(n) AS n FROM counts WHERE ${inPeriod} GROUP BY at, kind`,
  );
  const totals = rollup.prepare(
    `SELECT 0 AS at, kind, sum(n) AS n FROM counts WHERE ${inPeriod} GROUP BY kind`,
  );
  const byAgent = rollup.prepare(`
    SELECT agent, sum(n) AS messages FROM agents WHERE ${inPeriod} GROUP BY agent`);
  const bins = rollup.prepare(
    `SELECT bin, sum(n) AS n FROM bins WHERE ${inPeriod} AND what = @what GROUP BY bin`,
  );
  // All that were there in the period; those that began in it are counted.
  const sessions = main.prepare(`
    SELECT started_at, ended_at, last_at, agent_id FROM sessions
    WHERE sample = 0 AND started_at < @to AND coalesce(ended_at, last_at) >= @from AND (@endpoint IS NULL OR endpoint_id = @endpoint)`);
  const duplicates = main
    .prepare(`
    SELECT coalesce(sum(duplicates), 0) FROM deliveries
    WHERE duplicates > 0 AND sample = 0 AND received_at >= @from AND received_at < @to AND (@endpoint IS NULL OR endpoint_id = @endpoint)`)
    .pluck();

  return (input: Parsed<'insights.get'>): Insights => {
    const to = Math.ceil(Date.parse(input.to) / QUARTER) * QUARTER;
    const first = (oldest.get() as number | null) ?? to - DAY;
    const wanted = input.from === null ? first : Math.floor(Date.parse(input.from) / QUARTER) * QUARTER;
    const unit = to - wanted <= HOURS_UP_TO ? 'hour' : 'day';
    const from = Math.min(to - QUARTER, Math.max(wanted, to - MOST_POINTS * DAY));
    const endpoint = input.endpointId ?? null;
    const period = { from, to, endpoint };
    const zone = createLocalTime(input.timeZone);
    const slots = zone.slots(from, to, unit);
    const rows = counts.all(period) as Count[];
    const there = sessions.all(period) as SessionRow[];
    const began = there.filter(({ started_at }) => started_at >= from);
    const all = totalsOf(rows, began.length);
    const earlier = { from: from - (to - from), to: from, endpoint };
    const answers = bins.all({ ...period, what: 'answer' }) as { bin: number; n: number }[];
    const [p99 = null] = quantiles(answers, [0.99]);

    return {
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      counting: isBehind(),
      unit,
      points: pointsOf(zone, unit, slots, rows, there, to),
      totals: all,
      before: earlier.to <= first ? null : totalsOf(totals.all(earlier) as Count[], beganIn(earlier)),
      lengths: lengthsOf(began),
      pace: spreadOf(bins.all({ ...period, what: 'pace' }) as { bin: number; n: number }[]),
      agents: agentsOf(began, byAgent.all(period) as { agent: string; messages: number }[]),
      week: weekOf(zone, rows),
      deliveries: {
        verified: sumOf(rows, 'delivery verified'),
        unproved: sumOf(rows, 'delivery unproved'),
        rejected: sumOf(rows, 'delivery rejected'),
        duplicates: duplicates.get(period) as number,
        answers: { ...spreadOf(answers), p99 },
      },
    };
  };

  function beganIn(period: { from: number; to: number; endpoint: string | null }): number {
    return (sessions.all(period) as SessionRow[]).filter(({ started_at }) => started_at >= period.from)
      .length;
  }
}

function sumOf(rows: readonly Count[], ...kinds: string[]): number {
  return rows.reduce((sum, { kind, n }) => (kinds.includes(kind) ? sum + n : sum), 0);
}

function totalsOf(rows: readonly Count[], sessions: number): InsightTotals {
  return {
    sessions,
    joins: sumOf(rows, 'session.joined'),
    messages: sumOf(rows, 'chat.message'),
    failed: sumOf(rows, 'agent.failed', 'video.failed'),
  };
}

function pointsOf(
  zone: LocalTime,
  unit: Insights['unit'],
  slots: readonly { at: number; key: string }[],
  rows: readonly Count[],
  sessions: readonly SessionRow[],
  to: number,
): Insights['points'] {
  const spans: Span[] = sessions.map(({ started_at, ended_at, last_at }) => ({
    from: started_at,
    to: ended_at ?? last_at,
  }));
  const most = mostAtOnce(
    spans,
    slots.map(({ at }) => at),
    to,
  );
  const points = slots.map(({ at }, index) => ({
    at: new Date(at).toISOString(),
    sessions: 0,
    joins: 0,
    messages: 0,
    concurrent: most[index] ?? 0,
  }));
  const byKey = new Map(slots.map(({ key }, index) => [key, points[index]]));
  for (const { at, kind, n } of rows) {
    const point = byKey.get(zone.keyOf(at, unit));
    if (point && kind === 'session.joined') point.joins += n;
    if (point && kind === 'chat.message') point.messages += n;
  }
  const from = slots[0]?.at ?? 0;
  for (const { started_at } of sessions) {
    if (started_at < from) continue;
    const point = byKey.get(zone.keyOf(started_at, unit));
    if (point) point.sessions += 1;
  }
  return points;
}

function lengthsOf(sessions: readonly SessionRow[]): Insights['lengths'] {
  const lengths = sessions.flatMap(({ started_at, ended_at }) =>
    ended_at === null ? [] : Math.max(0, ended_at - started_at),
  );
  lengths.sort((a, b) => a - b);
  const at = (share: number) =>
    lengths[Math.min(lengths.length - 1, Math.ceil(share * lengths.length) - 1)] ?? null;
  const bars = lengthBars.map((upToMs, index) => {
    const above = lengthBars[index - 1] ?? -1;
    return { upToMs, count: lengths.filter((ms) => ms > above && (upToMs === null || ms <= upToMs)).length };
  });
  return { count: lengths.length, median: at(0.5), p90: at(0.9), bars };
}

function spreadOf(bins: readonly { bin: number; n: number }[]): Spread {
  const [median = null, p90 = null] = quantiles(bins, [0.5, 0.9]);
  return { count: bins.reduce((sum, { n }) => sum + n, 0), median, p90 };
}

function agentsOf(
  sessions: readonly SessionRow[],
  messages: readonly { agent: string; messages: number }[],
): Insights['agents'] {
  const byId = new Map(
    messages.map(({ agent, messages: n }) => [agent, { agentId: agent, sessions: 0, messages: n }]),
  );
  for (const { agent_id } of sessions) {
    if (agent_id === null) continue;
    const agent = byId.get(agent_id) ?? { agentId: agent_id, sessions: 0, messages: 0 };
    byId.set(agent_id, agent);
    agent.sessions += 1;
  }
  const busier = (a: Insights['agents'][0], b: Insights['agents'][0]) =>
    b.sessions - a.sessions || b.messages - a.messages || (a.agentId < b.agentId ? -1 : 1);
  return [...byId.values()].sort(busier).slice(0, MOST_AGENTS);
}

function weekOf(zone: LocalTime, rows: readonly Count[]): number[][] {
  const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { at, kind, n } of rows) {
    if (kind !== 'session.joined' && kind !== 'chat.message') continue;
    const day = week[zone.weekday(at)];
    if (day) day[zone.hour(at)] = (day[zone.hour(at)] ?? 0) + n;
  }
  return week;
}
