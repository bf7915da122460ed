import type { ChatRole, Json, JsonObject } from '../../../shared/events.ts';
import { asObject, firstOf, readKeyword, readText } from './fields.ts';
import type { Fact } from './vendor.ts';

const roles: ReadonlyMap<string, ChatRole> = new Map<string, ChatRole>([
  ['user', 'user'],
  ['human', 'user'],
  ['visitor', 'user'],
  ['assistant', 'assistant'],
  ['agent', 'assistant'],
  ['avatar', 'assistant'],
  ['bot', 'assistant'],
]);

/** One message, whether `message` is its text or holds it as `content`; undefined where there is no text. */
export function tellChat(
  body: JsonObject,
  data: JsonObject | undefined,
): Pick<Fact, 'kind' | 'data'> | undefined {
  const text = firstOf([data, body], ['message'], readMessage);
  if (text === undefined) return undefined;
  const message = asObject(data?.message ?? body.message);
  const role = readRole([data?.role, message?.role, message?.type, body.role]);
  return { kind: 'chat.message', data: { role, text } };
}

function readMessage(value: Json | undefined): string | undefined {
  return readText(value) ?? firstOf([asObject(value)], ['content', 'text'], readText);
}

function readRole(candidates: readonly (Json | undefined)[]): ChatRole {
  const known = candidates.map((value) => roles.get(readKeyword(value) ?? ''));
  return known.find((role) => role !== undefined) ?? 'other';
}
