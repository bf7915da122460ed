import type { EventKind } from '../../../shared/events.ts';
import type { EventTexts, TagHintWords, TagWords } from '../events.ts';

export const eventTextsDe: EventTexts = {
  joined: (name) => `Jemand ist bei ${name}`,
  started: 'Gespräch begonnen',
  quiet: 'Eine Weile ruhig',
  timedOut: 'Gespräch abgelaufen',
  ended: 'Sitzung beendet',
  agentReady: 'Agent bereit',
  agentFailed: 'Agent fehlgeschlagen',
  videoReady: 'Video fertig',
  videoFailed: 'Video fehlgeschlagen',
  test: 'Test empfangen',
  testLine: 'Dieser Weg herein geht.',
  unknown: 'Etwas Neues',
  notUnderstood: 'Nicht verstanden; aufbewahrt, wie es kam.',
  visitor: 'Besucher',
  someone: 'Jemand',
  to: (name) => `an ${name}`,
  people: (n) => (n === 1 ? '1 Person' : `${n} Personen`),
  finishedOf: (agent) => `${agent} ist fertig erzeugt`,
  finished: 'Fertig erzeugt',
};

export const kindWordsDe: Record<EventKind, string> = {
  'session.joined': 'Jemand kam dazu',
  'session.started': 'Gespräch begonnen',
  'session.idle': 'Wurde ruhig',
  'session.timed_out': 'Abgelaufen',
  'session.ended': 'Sitzung beendet',
  'chat.message': 'Nachricht',
  'agent.ready': 'Agent bereit',
  'agent.failed': 'Agent fehlgeschlagen',
  'video.completed': 'Video fertig',
  'video.failed': 'Video fehlgeschlagen',
  'endpoint.test': 'Test',
  gap: 'Lücke',
  unknown: 'Etwas Neues',
};

export const tagsDe: TagWords = {
  sample: 'Beispiel',
  late: 'verspätet',
  unproved: 'ohne Nachweis',
  fetched: 'später geholt',
};

export const tagHintsDe: TagHintWords = {
  sample: 'Ein Beispiel, das Greenroom selbst gesendet hat.',
  late: 'Zuerst abgelehnt; nachgewiesen, nachdem ein Geheimnis berichtigt war.',
  unproved: 'Es kam ohne Nachweis: Wer die Adresse kennt, könnte es gesendet haben.',
  fetched:
    'Es kam nicht als Zustellung an. Greenroom hat es später beim Anbieter geholt; nur dessen eigene Angabe weist es nach.',
};
