import type { AlsoKnownAsWords, CommandsWords, SearchWords } from '../search.ts';

export const searchDe: SearchWords = {
  label: 'Suche',
  hint: 'Wörter, Sitzungen, Agenten …',
  longHint: 'Irgendetwas finden oder tun',
  results: 'Gefundenes',
  groups: {
    recent: 'Zuvor gesucht',
    thing: 'Hingehen oder tun',
    delivery: 'Zustellungen',
    session: 'Sitzungen',
    event: 'In dem, was geschah',
  },
  kinds: { command: 'Befehl', screen: 'Ansicht', endpoint: 'Endpunkt', agent: 'Agent' },
  nothing: (query) => `Nichts gefunden zu „${query}“.`,
  nothingNext:
    'Gefunden werden ganze Wörter und ihre Anfänge, in allem noch Aufbewahrten. Weniger Wörter versuchen, oder eine Kennung.',
  tooShort: 'Noch einen Buchstaben, um in dem zu suchen, was geschah.',
  searching: 'Wird gesucht …',
  count: (n, more) => (n === 1 && !more ? '1 Treffer' : `${n}${more ? '+' : ''} Treffer`),
  more: 'Zu sehen sind die neuesten. Ein weiteres Wort findet ältere.',
  inRaw: 'In der rohen Zustellung',
  delivery: (id) => `Zustellung ${id}`,
  session: (id) => `Kennung ${id}`,
  forget: 'Diese Suchen vergessen',
  noSession: (name) => `Von ${name} ist noch nichts aufbewahrt.`,
  failed: 'Das ging nicht.',
  keys: { move: 'bewegen', open: 'öffnen', close: 'schließen' },
};

export const commandsDe: CommandsWords = {
  newEndpoint: 'Neuer Endpunkt',
  sample: (endpoint) => `Ein Beispiel an ${endpoint} senden`,
  pause: {
    quarter: 'Benachrichtigungen 15 Minuten pausieren',
    hour: 'Benachrichtigungen eine Stunde pausieren',
    tomorrow: 'Benachrichtigungen bis morgen pausieren',
  },
  paused: (until) => `Benachrichtigungen machen Pause bis ${until}.`,
  resume: 'Benachrichtigungen fortsetzen',
  resumed: 'Benachrichtigungen sind wieder an.',
  prove: 'Den Weg herein jetzt prüfen',
  themes: { light: 'Helle Farben', dark: 'Dunkle Farben', system: 'Farben wie das System' },
  section: (name) => `Einstellungen: ${name}`,
  keys: 'Tastenkürzel',
};

export const alsoKnownAsDe: AlsoKnownAsWords = {
  newEndpoint: 'anlegen hinzufügen erstellen webhook',
  sample: 'test probieren zustellung',
  pause: 'stumm ruhe mitteilungen stille',
  resume: 'nicht mehr stumm mitteilungen',
  prove: 'tunnel weg verbindung testen',
  theme: 'aussehen thema farben umschalten',
  section: 'optionen vorlieben',
  keys: 'hilfe tastatur',
  connection: 'zeigen tunnel weg herein öffentliche adresse',
};
