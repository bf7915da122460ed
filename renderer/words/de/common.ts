import type {
  CommonWords,
  LinkDownWords,
  LockedWords,
  NoticesWords,
  ScreenNamesWords,
  StateWords,
} from '../common.ts';

export const commonDe: CommonWords = {
  product: 'Greenroom',
  screens: 'Ansichten',
  skip: 'Zum Inhalt',
  back: 'Zurück',
  cancel: 'Abbrechen',
  close: 'Schließen',
  save: 'Sichern',
  copied: 'Kopiert',
  notCopied: 'Kopieren ging nicht',
  tryAgain: 'Erneut versuchen',
  loading: 'Wird geladen …',
  path: 'Weg einer Zustellung',
  crashed: 'Dieses Fenster funktioniert nicht mehr.',
  reload: 'Neu laden',
};

export const screenNamesDe: ScreenNamesWords = {
  live: 'Live',
  sessions: 'Sitzungen',
  deliveries: 'Zustellungen',
  insights: 'Auswertung',
  endpoints: 'Endpunkte',
  settings: 'Einstellungen',
  connection: 'Verbindung',
};

export const stateWordsDe: StateWords = { live: 'live', idle: 'ruhig', ended: 'beendet' };

export const lockedDe: LockedWords = {
  title: 'Dieser Link ist verbraucht oder abgelaufen',
  text: 'Jeder Link öffnet Greenroom einmal, in einem Browser. Einen neuen gibt es dort, wo Greenroom läuft:',
  command: 'npm run link',
  copy: 'Befehl kopieren',
  again: 'Der neue Link ist geöffnet',
};

export const linkDownDe: LinkDownWords = {
  title: 'Greenroom läuft nicht.',
  text: 'Was hier steht, kann veraltet sein. Die Verbindung wird wieder gesucht …',
};

export const noticesDe: NoticesWords = {
  title: 'Hinweise',
  fresh: 'Neue Hinweise',
  open: (n) => (n === 0 ? 'Hinweise' : `Hinweise, ${n}`),
  none: 'Nichts zu melden.',
  dismiss: 'Verwerfen',
  endpoint: 'Endpunkt öffnen',
  connection: 'Verbindung öffnen',
};
