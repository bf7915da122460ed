import { expect, test } from 'vitest';
import type { Call } from './call.ts';
import { createInsightsStore, type InsightsFilter, spanOf } from './insights-store.ts';

const now = new Date(2026, 2, 4, 15, 30);
const local = (day: number, month = 2) => new Date(2026, month, day).toISOString();
const filter = (part: Partial<InsightsFilter>): InsightsFilter => ({
  period: 'own',
  from: '',
  to: '',
  endpointId: null,
  ...part,
});

test.each<[Partial<InsightsFilter>, { from: string | null; to: string } | undefined]>([
  [{ period: 'today' }, { from: local(4), to: now.toISOString() }],
  [{ period: '7' }, { from: local(26, 1), to: now.toISOString() }],
  [{ period: 'all' }, { from: null, to: now.toISOString() }],
  [
    { from: '2026-03-01', to: '2026-03-02' },
    { from: local(1), to: local(3) },
  ],
  [
    { from: '2026-03-02', to: '2026-03-02' },
    { from: local(2), to: local(3) },
  ],
  [{ from: '2026-03-02', to: '2026-03-01' }, undefined],
  [{ from: '', to: '2026-03-01' }, undefined],
])('%j is %j', (part, span) => expect(spanOf(filter(part), now)).toEqual(span));

test('the last thing asked for is shown, however long the first takes', async () => {
  const slow = Promise.withResolvers<void>();
  const call = (async (_: string, { endpointId }: { endpointId?: string }) => {
    if (endpointId === 'slow') await slow.promise;
    return { ok: true, value: { of: endpointId } };
  }) as unknown as Call;
  const store = createInsightsStore(call, () => now);
  const first = store.getState().load({ endpointId: 'slow' });
  await store.getState().load({ endpointId: 'fast' });
  slow.resolve();
  await first;
  expect(store.getState()).toMatchObject({ insights: { of: 'fast' }, phase: 'ready' });
});

test('what was shown stays where an answer fails, with the reason beside it', async () => {
  let ok = true;
  const call = (async () =>
    ok
      ? { ok, value: { some: 1 } }
      : { ok, error: { code: 'offline', message: 'Away.' } }) as unknown as Call;
  const store = createInsightsStore(call, () => now);
  await store.getState().load();
  ok = false;
  await store.getState().load({ period: '30' });
  expect(store.getState()).toMatchObject({
    insights: { some: 1 },
    phase: 'failed',
    error: { code: 'offline' },
  });
});
