import type { EventKind, FeedEvent } from '../../../../shared/events.ts';
import type { Notice, NoticeCode } from '../../../../shared/status.ts';

let seq = 0;

/** An event as the feed gives it, of one endpoint, agent and session. */
export function eventOf(kind: EventKind, part: Partial<FeedEvent> = {}): FeedEvent {
  seq += 1;
  return {
    seq,
    id: `event-${seq}`,
    endpointId: 'endpoint-1',
    vendor: 'bithuman',
    kind,
    source: 'delivery',
    occurredAt: '2026-03-04T12:00:00.000Z',
    receivedAt: '2026-03-04T12:00:01.000Z',
    sessionId: 'session-1',
    agentId: 'agent-1',
    data: {},
    deliveryId: `delivery-${seq}`,
    verified: true,
    ...part,
  };
}

export function messageOf(text: string, role = 'user', part: Partial<FeedEvent> = {}): FeedEvent {
  return eventOf('chat.message', { data: { role, text }, ...part });
}

export function noticeOf(code: NoticeCode, part: Partial<Notice> = {}): Notice {
  return {
    id: `notice-${code}`,
    at: '2026-03-04T12:00:00.000Z',
    level: 'error',
    code,
    title: `Title of ${code}`,
    text: 'What it means.',
    ...part,
  };
}
