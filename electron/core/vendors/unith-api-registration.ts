import { AppError } from '../../../shared/errors.ts';
import type { JsonObject } from '../../../shared/events.ts';
import { readId, readKeyword, readText } from './fields.ts';
import { readMoment } from './moment.ts';
import { omitAbsent } from './omit-absent.ts';
import type { ListedRegistration, WantedRegistration } from './vendor-api.ts';

/** What UNITH calls its events on the wire, and the flag of a registration that asks for each. */
const flags = {
  start_conversation: 'startConversation',
  end_conversation: 'endConversation',
  timeout_conversation: 'timeoutConversation',
  inactivity_warning: 'inactivityWarning',
} as const;
type EventName = keyof typeof flags;

export const eventNames = Object.keys(flags) as EventName[];

/** As UNITH takes it; a paused one asks for nothing. @throws AppError `bad_input` for an event that UNITH does not have */
export function bodyOf({ url, events, active }: WantedRegistration) {
  const wanted = new Set(events.length === 0 ? eventNames : events.map(readEvent));
  const on = eventNames.map((name) => [flags[name], active && wanted.has(name)] as const);
  return { webhookUrl: url, ...(Object.fromEntries(on) as Record<(typeof flags)[EventName], boolean>) };
}

/** Empty where the row is none of a registration. */
export function readRegistration(one: JsonObject): ListedRegistration[] {
  const ref = readId(one.id);
  const url = readText(one.webhookUrl);
  if (ref === undefined || !url) return [];
  const events = eventNames.filter((name) => one[flags[name]] === true);
  const createdAt = readMoment(one.createdAt);
  return [
    omitAbsent({
      ref,
      url,
      events,
      active: events.length > 0,
      target: readId(one.headId),
      secret: readText(one.sharedKey) || undefined,
      createdAt: createdAt === undefined ? undefined : new Date(createdAt).toISOString(),
    }),
  ];
}

/** In any case: the documents write some in capitals. */
function readEvent(text: string): EventName {
  const keyword = readKeyword(text);
  const name = eventNames.find((one) => readKeyword(one) === keyword);
  if (name) return name;
  throw new AppError('bad_input', `UNITH has no event "${text}". It has ${eventNames.join(', ')}.`);
}
