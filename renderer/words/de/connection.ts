import type { BreaksWords, ConnectionWords } from '../connection.ts';

export const connectionDe: ConnectionWords = {
  way: 'Der ganze Weg einer Zustellung',
  stations: { vendor: 'Anbieter', tunnel: 'Weg herein', here: 'Dieser Rechner', kept: 'Aufbewahrt' },
  states: {
    ok: 'geht',
    busy: 'in Arbeit',
    none: 'nicht eingerichtet',
    broken: 'unterbrochen',
    unknown: 'nicht bekannt',
  },
  fixes: {
    retry: 'Jetzt versuchen',
    prove: 'Jetzt prüfen',
    choose: 'Einen Weg herein wählen',
    token: 'Das Token eingeben',
    create: 'Einen Endpunkt anlegen',
    settings: 'Einstellungen öffnen',
    endpoint: 'Den Endpunkt öffnen',
    register: 'Jetzt versuchen',
  },
  publicUrl: 'Öffentliche Adresse',
  copyUrl: 'Öffentliche Adresse kopieren',
  proof: 'Letzter Nachweis',
  roundTrip: 'Hin und zurück',
  ms: (ms) => `${Math.round(ms)} ms`,
  reason: 'Grund',
  next: 'Nächster Versuch',
  listens: 'Hört auf',
  bytes: 'Belegt',
  noEndpoints: 'Noch kein Endpunkt',
  more: (n) => `und ${n} weitere`,
  off: 'ausgeschaltet',
  stages: {
    none: 'nicht verbunden',
    running: 'wird verbunden …',
    leaving: 'wird getrennt …',
    waiting: 'noch nicht nachgewiesen',
    moved: 'braucht die neue Adresse',
    paused: 'wird bald erneut versucht',
    failed: 'fehlgeschlagen',
    registered: 'registriert',
  },
  choose: 'Der Weg herein',
  chooseHint:
    'Über ihn erreichen Anbieter im Internet diesen Rechner. Nur Zustellungen an die Endpunkte kommen herein; dieses Fenster ist nie aus dem Internet zu erreichen.',
  stable: 'Adresse bleibt',
  changes: 'Adresse kann wechseln',
  inUse: 'in Gebrauch',
  use: 'Diesen Weg nehmen',
  close: 'Den Weg schließen',
  saved: 'Gesichert',
  tokenKept: 'Ein Token ist aufbewahrt. Leer lassen, um dabei zu bleiben.',
  tokenHint: 'Bei den Geheimnissen auf diesem Rechner aufbewahrt und nie wieder gezeigt.',
  tokenPage: 'Wo es das gibt',
  forget: 'Das Token vergessen',
  needsToken: (label) => `Es fehlt: ${label}.`,
  fields: { tunnelHost: 'Eigener Server', publicUrl: 'Öffentliche Adresse', tunnelDomain: 'Domain' },
  hints: {
    tunnelHost: 'Leer lassen für den öffentlichen.',
    publicUrl: 'Sie muss zum Empfänger führen, mit unverändertem Pfad.',
    tunnelDomain: 'Eine, die dem Konto gehört. Leer lassen, um eine zu bekommen.',
  },
  placeholders: {
    tunnelHost: 'https://tunnel.example.org',
    publicUrl: 'https://hooks.example.org',
    tunnelDomain: 'me.example.org',
  },
  badAddress: 'Eine https-Adresse, ohne Namen, Kennwort oder Abfrage darin.',
  badDomain: 'Eine Domain wie me.example.org.',
  overridden: (running, saved) =>
    `Dieser Lauf wurde mit einem eigenen Weg herein gestartet: ${running}. Was hier gewählt wird, gilt ab dem nächsten Start; jetzt gesichert: ${saved}.`,
  safer: 'Sicherer sind:',
  quit: 'Wenn Greenroom beendet wird',
  quitHint: 'Was aus dem wird, was die Anbieter wissen.',
  onQuit: {
    auto: {
      label: 'Selbsttätig',
      text: 'Behalten, wo die Adresse bleibt; zurückgenommen, wo der nächste Start eine andere bekommt.',
    },
    keep: {
      label: 'Behalten',
      text: 'Anbieter rufen weiter auf, während Greenroom zu ist. Was sie nicht zustellen können, wird beim nächsten Start gesucht.',
    },
    remove: {
      label: 'Entfernen',
      text: 'Anbieter hören auf und erfahren es beim nächsten Start wieder. Nichts geht an eine Adresse, die dann vielleicht jemand anderem gehört.',
    },
  },
};

export const breaksDe: BreaksWords = {
  noHost: { title: 'Greenroom läuft nicht', text: 'Die Verbindung wird wieder gesucht …' },
  unheard: { title: 'Greenroom wird gefragt, wie es steht …', text: '' },
  receiver: { title: 'Dieser Rechner nimmt keine Zustellungen an', text: 'Greenroom neu starten.' },
  store: {
    title: 'Zustellungen können nicht aufbewahrt werden',
    text: 'Die Anbieter sollen es später wieder versuchen. Platz auf der Platte schaffen oder weniger behalten.',
  },
  off: {
    title: 'Es gibt keinen Weg herein aus dem Internet',
    text: 'Auf diesem Rechner ist alles bereit. Noch zu wählen ist, wie Anbieter ihn erreichen.',
  },
  offForThisRun: {
    title: 'Dieser Lauf wurde ohne Weg herein gestartet',
    text: 'Greenroom ohne --tunnel off starten, um den gesicherten zu öffnen.',
  },
  opening: { title: 'Der Weg herein wird geöffnet …', text: 'Das dauert einige Sekunden.' },
  unproved: {
    title: 'Der Weg herein ist nicht nachgewiesen',
    text: 'Seit über einer Minute kam kein Prüfaufruf über die öffentliche Adresse zurück.',
  },
  lost: 'Der Weg herein ist verloren',
  failed: 'Der Weg herein lässt sich nicht öffnen',
  meaning(code) {
    switch (code) {
      case 'tunnel_rate_limited':
        return 'Greenroom wartet so lange wie nötig. Ein anderer Weg geht sofort.';
      case 'tunnel_refused':
        return 'Ein anderer Weg herein geht vielleicht.';
      case 'tunnel_down':
      case 'timed_out':
        return 'Solange können Anbieter nicht zustellen; was fehlt, wird danach gesucht.';
      default:
        return undefined;
    }
  },
  noEndpoint: {
    title: 'Der Weg ist offen, führt aber zu keinem Endpunkt',
    text: 'Für jeden Anbieter, der hierher zustellen soll, einen anlegen.',
  },
  notRegistered: (name) => `„${name}“ ist nicht mit dem Anbieter verbunden`,
  moved: (name) => `Der Anbieter von „${name}“ hat eine alte Adresse`,
  movedText: 'Die öffentliche Adresse hat sich geändert; diesem Anbieter muss es von Hand gesagt werden.',
  waiting: (name) => `„${name}“ ist noch nicht nachgewiesen`,
  waitingText: 'Als verbunden gilt er, sobald eine Zustellung es nachweist.',
  notConnected: {
    title: 'Der Weg ist offen, aber noch kennt ihn kein Anbieter',
    text: 'Einen Endpunkt mit seinem Anbieter verbinden.',
  },
  good: { title: 'Verbunden', text: 'Jedes Glied des Weges ist nachgewiesen.' },
};
