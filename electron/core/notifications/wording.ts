import { cleanText } from '../../../shared/clean-text.ts';
import type { FeedEvent } from '../../../shared/events.ts';

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
export function whoOf({ agent, endpoint }: Names): string {
  return cleanText(agent ?? endpoint ?? '', NAME_LENGTH) || 'your avatar';
}

/** @param quotes whether what was said may be shown */
export function wordsFor(event: FeedEvent, names: Names, quotes: boolean, watched?: string): Words {
  const who = whoOf(names);
  const place = placeOf(event, names);
  switch (event.kind) {
    case 'session.joined':
      return { title: `Someone joined ${who}`, body: joined(inRoom(event), place) };
    case 'session.started':
      return { title: `A conversation with ${who} began`, body: place };
    case 'session.idle':
      return { title: `A conversation with ${who} went idle`, body: place };
    case 'session.timed_out':
      return { title: `A conversation with ${who} timed out`, body: place };
    case 'session.ended':
      return { title: `A conversation with ${who} ended`, body: place };
    case 'chat.message':
      return {
        title: messageTitle(who, quotes, watched),
        body: quotes ? cleanText(`“${textOf(event)}”`, BODY_LENGTH) : place,
      };
    case 'agent.ready':
      return { title: `${who} is ready`, body: place };
    case 'agent.failed':
      return { title: `${who} could not be made`, body: joined(reasonOf(event), place) };
    case 'video.completed':
      return { title: `A video of ${who} is ready`, body: place };
    case 'video.failed':
      return { title: `A video of ${who} failed`, body: joined(reasonOf(event), place) };
    default:
      return { title: cleanText(event.kind, TITLE_LENGTH), body: place };
  }
}

function messageTitle(who: string, quotes: boolean, watched: string | undefined): string {
  if (watched === undefined) return `A message to ${who}`;
  return quotes
    ? `“${cleanText(watched, NAME_LENGTH)}” in a conversation with ${who}`
    : `A watched word with ${who}`;
}

function inRoom({ data: { room, participants } }: FeedEvent): string {
  const name = typeof room === 'string' ? cleanText(room, NAME_LENGTH) : '';
  const many = typeof participants === 'number' && participants > 1 ? `${participants} people there` : '';
  return joined(name && `Room ${name}`, many);
}

function textOf({ data: { text } }: FeedEvent): string {
  return typeof text === 'string' ? text.slice(0, BODY_LENGTH * 8) : '';
}

function reasonOf({ data: { reason } }: FeedEvent): string {
  return typeof reason === 'string' ? cleanText(reason, 120) : '';
}

/** Where it came in, and what is to be known of its truth. */
function placeOf({ source, verified }: FeedEvent, { endpoint }: Names): string {
  const truth = source === 'sample' ? 'Sample' : source !== 'delivery' || verified ? '' : 'Not proved';
  return joined(cleanText(endpoint ?? '', NAME_LENGTH), truth);
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
