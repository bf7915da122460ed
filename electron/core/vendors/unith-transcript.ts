import { hash } from 'node:crypto';
import type { ChatRole, JsonObject } from '../../../shared/events.ts';
import { firstOf, readKeyword, readText } from './fields.ts';
import { readMoment } from './moment.ts';
import type { FetchedFact, TranscriptOf } from './vendor-api.ts';

/**
 * What was said, as facts. A message has no id: its key is made of what it says and of how many equal ones stand before
 * it, so that a transcript that is fetched again, longer or in another order, adds only what is new.
 * @param now stands for the time of messages where none of them tells one
 */
export function factsOfTranscript(
  of: TranscriptOf,
  messages: readonly JsonObject[],
  now = Date.now(),
): FetchedFact[] {
  const counts = new Map<string, number>();
  let before = messages.map(timeOf).find((at) => at !== undefined) ?? now;
  return messages.flatMap((message) => {
    const text = firstOf([message], ['text', 'message', 'content'], readText);
    if (text === undefined || text.trim() === '') return [];
    const at = timeOf(message);
    const role = roleOf(message);
    const same = hash('sha256', JSON.stringify([of.vendorSessionId, role, text, at ?? null]));
    const nth = (counts.get(same) ?? 0) + 1;
    counts.set(same, nth);
    // Without a time of its own it stands beside the one before it, the first of all beside the next.
    before = at ?? before;
    const { vendorSessionId, agentId } = of;
    return [
      {
        kind: 'chat.message' as const,
        occurredAt: before,
        vendorSessionId,
        ...(agentId !== undefined && { agentId }),
        data: { role, text },
        key: `chat ${same} ${nth}`,
        unlessTold: false,
      },
    ];
  });
}

function timeOf(message: JsonObject): number | undefined {
  return firstOf([message], ['timestamp', 'created_at', 'time'], readMoment);
}

function roleOf(message: JsonObject): ChatRole {
  const type = firstOf([message], ['message_type', 'messageType', 'role', 'type'], readKeyword);
  if (type === 'user.input' || type === 'user') return 'user';
  return type === undefined ? 'other' : 'assistant';
}
