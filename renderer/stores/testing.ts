import type { Command, Input, Value } from '../../shared/contract.ts';
import type { WireError } from '../../shared/errors.ts';
import type { DeliverySummary, FeedEvent, Session } from '../../shared/events.ts';
import type { Status } from '../../shared/status.ts';
import type { Call } from './call.ts';

/** Stand-ins for what the core answers; used by tests only. */

type Answers = { [C in Command]?: (input: Input<C>) => Promise<Value<C>> | Value<C> };

const offline: WireError = { code: 'offline', message: 'test' };

/** Answers by hand; a command without an answer, or one that throws, fails. */
export function fakeCall(answers: Answers): Call {
  return async (name, input) => {
    try {
      const answer = answers[name];
      if (!answer) return { ok: false, error: offline };
      return { ok: true, value: await answer(input) };
    } catch {
      return { ok: false, error: offline };
    }
  };
}

/** A feed of events 1 to `last` that can grow and fail. */
export function aFeed(last: number) {
  let failing = false;
  const call = fakeCall({
    'feed.page': ({ before = Number.POSITIVE_INFINITY, after, limit = 50 }) => {
      if (failing) throw new Error('failing');
      const from = after === undefined ? Math.min(last, before - 1) : Math.min(last, after + limit);
      const least = after === undefined ? Math.max(1, from - limit + 1) : after + 1;
      const events = Array.from({ length: Math.max(0, from - least + 1) }, (_, i) => anEvent(from - i));
      return { events, more: after === undefined ? least > 1 : from < last };
    },
  });
  return {
    call,
    last: () => last,
    grow: (to: number) => {
      last = to;
    },
    fail: (on: boolean) => {
      failing = on;
    },
  };
}

/** On this computer, receiving, without a way in. */
export function aStatus(more: Partial<Status> = {}): Status {
  return {
    receiver: { state: 'listening', url: 'http://127.0.0.1:4781' },
    tunnel: { state: 'off', provider: 'off', publicUrl: null, lastProofAt: null },
    store: { state: 'writing', bytes: 0 },
    secrets: { state: 'ready', keptBy: 'a key file' },
    alerts: { state: 'untried', unread: 0 },
    counters: { unknownKey: 0, tooLarge: 0, tooSlow: 0, headersTooLarge: 0 },
    lastSeq: 0,
    host: 'browser',
    version: '0',
    dataDir: '/tmp',
    ...more,
  };
}

export function anEvent(seq: number, more: Partial<FeedEvent> = {}): FeedEvent {
  const at = new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString();
  return {
    seq,
    id: `e${seq}`,
    endpointId: 'ep1',
    vendor: 'test',
    kind: 'chat.message',
    source: 'delivery',
    occurredAt: at,
    receivedAt: at,
    data: { role: 'user', text: `message ${seq}` },
    deliveryId: `d${seq}`,
    verified: true,
    ...more,
  };
}

export function aSession(n: number, more: Partial<Session> = {}): Session {
  const at = new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString();
  return {
    id: `s${n}`,
    vendorSessionId: `v${n}`,
    vendor: 'test',
    endpointId: 'ep1',
    agentId: null,
    state: 'live',
    startedAt: at,
    lastAt: at,
    messages: 0,
    ...more,
  };
}

export function aDelivery(n: number, more: Partial<DeliverySummary> = {}): DeliverySummary {
  return {
    id: `d${n}`,
    endpointId: 'ep1',
    vendor: 'test',
    receivedAt: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
    verdict: 'verified',
    status: 200,
    bytes: 10,
    answeredInMs: 1,
    duplicates: 0,
    conflict: false,
    eventSeqs: [n],
    ...more,
  };
}

export function deferred<T>() {
  return Promise.withResolvers<T>();
}
