import { people } from '../events.ts';
import type { SessionsWords, TranscriptWords } from '../sessions.ts';

export const transcriptDe: TranscriptWords = {
  label: 'Verlauf',
  eventGone: 'Das Gesuchte ist nicht mehr aufbewahrt. Hier steht das Neueste.',
  jump: (fresh) => (fresh === 0 ? 'Zum Neuesten' : `Zum Neuesten (${fresh} neu)`),
  empty: 'Noch keine Nachrichten.',
  session: 'Sitzung',
  since: 'seit',
  showAll: (size) => `Alles zeigen (${size})`,
  showLess: 'Weniger zeigen',
  delivery: 'Zustellung öffnen',
  newestDelivery: 'Neueste Zustellung',
  copyId: 'Sitzungskennung kopieren',
  gone: 'Diese Sitzung gibt es hier nicht mehr.',
  messages: (n) => (n === 1 ? '1 Nachricht' : `${n} Nachrichten`),
  about: (place, participants) => [place, people(participants)].filter((part) => part !== undefined),
  proved: 'nachgewiesen',
  unproved: 'nicht nachgewiesen',
};

export const sessionsDe: SessionsWords = {
  list: 'Sitzungen',
  filter: 'Sitzungen zeigen',
  all: 'Alle',
  states: { live: 'Live', idle: 'Ruhig', ended: 'Beendet' },
  emptyTitle: 'Noch keine Sitzungen',
  empty: 'Sobald ein Anbieter von einem Gespräch berichtet, steht es hier mit seinem Verlauf.',
  emptyFilter: 'Keine Sitzung ist in diesem Zustand.',
  pick: 'Eine Sitzung wählen, um ihren Verlauf zu lesen.',
};
