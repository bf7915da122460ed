import { listed } from './listed.ts';
import type { Phrases } from './phrases.ts';
import { spanOf } from './span.ts';

const counted = (one: string, many: string) => (count: number) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;
const more = (count: number) => `${count} weitere`;

/** In the dative, as both `in` and `vor` want it: `5 Minuten`, `2 Stunden`. */
function span(minutes: number): string {
  const { unit, many } = spanOf(minutes);
  return `${many} ${unit === 'minute' ? 'Minute' : 'Stunde'}${many === 1 ? '' : 'n'}`;
}

export const phrasesDe: Phrases = {
  avatar: 'Avatar',
  titles: {
    'session.joined': (who) => `Jemand ist bei ${who}`,
    'session.started': (who) => `Ein Gespräch mit ${who} hat begonnen`,
    'session.idle': (who) => `Ein Gespräch mit ${who} ist ruhig geworden`,
    'session.timed_out': (who) => `Ein Gespräch mit ${who} ist abgelaufen`,
    'session.ended': (who) => `Ein Gespräch mit ${who} ist beendet`,
    'agent.ready': (who) => `Bereit: ${who}`,
    'agent.failed': (who) => `Fehlgeschlagen: ${who}`,
    'video.completed': (who) => `Ein Video von ${who} ist fertig`,
    'video.failed': (who) => `Ein Video von ${who} ist fehlgeschlagen`,
  },
  quote: (text) => `„${text}“`,
  message: (who) => `Eine Nachricht an ${who}`,
  watched: (who) => `Ein beobachtetes Wort bei ${who}`,
  watchedWord: (word, who) => `„${word}“ in einem Gespräch mit ${who}`,
  room: (name) => `Raum ${name}`,
  people: (count) => `${count} Personen dort`,
  sample: 'Beispiel',
  notProved: 'Ohne Nachweis',
  counted: {
    joined: counted('Person kam dazu', 'Personen kamen dazu'),
    started: counted('Gespräch hat begonnen', 'Gespräche haben begonnen'),
    message: counted('Nachricht', 'Nachrichten'),
    watched: counted('Nachricht mit beobachtetem Wort', 'Nachrichten mit beobachteten Wörtern'),
    sessions: counted('Sitzung ruhig oder beendet', 'Sitzungen ruhig oder beendet'),
    connection: more,
    trouble: more,
    trial: more,
  },
  agents: (count, failed) =>
    `${count} ${count === 1 ? 'Agent oder Video' : 'Agenten oder Videos'} ${failed ? 'fehlgeschlagen' : 'fertig'}`,
  all: listed('und'),
  andOthers: (names) => `${names} und andere`,
  within: (minutes, names) =>
    `In ${minutes === 1 ? 'der letzten Minute' : `den letzten ${span(minutes)}`}: ${names}`,
  ago: (minutes) => `Vor ${span(minutes)}`,
  also: (titles) => `Auch: ${titles}`,
  trial: { title: 'Greenroom kann melden', body: 'So sieht eine Benachrichtigung aus.' },
};
