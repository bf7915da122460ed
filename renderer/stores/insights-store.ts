import { createStore } from 'zustand/vanilla';
import type { WireError } from '../../shared/errors.ts';
import type { Insights } from '../../shared/insights.ts';
import type { Call, Phase } from './call.ts';

export const periods = ['today', '7', '30', '90', 'all', 'own'] as const;
export type Period = (typeof periods)[number];

export interface InsightsFilter {
  period: Period;
  /** Of an own period: local days such as `2026-03-04`, both inclusive. */
  from: string;
  to: string;
  endpointId: string | null;
}

export interface InsightsState {
  filter: InsightsFilter;
  insights: Insights | null;
  phase: Phase;
  error: WireError | null;
  /** What is shown stays until the answer comes. */
  load(change?: Partial<InsightsFilter>): Promise<void>;
}

export type InsightsStore = ReturnType<typeof createInsightsStore>;

/** The figures of one period. */
export function createInsightsStore(call: Call, now = () => new Date()) {
  let current = 0;
  return createStore<InsightsState>()((set, get) => ({
    filter: { period: '7', from: localDay(now()), to: localDay(now()), endpointId: null },
    insights: null,
    phase: 'loading',
    error: null,

    async load(change = {}) {
      const mine = ++current;
      const filter = { ...get().filter, ...change };
      set({ filter, error: null, phase: get().insights ? get().phase : 'loading' });
      const span = spanOf(filter, now());
      if (!span) return;
      const reply = await call('insights.get', {
        ...span,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...(filter.endpointId !== null && { endpointId: filter.endpointId }),
      });
      if (mine !== current) return;
      if (reply.ok) set({ insights: reply.value, phase: 'ready' });
      else set({ error: reply.error, phase: 'failed' });
    },
  }));
}

/** The moments that a choice means; undefined where its days make no period. */
export function spanOf(
  { period, from, to }: InsightsFilter,
  now: Date,
): { from: string | null; to: string } | undefined {
  const midnight = (daysAgo: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo).toISOString();
  const until = now.toISOString();
  if (period === 'all') return { from: null, to: until };
  if (period === 'today') return { from: midnight(0), to: until };
  if (period !== 'own') return { from: midnight(Number(period) - 1), to: until };
  const [first, last] = [startOf(from, 0), startOf(to, 1)];
  if (!first || !last || first >= last) return undefined;
  return { from: first.toISOString(), to: last.toISOString() };
}

/** `2026-03-04` of this computer's zone. */
export function localDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function startOf(day: string, later: number): Date | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return undefined;
  return new Date(year, month - 1, date + later);
}
