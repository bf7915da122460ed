import type { EventKind, Json, JsonObject } from '../../../shared/events.ts';
import { tellChat } from './bithuman-chat.ts';
import { asObject, firstOf, readCount, readId, readText } from './fields.ts';
import { keepable } from './keepable.ts';
import { omitAbsent } from './omit-absent.ts';
import type { Fact } from './vendor.ts';

type Told = Pick<Fact, 'kind' | 'data'>;
type Teller = (body: JsonObject, data: JsonObject | undefined) => Told | undefined;

const tellers: ReadonlyMap<string, Teller> = new Map<string, Teller>([
  ['room.join', tellJoin],
  ['chat.push', tellChat],
  ['agent.ready', tellAll('agent.ready')],
  ['agent.failed', (body, data) => ({ kind: 'agent.failed', data: { reason: readReason(body, data) } })],
  ['video.completed', tellAll('video.completed')],
  ['video.failed', tellVideoFailed],
]);

/**
 * What a bitHuman event says; undefined where its type is unknown or its content unreadable.
 * @param data Undefined where everything lies flat in the body.
 */
export function tellBithuman(type: string, body: JsonObject, data: JsonObject | undefined): Told | undefined {
  return tellers.get(type)?.(body, data);
}

function tellAll(kind: EventKind): Teller {
  return (body, data) => ({ kind, data: keepable(data ?? body) });
}

function tellJoin(body: JsonObject, data: JsonObject | undefined): Told {
  const room = firstOf([data, body], ['room_name', 'roomName'], readId);
  const participants = firstOf([data, body], ['participant_count', 'participantCount'], readCount);
  const user = readId(asObject(data?.user)?.id);
  return { kind: 'session.joined', data: omitAbsent({ room, participants, user }) };
}

function tellVideoFailed(body: JsonObject, data: JsonObject | undefined): Told {
  const { error: _, ...rest } = keepable(data ?? body);
  return { kind: 'video.failed', data: { ...rest, reason: readReason(body, data) } };
}

function readReason(body: JsonObject, data: JsonObject | undefined): string {
  return firstOf([data, body], ['error', 'error_message', 'reason'], readNote) ?? 'bitHuman gave no reason';
}

function readNote(value: Json | undefined): string | undefined {
  return readText(value)?.trim() || readText(asObject(value)?.message)?.trim() || undefined;
}
