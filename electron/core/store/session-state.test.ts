import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventKind } from '../../../shared/events.ts';
import { advance, type SessionFields, type SessionStep } from './session-state.ts';

const kinds: EventKind[] = [
  'session.joined',
  'session.started',
  'chat.message',
  'session.idle',
  'session.timed_out',
  'session.ended',
  'agent.ready',
];

function step(kind: EventKind, occurredAt: number, over: Partial<SessionStep> = {}): SessionStep {
  const message = kind === 'chat.message' && {
    message: { role: 'user' as const, text: `said at ${occurredAt}` },
  };
  return { kind, occurredAt, receivedAt: 1000, agentId: 'A1', sample: false, ...message, ...over };
}

function after(steps: readonly SessionStep[]): SessionFields {
  const end = steps.reduce<SessionFields | undefined>(advance, undefined);
  if (!end) throw new Error('no steps');
  return end;
}

const anyStep = fc
  .record({
    kind: fc.constantFrom(...kinds),
    at: fc.integer({ min: 0, max: 8 }),
    receivedAt: fc.nat(50),
    sample: fc.boolean(),
  })
  .map(({ kind, at, ...over }) => step(kind, at, over));

test('the order of arrival does not matter', () => {
  fc.assert(
    fc.property(
      fc
        .array(anyStep, { minLength: 1, maxLength: 12 })
        .chain((steps) =>
          fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length })),
        ),
      ([steps, shuffled]) => {
        expect(after(shuffled)).toEqual(after(steps));
      },
    ),
  );
});

test('what it shows is what its events say', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), (steps) => {
      const session = after(steps);
      const times = steps.map(({ occurredAt }) => occurredAt);
      expect(session.started_at).toBe(Math.min(...times));
      expect(session.last_at).toBe(Math.max(...times));
      expect(session.received_at).toBe(Math.max(...steps.map(({ receivedAt }) => receivedAt)));
      expect(session.messages).toBe(steps.filter(({ kind }) => kind === 'chat.message').length);
      expect(session.ended_at).toBe(session.state === 'ended' ? session.last_at : null);
      expect(session.sample).toBe(steps.every(({ sample }) => sample) ? 1 : 0);
      const last = steps.filter(({ occurredAt }) => occurredAt === session.last_at).map(({ kind }) => kind);
      const ended = last.includes('session.ended') || last.includes('session.timed_out');
      expect(session.state).toBe(ended ? 'ended' : last.includes('session.idle') ? 'idle' : 'live');
    }),
  );
});

test('of two messages of the same moment the later arrival is the last', () => {
  const say = (text: string) => step('chat.message', 5, { message: { role: 'assistant', text } });
  expect(after([say('one'), say('two')]).last_text).toBe('two');
  expect(after([say('two'), step('chat.message', 4)]).last_text).toBe('two');
});

test('an event after the end reopens it; one from before does not', () => {
  const ended = [step('session.joined', 1), step('session.ended', 5)];
  expect(after(ended)).toMatchObject({ state: 'ended', ended_at: 5 });
  expect(after([...ended, step('chat.message', 4)])).toMatchObject({
    state: 'ended',
    ended_at: 5,
    messages: 1,
  });
  expect(after([...ended, step('chat.message', 6)])).toMatchObject({ state: 'live', ended_at: null });
});

test('after a quiet end, whatever comes shows it as its events tell', () => {
  const quiet: SessionFields = { ...after([step('session.joined', 5)]), state: 'ended', ended_at: 5 };
  expect(advance(quiet, step('chat.message', 4))).toMatchObject({
    state: 'live',
    ended_at: null,
    last_at: 5,
  });
});

const late = (kind: EventKind, at: number, over: Partial<SessionStep> = {}) =>
  step(kind, at, { fetched: true, ...over });

test('what was fetched leaves an ended session ended, whatever its clock says, and counts', () => {
  const ended = [step('session.joined', 1), step('session.ended', 5)];
  for (const at of [4, 5, 9]) {
    expect(after([...ended, late('chat.message', at)])).toMatchObject({
      state: 'ended',
      ended_at: 5,
      last_at: Math.max(5, at),
      messages: 1,
      last_text: `said at ${at}`,
    });
  }
});

test('what was fetched leaves one that ended by quiet time as it is, until something is delivered', () => {
  const quiet: SessionFields = { ...after([step('session.joined', 5)]), state: 'ended', ended_at: 5 };
  for (const kind of ['chat.message', 'session.started', 'session.idle'] as const) {
    const later = advance(quiet, late(kind, 7));
    expect(later).toMatchObject({ state: 'ended', ended_at: 7, last_at: 7 });
    expect(advance(later, step('chat.message', 8))).toMatchObject({ state: 'live', ended_at: null });
  }
  expect(advance(quiet, late('session.ended', 6))).toMatchObject({ state: 'ended', ended_at: 6 });
});

test('what was fetched ends one that was live, and tells one that is new as it is', () => {
  expect(after([step('session.joined', 1), late('session.ended', 5)])).toMatchObject({
    state: 'ended',
    ended_at: 5,
  });
  expect(after([late('session.started', 1)]).state).toBe('live');
  expect(after([late('session.ended', 5), late('session.started', 1)]).state).toBe('ended');
});

test('what was fetched counts for the quiet time from when it happened, and never from later than it came', () => {
  expect(after([late('session.started', 7)]).received_at).toBe(7);
  expect(after([late('session.started', 5000)]).received_at).toBe(1000);
  expect(after([step('session.joined', 1), late('chat.message', 7)]).received_at).toBe(1000);
});

test('room and participants are those of the latest join that tells them', () => {
  const join = (at: number, over: Partial<SessionStep>) => step('session.joined', at, over);
  expect(
    after([join(2, { room: 'b', participants: 2 }), join(1, { room: 'a', participants: 1 })]),
  ).toMatchObject({
    room: 'b',
    participants: 2,
  });
  expect(after([join(1, { room: 'a', participants: 1 }), join(2, {})])).toMatchObject({
    room: 'a',
    participants: 1,
  });
});

test('the last message is cut between characters', () => {
  const text = `${'x'.repeat(199)}😀y`;
  const { last_text } = after([step('chat.message', 1, { message: { role: 'user', text } })]);
  expect(last_text).toBe('x'.repeat(199));
  const fits = `${'x'.repeat(198)}😀`;
  expect(after([step('chat.message', 1, { message: { role: 'user', text: fits } })]).last_text).toBe(fits);
});
