import type { AlertTopic } from '../../../shared/alerts.ts';
import type { EventKind } from '../../../shared/events.ts';
import type { Language } from '../../../shared/language.ts';
import { listed } from './listed.ts';
import { phrasesDe } from './phrases-de.ts';
import { spanOf } from './span.ts';

/** Whom an alert can be about by its title alone. */
export type TitledKind = Exclude<EventKind, 'chat.message' | 'endpoint.test' | 'gap' | 'unknown'>;

/** What alerts are made of. Names and quotes are put in as they are: whoever uses it cleans them. */
export interface Phrases {
  /** Where neither an agent's nor an endpoint's name is known. */
  avatar: string;
  titles: Record<TitledKind, (who: string) => string>;
  quote: (text: string) => string;
  message: (who: string) => string;
  watched: (who: string) => string;
  watchedWord: (word: string, who: string) => string;
  room: (name: string) => string;
  /** Two or more. */
  people: (count: number) => string;
  sample: string;
  notProved: string;
  /** Several in one. */
  counted: Record<Exclude<AlertTopic, 'agents'>, (count: number) => string>;
  agents: (count: number, failed: boolean) => string;
  /** `a, b and c`. */
  all: (parts: readonly string[]) => string;
  andOthers: (names: string) => string;
  /** Of one minute or more. */
  within: (minutes: number, names: string) => string;
  ago: (minutes: number) => string;
  also: (titles: string) => string;
  trial: { title: string; body: string };
}

/** `minute`, `5 minutes`, `2 hours`. */
function span(minutes: number): string {
  const { unit, many } = spanOf(minutes);
  return many === 1 ? unit : `${many} ${unit}s`;
}

const counted = (one: string, many: string) => (count: number) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;
const more = (count: number) => `${count} more`;

export const phrasesEn: Phrases = {
  avatar: 'your avatar',
  titles: {
    'session.joined': (who) => `Someone joined ${who}`,
    'session.started': (who) => `A conversation with ${who} began`,
    'session.idle': (who) => `A conversation with ${who} went idle`,
    'session.timed_out': (who) => `A conversation with ${who} timed out`,
    'session.ended': (who) => `A conversation with ${who} ended`,
    'agent.ready': (who) => `${who} is ready`,
    'agent.failed': (who) => `${who} could not be made`,
    'video.completed': (who) => `A video of ${who} is ready`,
    'video.failed': (who) => `A video of ${who} failed`,
  },
  quote: (text) => `“${text}”`,
  message: (who) => `A message to ${who}`,
  watched: (who) => `A watched word with ${who}`,
  watchedWord: (word, who) => `“${word}” in a conversation with ${who}`,
  room: (name) => `Room ${name}`,
  people: (count) => `${count} people there`,
  sample: 'Sample',
  notProved: 'Not proved',
  counted: {
    joined: counted('person joined', 'people joined'),
    started: counted('conversation began', 'conversations began'),
    message: counted('message', 'messages'),
    watched: counted('message with a watched word', 'messages with watched words'),
    sessions: counted('session idle or ended', 'sessions idle or ended'),
    connection: more,
    trouble: more,
    trial: more,
  },
  agents: (count, failed) =>
    `${count} ${count === 1 ? 'agent or video' : 'agents or videos'} ${failed ? 'failed' : 'ready'}`,
  all: listed('and'),
  andOthers: (names) => `${names} and others`,
  within: (minutes, names) => `In the last ${span(minutes)}: ${names}`,
  ago: (minutes) => `${minutes === 1 ? '1 minute' : span(minutes)} ago`,
  also: (titles) => `Also: ${titles}`,
  trial: { title: 'Greenroom can reach you', body: 'This is what an alert looks like.' },
};

const phrases: Record<Language, Phrases> = { en: phrasesEn, de: phrasesDe };

export function phrasesIn(language: Language): Phrases {
  return phrases[language];
}
