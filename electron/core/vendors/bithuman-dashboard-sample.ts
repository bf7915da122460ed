import { randomInt } from 'node:crypto';
import type { JsonObject } from '../../../shared/events.ts';
import { randomHex } from './random-hex.ts';
import type { Sample, SignedCall } from './vendor.ts';

/** A delivery of bitHuman's dashboard, unsigned; undefined for what it never tells. */
export function sampleDashboard(sample: Sample): SignedCall | undefined {
  const body = wireBody(sample);
  if (!body) return undefined;
  const test: Record<string, string> = sample.kind === 'endpoint.test' ? { 'X-Test-Webhook': 'true' } : {};
  return {
    headers: { 'Content-Type': 'application/json', ...test },
    body: Buffer.from(JSON.stringify(body)),
  };
}

/** Members in the vendor's own order. */
function wireBody({ kind, at, sessionId, agentId, role, text }: Sample): JsonObject | undefined {
  switch (kind) {
    case 'session.joined':
      return {
        agent_id: agentId,
        event_type: 'room.join',
        data: { room_name: `room-${agentId}-${randomHex(4)}`, participant_count: 2, session_id: sessionId },
        timestamp: wireSeconds(at),
      };
    case 'chat.message': {
      const message = text ?? 'Hello! What can I do for you today?';
      return {
        agent_id: agentId,
        event_type: 'chat.push',
        data: { role: role ?? 'assistant', message, session_id: sessionId, timestamp: wireSeconds(at) },
        timestamp: wireSeconds(at + randomInt(1, 100)),
      };
    }
    case 'endpoint.test':
      return {
        event_type: 'test',
        agent_id: 'test_agent_123',
        data: { session_id: `test_session_${randomHex(4)}` },
        timestamp: wireSeconds(at),
      };
    default:
      return undefined;
  }
}

/** Unix seconds with microseconds, as the vendor writes them; they round back to the same millisecond. */
function wireSeconds(milliseconds: number): number {
  const microseconds = Math.round(milliseconds) * 1000 + randomInt(0, 400);
  return microseconds / 1e6;
}
