import { cleanText } from '../../../shared/clean-text.ts';
import type { EventKind, FeedEvent } from '../../../shared/events.ts';
import type { Phrases, TitledKind } from '../words/phrases.ts';

export const TITLE_LENGTH = 80;
export const BODY_LENGTH = 200;
const NAME_LENGTH = 32;

export interface Names {
  /** The endpoint's name, as the user gave it. */
  endpoint?: string | undefined;
  /** The agent's, as the vendor tells it. */
  agent?: string | undefined;
}

export interface Words {
  title: string;
  body: string;
}

/** Who an event is about, for people. */
export function whoOf({ agent, endpoint }: Names, { avatar }: Phrases): string {
  return cleanText(agent ?? endpoint ?? '', NAME_LENGTH) || avatar;
}

/** @param quotes whether what was said may be shown */
export function wordsFor(
  event: FeedEvent,
  names: Names,
  phrases: Phrases,
  quotes: boolean,
  watched?: string,
): Words {
  const who = whoOf(names, phrases);
  const place = placeOf(event, names, phrases);
  const { kind } = event;
  if (kind === 'chat.message') {
    return {
      title: messageTitle(who, phrases, quotes, watched),
      body: quotes ? cleanText(phrases.quote(textOf(event)), BODY_LENGTH) : place,
    };
  }
  if (!isTitled(kind, phrases)) return { title: cleanText(kind, TITLE_LENGTH), body: place };
  const more =
    kind === 'session.joined' ? inRoom(event, phrases) : kind.endsWith('.failed') ? reasonOf(event) : '';
  return { title: phrases.titles[kind](who), body: joined(more, place) };
}

function isTitled(kind: EventKind, { titles }: Phrases): kind is TitledKind {
  return Object.hasOwn(titles, kind);
}

function messageTitle(who: string, phrases: Phrases, quotes: boolean, watched: string | undefined): string {
  if (watched === undefined) return phrases.message(who);
  return quotes ? phrases.watchedWord(cleanText(watched, NAME_LENGTH), who) : phrases.watched(who);
}

function inRoom({ data: { room, participants } }: FeedEvent, phrases: Phrases): string {
  const name = typeof room === 'string' ? cleanText(room, NAME_LENGTH) : '';
  const many = typeof participants === 'number' && participants > 1 ? phrases.people(participants) : '';
  return joined(name && phrases.room(name), many);
}

function textOf({ data: { text } }: FeedEvent): string {
  return typeof text === 'string' ? text.slice(0, BODY_LENGTH * 8) : '';
}

function reasonOf({ data: { reason } }: FeedEvent): string {
  return typeof reason === 'string' ? cleanText(reason, 120) : '';
}

/** Where it came in, and what is to be known of its truth. */
function placeOf({ source, verified }: FeedEvent, { endpoint }: Names, phrases: Phrases): string {
  const isUnproved = source === 'delivery' && !verified;
  const truth = source === 'sample' ? phrases.sample : isUnproved ? phrases.notProved : '';
  return joined(cleanText(endpoint ?? '', NAME_LENGTH), truth);
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
