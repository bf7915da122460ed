import type { FeedEvent } from '../../../shared/events.ts';
import type { Status } from '../../../shared/status.ts';
import type { App, Push, Sink } from '../../core/ports.ts';
import type { Join } from './recent-joins.ts';

export const noon = new Date(2026, 4, 5, 12).getTime();
const iso = (at: number) => new Date(at).toISOString();

/** Connected, proved ten seconds before noon, nothing unread. */
export const wholeStatus: Status = {
  receiver: { state: 'listening', url: 'http://127.0.0.1:8484' },
  tunnel: {
    state: 'connected',
    provider: 'localtunnel',
    publicUrl: 'https://green.example.org',
    lastProofAt: iso(noon - 10_000),
  },
  store: { state: 'writing', bytes: 0 },
  secrets: { state: 'ready', keptBy: 'the GNOME keyring' },
  alerts: { state: 'working', unread: 0 },
  counters: { unknownKey: 0, tooLarge: 0, tooSlow: 0, headersTooLarge: 0 },
  lastSeq: 0,
  host: 'desktop',
  version: '1.0.0',
  dataDir: '/data',
};

export const join: Join = {
  sessionId: 's1',
  kind: 'joined',
  at: noon - 3 * 60_000,
  who: 'Anna',
  isSample: false,
  isProved: true,
};

export function joinEvent(seq: number, given: Partial<FeedEvent> = {}): FeedEvent {
  return {
    seq,
    id: `e${seq}`,
    endpointId: 'p1',
    vendor: 'bithuman',
    kind: 'session.joined',
    source: 'delivery',
    occurredAt: iso(noon + seq * 1000),
    receivedAt: iso(noon + seq * 1000),
    sessionId: `s${seq}`,
    data: {},
    deliveryId: `d${seq}`,
    verified: true,
    ...given,
  };
}

/** A core that answers what it is told to, and pushes what a test wants. */
export function fakeCore(answers: Record<string, unknown> = {}) {
  const sinks = new Set<Sink>();
  const calls: [command: string, input: unknown][] = [];
  return {
    calls,
    sinks,
    answers,
    push(push: Push): void {
      for (const sink of sinks) void sink(push);
    },
    dispatch: async (command, input) => {
      calls.push([command, input]);
      return Object.hasOwn(answers, command)
        ? { ok: true, value: answers[command] }
        : { ok: false, error: { code: 'not_available', message: 'Not now.' } };
    },
    language: () => 'en',
    subscribe: (sink) => {
      sinks.add(sink);
      return () => void sinks.delete(sink);
    },
  } satisfies Pick<App, 'dispatch' | 'subscribe' | 'language'> & Record<string, unknown>;
}
