import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Endpoint } from '../../../shared/endpoints.ts';
import type { FeedEvent } from '../../../shared/events.ts';
import { createRecentJoins } from './recent-joins.ts';
import { fakeCore, joinEvent, noon } from './testing.ts';

afterEach(() => void vi.restoreAllMocks());

const iso = (at: number) => new Date(at).toISOString();
const endpoint = (id: string, name: string) => ({ id, name }) as Endpoint;
const agent = (agentId: string, name: string) => ({ agentId, name, hasPicture: false });

function heard(...events: FeedEvent[]) {
  const joins = createRecentJoins();
  for (const value of events) joins.hear({ name: 'feed', value });
  return joins;
}
const sessionsOf = (joins: ReturnType<typeof createRecentJoins>) =>
  joins.list().map(({ sessionId }) => sessionId);

describe('what is pushed', () => {
  it('keeps the last five, newest first', () => {
    const joins = heard(...[1, 2, 3, 4, 5, 6, 7].map((seq) => joinEvent(seq)));
    expect(sessionsOf(joins)).toEqual(['s7', 's6', 's5', 's4', 's3']);
  });

  it('counts a session once, by its newest join', () => {
    const joins = heard(
      joinEvent(1, { sessionId: 'a', kind: 'session.started' }),
      joinEvent(2, { sessionId: 'b' }),
      joinEvent(3, { sessionId: 'a', data: { room: 'lobby' } }),
    );
    expect(joins.list()).toMatchObject([
      { sessionId: 'a', kind: 'joined', room: 'lobby' },
      { sessionId: 'b' },
    ]);
  });

  it.each<[string, Partial<FeedEvent>]>([
    ['what is said', { kind: 'chat.message' }],
    ['an end', { kind: 'session.ended' }],
    ['a test', { kind: 'endpoint.test' }],
    ['a join of no session', { sessionId: undefined as never }],
    ['a join of no time', { receivedAt: 'once' }],
  ])('leaves out %s', (_what, given) => {
    const joins = createRecentJoins();
    expect(joins.hear({ name: 'feed', value: joinEvent(1, given) })).toBe(false);
    expect(joins.list()).toEqual([]);
  });

  it.each<[string, Partial<FeedEvent>, object]>([
    ['a delivery', {}, { isSample: false, isProved: true }],
    ['a sample', { source: 'sample' }, { isSample: true, isProved: true }],
    ['one that nothing proves', { verified: false }, { isSample: false, isProved: false }],
    ['one that the vendor was asked for', { source: 'fetched', verified: false }, { isProved: true }],
    ['a room that is no text', { data: { room: 7 } }, { sessionId: 's1' }],
  ])('marks %s', (_what, given, expected) => {
    const [join] = heard(joinEvent(1, given)).list();
    expect(join).toMatchObject(expected);
    expect(join).not.toHaveProperty('room');
  });

  it('goes by the clock of this computer, but for what was learned afterwards', () => {
    const early = iso(noon - 3_600_000);
    const [late, wrong, fetched] = heard(
      joinEvent(1, { source: 'fetched', occurredAt: early }),
      joinEvent(2, { occurredAt: early }),
      joinEvent(3, { occurredAt: iso(noon + 3_600_000) }),
    ).list();
    expect([late?.sessionId, wrong?.sessionId, fetched?.sessionId]).toEqual(['s3', 's2', 's1']);
    expect(fetched?.at).toBe(Date.parse(early));
    expect(wrong?.at).toBe(noon + 2000);
  });

  it('is the same in whatever order it comes', () => {
    const events = [1, 2, 3, 4, 5, 6, 7, 8].map((seq) => joinEvent(seq, { sessionId: `s${seq % 6}` }));
    const expected = heard(...events).list();
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        expect(heard(...shuffled).list()).toEqual(expected);
      }),
    );
  });
});

describe('who was joined', () => {
  it('is the agent, else the endpoint, as soon as they are known', () => {
    const joins = heard(joinEvent(1, { agentId: 'g1' }));
    expect(joins.list()[0]?.who).toBe('');
    expect(joins.hear({ name: 'endpoint', value: endpoint('p1', 'Shop') })).toBe(true);
    expect(joins.list()[0]?.who).toBe('Shop');
    expect(joins.hear({ name: 'agent', value: agent('g1', 'Anna') })).toBe(true);
    expect(joins.list()[0]?.who).toBe('Anna');
  });

  it('stays known when the endpoint is deleted', () => {
    const joins = heard(joinEvent(1));
    joins.hear({ name: 'endpoint', value: endpoint('p1', 'Shop') });
    joins.hear({ name: 'endpoint', value: { id: 'p1', deleted: true } });
    expect(joins.list()[0]?.who).toBe('Shop');
  });
});

describe('what is stored', () => {
  it('is read at the start, with the names', async () => {
    const core = fakeCore({
      'feed.page': { events: [joinEvent(2, { agentId: 'g1' }), joinEvent(1)], more: true },
      'agent.list': { agents: [agent('g1', 'Anna')] },
    });
    const joins = createRecentJoins();
    await joins.load(core);
    expect(joins.list()).toMatchObject([{ sessionId: 's2', who: 'Anna' }, { sessionId: 's1' }]);
    expect(core.calls).toEqual([
      ['feed.page', { kinds: ['session.joined', 'session.started'], limit: 50 }],
      ['agent.list', {}],
    ]);
  });

  it('does not push out what came meanwhile', async () => {
    const joins = createRecentJoins();
    const loaded = joins.load(
      fakeCore({ 'feed.page': { events: [joinEvent(1)] }, 'agent.list': { agents: [] } }),
    );
    joins.hear({ name: 'feed', value: joinEvent(2) });
    await loaded;
    expect(sessionsOf(joins)).toEqual(['s2', 's1']);
  });

  it('is forgotten when it is read anew, and an older answer counts no more', async () => {
    const joins = createRecentJoins();
    const old = joins.load(
      fakeCore({ 'feed.page': { events: [joinEvent(1)] }, 'agent.list': { agents: [] } }),
    );
    const fresh = joins.load(
      fakeCore({ 'feed.page': { events: [joinEvent(9)] }, 'agent.list': { agents: [] } }),
    );
    await Promise.all([old, fresh]);
    expect(sessionsOf(joins)).toEqual(['s9']);
  });

  it('may be out of reach', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const joins = createRecentJoins();
    await joins.load(fakeCore());
    expect(joins.list()).toEqual([]);
  });
});
