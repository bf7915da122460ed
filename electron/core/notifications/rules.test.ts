import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mute, SilentReason } from '../../../shared/alerts.ts';
import { type EventKind, eventKinds, type FeedEvent } from '../../../shared/events.ts';
import { defaultSettings, type Settings } from '../../../shared/settings.ts';
import type { Notice, NoticeCode } from '../../../shared/status.ts';
import { type AlertContext, decide, isSilent } from './rules.ts';
import { eventOf, messageOf, noticeOf } from './testing/happenings.ts';

const noon = new Date('2026-03-04T12:00:00');
const plain: AlertContext = {
  now: noon,
  names: { endpoint: 'My bot', agent: 'Ada' },
  inView: new Set(),
  language: 'en',
};
const all: Settings = {
  ...defaultSettings,
  alertChat: 'users',
  alertAgents: true,
  alertSessions: true,
  alertText: true,
};

/** What is told, or why not. */
function outcome(
  happening: FeedEvent | Notice,
  settings: Partial<Settings> = {},
  context: Partial<AlertContext> = {},
) {
  const decision = decide(happening, { ...defaultSettings, ...settings }, { ...plain, ...context });
  return isSilent(decision) ? decision.silent : decision.title;
}

describe('by default', () => {
  test.each<[EventKind, string]>([
    ['session.joined', 'Someone joined Ada'],
    ['session.started', 'A conversation with Ada began'],
    ['session.idle', 'topic_off'],
    ['session.timed_out', 'topic_off'],
    ['session.ended', 'topic_off'],
    ['agent.ready', 'topic_off'],
    ['agent.failed', 'topic_off'],
    ['video.completed', 'topic_off'],
    ['video.failed', 'topic_off'],
    ['endpoint.test', 'not_told'],
    ['gap', 'not_told'],
    ['unknown', 'not_told'],
  ])('%s: %s', (kind, expected) => expect(outcome(eventOf(kind))).toBe(expected));

  test('nobody is told what is said', () => {
    expect(outcome(messageOf('hello'))).toBe('topic_off');
    expect(outcome(messageOf('hello', 'assistant'))).toBe('topic_off');
  });
});

describe('in German', () => {
  test.each<[FeedEvent | Notice, string, string]>([
    [
      eventOf('session.joined', { data: { room: 'Foyer', participants: 3 } }),
      'Jemand ist bei Ada',
      'Raum Foyer · 3 Personen dort · My bot',
    ],
    [messageOf('Wo bleibt mein Geld?'), '„Geld“ in einem Gespräch mit Ada', '„Wo bleibt mein Geld?“'],
    [eventOf('agent.failed', { data: { reason: 'No face.' } }), 'Fehlgeschlagen: Ada', 'No face. · My bot'],
    [
      { ...noticeOf('secret_unreadable'), args: { name: 'My bot' } },
      'Eine Zustellung an My bot konnte nicht geprüft werden',
      'Ihr Geheimnis ist auf diesem Rechner jetzt nicht zu lesen. Den Schlüsselbund entsperren oder es erneut eingeben.',
    ],
  ])('%#', (happening, title, body) => {
    const settings: Settings = { ...all, alertChat: 'watched', watchedWords: ['geld'] };
    expect(decide(happening, settings, { ...plain, language: 'de' })).toMatchObject({ title, body });
  });
});

describe('each topic is a choice', () => {
  test.each<[EventKind, Partial<Settings>, Partial<Settings>, string]>([
    ['session.joined', { alertJoined: true }, { alertJoined: false }, 'Someone joined Ada'],
    ['session.started', { alertStarted: true }, { alertStarted: false }, 'A conversation with Ada began'],
    ['session.idle', { alertSessions: true }, { alertSessions: false }, 'A conversation with Ada went idle'],
    [
      'session.timed_out',
      { alertSessions: true },
      { alertSessions: false },
      'A conversation with Ada timed out',
    ],
    ['session.ended', { alertSessions: true }, { alertSessions: false }, 'A conversation with Ada ended'],
    ['agent.ready', { alertAgents: true }, { alertAgents: false }, 'Ada is ready'],
    ['agent.failed', { alertAgents: true }, { alertAgents: false }, 'Ada could not be made'],
    ['video.completed', { alertAgents: true }, { alertAgents: false }, 'A video of Ada is ready'],
    ['video.failed', { alertAgents: true }, { alertAgents: false }, 'A video of Ada failed'],
  ])('%s', (kind, on, off, title) => {
    expect(outcome(eventOf(kind), on)).toBe(title);
    expect(outcome(eventOf(kind), off)).toBe('topic_off');
  });

  test.each<[NoticeCode, string]>([
    ['tunnel_lost', 'connection'],
    ['tunnel_back', 'connection'],
    ['registration_failed', 'connection'],
    ['address_changed', 'connection'],
    ['store_failed', 'trouble'],
    ['store_recovered', 'trouble'],
    ['store_set_aside', 'trouble'],
    ['config_set_aside', 'trouble'],
    ['secrets_set_aside', 'trouble'],
    ['secret_unreadable', 'trouble'],
    ['clock_suspect', 'trouble'],
    ['receiver_failed', 'trouble'],
  ])('the notice %s is %s', (code, topic) => {
    expect(decide(noticeOf(code), defaultSettings, plain)).toMatchObject({ topic, prompt: true });
    const isOff = outcome(noticeOf(code), { alertConnection: false }) === 'topic_off';
    expect(isOff).toBe(topic === 'connection');
  });

  test.each<NoticeCode>(['port_taken', 'gap_found', 'receiver_restarted', 'alert'])(
    'the notice %s stays in the window',
    (code) => expect(outcome(noticeOf(code), all)).toBe('not_told'),
  );
});

describe('what is said', () => {
  const watching = { watchedWords: ['refund'] };
  test.each<[string, string, Partial<Settings>, string]>([
    ['hello', 'user', { alertChat: 'users' }, 'A message to Ada'],
    ['hello', 'assistant', { alertChat: 'users' }, 'not_a_user'],
    ['hello', 'other', { alertChat: 'users' }, 'not_a_user'],
    ['hello', 'user', { alertChat: 'watched', ...watching }, 'topic_off'],
    ['hello', 'assistant', { alertChat: 'watched', ...watching }, 'not_a_user'],
    ['a refund', 'user', { alertChat: 'watched', ...watching }, 'A watched word with Ada'],
    ['a refund', 'assistant', { alertChat: 'watched', ...watching }, 'A watched word with Ada'],
    ['a refund', 'user', { alertChat: 'users', ...watching }, 'A watched word with Ada'],
    ['a refund', 'user', { alertChat: 'none', ...watching }, 'topic_off'],
    [
      'a Refund',
      'user',
      { alertChat: 'users', ...watching, alertText: true },
      '“Refund” in a conversation with Ada',
    ],
  ])('%j by the %s, with %j: %s', (text, role, settings, expected) =>
    expect(outcome(messageOf(text, role), settings)).toBe(expected),
  );

  test('is quoted by consent only', () => {
    const secret = messageOf('my card is 4111', 'user', { data: { role: 'user', text: 'my card is 4111' } });
    const quoted = decide(secret, all, plain);
    expect(quoted).toMatchObject({ body: '“my card is 4111”' });
    const named = decide(secret, { ...all, alertText: false }, plain);
    expect(JSON.stringify(named)).not.toContain('4111');
  });
});

describe('is silent', () => {
  const joined = eventOf('session.joined');
  const ready = eventOf('agent.ready');
  test.each<[string, FeedEvent, Partial<Settings>, Partial<AlertContext>, SilentReason | 'told']>([
    ['of a muted session', joined, { muted: [{ kind: 'session', id: 'session-1' }] }, {}, 'muted_session'],
    ['of a muted agent', joined, { muted: [{ kind: 'agent', id: 'agent-1' }] }, {}, 'muted_agent'],
    [
      'of a muted endpoint',
      joined,
      { muted: [{ kind: 'endpoint', id: 'endpoint-1' }] },
      {},
      'muted_endpoint',
    ],
    ['not of another muted session', joined, { muted: [{ kind: 'session', id: 'session-2' }] }, {}, 'told'],
    [
      'not of a session with the id of a muted agent',
      joined,
      { muted: [{ kind: 'agent', id: 'session-1' }] },
      {},
      'told',
    ],
    ['while paused', joined, { pausedUntil: new Date(noon.getTime() + 1).toISOString() }, {}, 'paused'],
    ['not after the pause', joined, { pausedUntil: noon.toISOString() }, {}, 'told'],
    ['in quiet hours', joined, { quietHours: { from: '11:00', to: '13:00' } }, {}, 'quiet_hours'],
    ['not outside them', joined, { quietHours: { from: '13:00', to: '11:00' } }, {}, 'told'],
    ['while that session is in view', joined, {}, { inView: new Set(['session-1']) }, 'in_view'],
    ['not while another one is', joined, {}, { inView: new Set(['session-2']) }, 'told'],
    ['not of an agent because of a session', ready, {}, { inView: new Set(['agent-1']) }, 'told'],
    [
      'of what was fetched late',
      eventOf('session.joined', { source: 'fetched', occurredAt: '2026-03-04T11:00:00.000Z' }),
      {},
      {},
      'past',
    ],
    ['not of what was fetched soon', eventOf('session.joined', { source: 'fetched' }), {}, {}, 'told'],
    ['of what was proved later', eventOf('session.joined', { late: true }), {}, {}, 'past'],
    [
      'not of an old time by the vendor',
      eventOf('session.joined', { occurredAt: '2020-01-01T00:00:00.000Z' }),
      {},
      {},
      'told',
    ],
  ])('%s', (_what, event, settings, context, expected) => {
    const said = outcome(event, { ...all, ...settings }, context);
    if (expected === 'told') expect(said).toMatch(/Ada/);
    else expect(said).toBe(expected);
  });

  test.each<NoticeCode>(['store_failed', 'tunnel_lost'])('also about %s, while paused', (code) => {
    const pausedUntil = new Date(noon.getTime() + 60_000).toISOString();
    expect(outcome(noticeOf(code), { pausedUntil })).toBe('paused');
  });
});

describe('an alert', () => {
  const told = (event: FeedEvent | Notice, names = plain.names) => decide(event, all, { ...plain, names });

  test.each<[string, FeedEvent | Notice, object]>([
    [
      'opens its session, and mutes it',
      eventOf('session.joined'),
      {
        target: { screen: 'sessions', id: 'session-1' },
        mute: { kind: 'session', id: 'session-1' } satisfies Mute,
      },
    ],
    [
      'names room and people',
      eventOf('session.joined', { data: { room: 'lobby', participants: 3 } }),
      { body: 'Room lobby · 3 people there · My bot' },
    ],
    ['of a sample says so', eventOf('session.joined', { source: 'sample' }), { body: 'My bot · Sample' }],
    [
      'of what nobody proved says so',
      eventOf('session.joined', { verified: false }),
      { body: 'My bot · Not proved' },
    ],
    [
      'tells why an agent failed',
      eventOf('agent.failed', { data: { reason: 'no face' } }),
      { body: 'no face · My bot', urgent: true, prompt: true },
    ],
    ['of a broken store stays', noticeOf('store_failed'), { urgent: true, target: { screen: 'connection' } }],
    [
      'of an endpoint opens it',
      noticeOf('secret_unreadable', { endpointId: 'e' }),
      { target: { screen: 'endpoints', id: 'e' } },
    ],
    [
      'of good news does not stay',
      noticeOf('tunnel_back', { level: 'info' }),
      { urgent: false, prompt: true },
    ],
  ])('%s', (_what, event, expected) => expect(told(event)).toMatchObject(expected));

  test('without a session opens the endpoint, and mutes the agent', () => {
    const { sessionId: _, ...ready } = eventOf('agent.ready');
    expect(told(ready)).toMatchObject({
      target: { screen: 'endpoints', id: 'endpoint-1' },
      mute: { kind: 'agent', id: 'agent-1' },
    });
    const { agentId: __, ...nameless } = ready;
    expect(told(nameless)).toMatchObject({ mute: { kind: 'endpoint', id: 'endpoint-1' } });
  });

  test.each([
    [{ endpoint: 'My bot', agent: 'Ada' }, 'Someone joined Ada'],
    [{ endpoint: 'My bot' }, 'Someone joined My bot'],
    [{}, 'Someone joined your avatar'],
    [{ agent: '\u202e\n' }, 'Someone joined your avatar'],
  ])('named %j: %s', (names, title) =>
    expect(told(eventOf('session.joined'), names)).toMatchObject({ title }),
  );

  test('whatever strangers write: one short line, no control characters, and always a decision', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 });
    const anything = fc.oneof(text, fc.integer(), fc.constant(null), fc.array(text));
    fc.assert(
      fc.property(
        fc.constantFrom(...eventKinds),
        fc.record({
          role: fc.oneof(text, fc.constant('user')),
          text: anything,
          room: anything,
          participants: anything,
          reason: anything,
        }),
        text,
        fc.array(
          text.filter((word) => word.trim() !== ''),
          { maxLength: 3 },
        ),
        (kind, data, agent, watchedWords) => {
          const decision = decide(
            eventOf(kind, { data }),
            { ...all, watchedWords },
            { ...plain, names: { agent } },
          );
          if (isSilent(decision)) return;
          expect(decision.title.length).toBeLessThanOrEqual(80);
          expect(decision.body.length).toBeLessThanOrEqual(200);
          expect(decision.title).not.toBe('');
          expect(decision.title + decision.body).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        },
      ),
    );
  });
});
