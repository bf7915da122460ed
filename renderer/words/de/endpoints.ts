import type {
  CreateWords,
  EndpointsWords,
  EndpointWords,
  MadeWords,
  ProofWords,
  SecretFormWords,
} from '../endpoints.ts';

export const proofWordsDe: ProofWords = {
  'signature-timestamp': 'Signatur mit Zeit',
  signature: 'Signatur',
  header: 'Geheime Kopfzeile',
  none: 'Ohne Nachweis',
};

export const endpointsDe: EndpointsWords = {
  list: 'Endpunkte',
  create: 'Neuer Endpunkt',
  emptyTitle: 'Noch keine Endpunkte',
  empty:
    'Ein Endpunkt ist eine Adresse auf diesem Rechner, die ein Anbieter aufruft. Mit dem ersten erscheinen Ereignisse.',
  pick: 'Einen Endpunkt wählen oder einen weiteren anlegen.',
  off: 'aus',
  needsSecret: 'braucht ein Geheimnis',
  enterAgain: 'Das Geheimnis erneut eingeben',
  stages: {
    registered: 'registriert',
    notConnected: 'nicht verbunden',
    waiting: 'nicht nachgewiesen',
    moved: 'neue Adresse',
  },
};

export const endpointDe: EndpointWords = {
  label: 'Endpunkt',
  enabled: 'Nimmt Zustellungen an',
  disabledHint: 'Anbieter bekommen 404, solange dies aus ist.',
  name: 'Name',
  rename: 'Umbenennen',
  unproved: 'Wer die Adresse kennt, kann hierher senden: Nichts wird nachgewiesen.',
  unreadable: 'Ein Geheimnis ist aufbewahrt, kann hier aber nicht gelesen werden.',
  url: 'Adresse',
  copyUrl: 'Adresse kopieren',
  localOnly:
    'Noch kein Weg herein: Ein Anbieter im Internet erreicht diese Adresse nicht. Sie geht nur von diesem Rechner aus, bis es einen Tunnel oder eine öffentliche Adresse gibt.',
  console: 'Die Seite des Anbieters öffnen',
  proof: 'Nachweis',
  hasSecret: 'Ein Geheimnis ist aufbewahrt.',
  hasHeader: (name) => `Die Kopfzeile ${name} wird verglichen.`,
  nothingSet: 'Noch ist kein Geheimnis gesetzt: Jede Zustellung wird abgelehnt.',
  comesByItself: 'Es kommt von selbst, wenn der Endpunkt verbunden wird.',
  setSecret: 'Geheimnis setzen',
  enterAgain: 'Das Geheimnis erneut eingeben',
  changeSecret: 'Geheimnis ändern',
  sample: 'Beispiel',
  sampleHint: 'Signiert wie vom Anbieter, durch den echten Empfänger.',
  sampleKind: 'Art des Beispiels',
  sendSample: 'Ein Beispiel senden',
  sampleSent: 'Beispiel gesendet.',
  seeDelivery: 'Die Zustellung ansehen',
  seeLive: 'Live ansehen',
  tryCurl: 'Mit curl versuchen',
  tryCurlHint: 'Dies in einem Terminal auf diesem Rechner einfügen.',
  tryCurlSecret:
    'Das Geheimnis in die erste Zeile schreiben, dann in einem Terminal auf diesem Rechner einfügen.',
  copyCurl: 'curl kopieren',
  delete: 'Endpunkt löschen',
  recheck: (n) =>
    n === 1
      ? '1 abgelehnte Zustellung der letzten 24 Stunden ist nun nachgewiesen'
      : `${n} abgelehnte Zustellungen der letzten 24 Stunden sind nun nachgewiesen`,
  takeIn: 'Annehmen',
  takenIn: (n) => (n === 1 ? '1 Zustellung angenommen.' : `${n} Zustellungen angenommen.`),
  notNow: 'Nicht jetzt',
  gone: 'Diesen Endpunkt gibt es hier nicht mehr.',
  nextLabel: 'Wie es weitergeht',
  next: {
    secret: 'Das Geheimnis setzen: Bis dahin wird jede Zustellung abgelehnt.',
    sample: 'Ein Beispiel senden: Es zeigt, wie Zustellungen dieses Anbieters hier aussehen.',
    connect: 'Verbinden: Der Anbieter kennt diese Adresse noch nicht.',
    waiting: 'Registriert. Die nächste Zustellung des Anbieters erscheint hier von selbst.',
  },
  deliveries: 'Seine Zustellungen',
};

export const madeDe: MadeWords = {
  label: 'Erste Handgriffe',
  newHeader: 'Die neue Kopfzeile',
  title: (name) => `„${name}“ ist bereit`,
  unfinished: (name) => `„${name}“ braucht ein Geheimnis`,
  setBelow: 'Unten setzen: Bis dahin wird jede Zustellung abgelehnt.',
  header: 'Kopfzeile',
  value: 'Wert',
  copyHeader: 'Namen der Kopfzeile kopieren',
  copyValue: 'Wert der Kopfzeile kopieren',
  once: 'Der Wert ist zu sehen, bis diese Karte geschlossen wird. Später lässt er sich nur ersetzen.',
  done: 'Fertig',
};

export const createDe: CreateWords = {
  title: 'Neuer Endpunkt',
  vendor: 'Anbieter',
  name: 'Name',
  nameHint: 'Wie er heißen soll: der Raum, der Ort, der Avatar.',
  proof: 'Wie Zustellungen nachgewiesen werden',
  secretHint: 'Vom Anbieter; auf diesem Rechner aufbewahrt und nie wieder gezeigt.',
  secretLater: 'Es lässt sich auch später setzen.',
  secretComes: 'Leer lassen: Greenroom bekommt es beim Verbinden vom Anbieter.',
  headerName: 'Name der Kopfzeile',
  headerValue: 'Wert der Kopfzeile',
  headerHint: 'Hier zufällig gemacht; im nächsten Schritt wird er zum Anbieter kopiert.',
  headerProof: 'Eine geheime Kopfzeile',
  secretProof: (label) => `Geheimnis: ${label}`,
  secret: 'Geheimnis',
  secretOf: (label) => `Geheimnis: ${label}`,
  noneProof: 'Ohne Nachweis annehmen',
  noneWarning: 'Ohne Nachweis: Wer die Adresse erfährt, kann Ereignisse senden, die echt aussehen.',
  noneTitle: 'Zustellungen ohne Nachweis annehmen?',
  another: 'Einen anderen Wert machen',
  submit: 'Endpunkt anlegen',
  needsName: 'Einen Namen geben.',
  badHeader: 'Nur Buchstaben, Ziffern und Striche, wie X-Greenroom-Key.',
  badValue: 'Druckbares ASCII ohne Leerzeichen an den Enden.',
};

export const secretFormDe: SecretFormWords = {
  title: 'Geheimnis',
  save: 'Geheimnis sichern',
  needed: 'Das Geheimnis eingeben.',
};
