import type { JsonObject } from '../../../shared/events.ts';
import { tellBithuman } from './bithuman-facts.ts';
import { bithumanHeaders } from './bithuman-headers.ts';
import { asObject, firstOf, readId, readKeyword } from './fields.ts';
import { keepable } from './keepable.ts';
import { readMoment } from './moment.ts';
import { omitAbsent } from './omit-absent.ts';
import type { Call, Fact, Reading } from './vendor.ts';

/**
 * Reads both generations of bitHuman, whichever endpoint they reach: what the dashboard sends (today's form and
 * those of older samples) and what the REST API sends. Leaves the delivery id to `readDeliveryId`.
 */
export function readBithuman(call: Call, body: JsonObject): Reading {
  const data = asObject(body.data);
  const type = firstOf([body], ['event_type', 'event', 'type'], readKeyword) ?? '';
  const test = type === 'ping' || type === 'test' || hasTestHeader(call, body);
  const told = test
    ? { kind: 'endpoint.test' as const, data: keepable(data ?? body) }
    : (tellBithuman(type, body, data) ?? { kind: 'unknown' as const, data: keepable(body) });
  const fact: Fact = omitAbsent({
    ...told,
    occurredAt: readOccurredAt(call, body, type === 'chat.push'),
    vendorSessionId: test ? undefined : firstOf([data, body], ['session_id', 'sessionId'], readId),
    agentId: firstOf([body, data], ['agent_id', 'agent_code', 'agentId', 'code'], readId),
  });
  return { test, facts: [fact] };
}

/** Only the REST API says `created`; the dashboard says `timestamp`. */
export function isRestShaped(body: JsonObject): boolean {
  return body.created !== undefined;
}

/** The REST API's id of a delivery. One over 200 characters is none: cut, it could equal another one. */
export function readDeliveryId(call: Call, body: JsonObject): string | undefined {
  const ids = [body.id, call.header('x-bithuman-delivery')].filter((id) => typeof id === 'string');
  return ids.map((id) => id.trim().toWellFormed()).find((id) => id !== '' && id.length <= 200);
}

/** The Test button's header. Nothing signs it, so it has no say over bodies that have `ping` for a test. */
function hasTestHeader(call: Call, body: JsonObject): boolean {
  return call.header('x-test-webhook')?.trim().toLowerCase() === 'true' && !isRestShaped(body);
}

/** A chat's own time is the truer one; elsewhere `data` may speak of another moment. */
function readOccurredAt(call: Call, body: JsonObject, isChat: boolean): number | undefined {
  const inner = asObject(body.data)?.timestamp;
  const outer = [body.created, body.timestamp];
  const times = isChat ? [inner, ...outer] : [...outer, inner];
  return [...times, call.header(bithumanHeaders.timestamp)]
    .map(readMoment)
    .find((time) => time !== undefined);
}
