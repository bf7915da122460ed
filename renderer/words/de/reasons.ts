import type { Reasons } from '../reasons.ts';

export const reasonsDe: Reasons = {
  no_secret: {
    short: 'Kein Geheimnis gesetzt',
    explained: 'Ohne Geheimnis lässt sich nichts nachweisen, also wird nichts angenommen.',
    next: 'Das Geheimnis dieses Endpunkts setzen. Greenroom bietet dann an, diese Zustellung erneut zu prüfen.',
  },
  header_missing: {
    short: 'Die geheime Kopfzeile fehlt',
    explained: 'Der Aufruf trug nicht die Kopfzeile, die ihn nachweist.',
    next: 'Die Kopfzeile beim Anbieter hinzufügen, mit genau dem Namen und Wert, die hier gewählt sind.',
  },
  header_mismatch: {
    short: 'Die geheime Kopfzeile hat einen anderen Wert',
    explained: 'Die Kopfzeile kam, aber nicht mit dem hier aufbewahrten Wert.',
    next: 'Den Wert erneut zum Anbieter kopieren, oder hier und dort einen neuen setzen.',
  },
  signature_missing: {
    short: 'Nicht signiert',
    explained: 'Der Aufruf trug keine Signatur.',
    next: 'Prüfen, ob das Signieren beim Anbieter an ist und ob der Aufruf von dort kommt.',
  },
  signature_malformed: {
    short: 'Die Signatur ist nicht lesbar',
    explained: 'Die Signatur besteht nicht aus 64 Hexziffern, wie sie muss.',
    next: 'Unten die Kopfzeilen ansehen; ein Vermittler auf dem Weg hat sie vielleicht geändert.',
  },
  signature_mismatch: {
    short: 'Die Signatur passt nicht',
    explained: 'Signiert wurde mit einem anderen Geheimnis, oder der Inhalt wurde unterwegs geändert.',
    next: 'Das Geheimnis beim Anbieter mit dem hier aufbewahrten vergleichen; im Zweifel neu setzen.',
  },
  signature_without_timestamp: {
    short: 'Über den Inhalt ohne Zeitstempel signiert',
    explained: 'Über den Inhalt ohne Zeitstempel signiert: Das sieht nach der Art des Dashboards aus.',
    next: 'Die Adresse dieses Endpunkts scheint im Dashboard zu stehen. Einen Endpunkt jener Art anlegen und dort dessen Adresse nehmen.',
  },
  timestamp_missing: {
    short: 'Der Zeitstempel fehlt',
    explained:
      'Der Aufruf ist signiert, sagt aber nicht, wann. So könnte ein alter Aufruf noch einmal gesendet werden.',
    next: 'Prüfen, ob der Aufruf von der Art Anbieter kommt, für die dieser Endpunkt ist.',
  },
  timestamp_malformed: {
    short: 'Der Zeitstempel ist nicht lesbar',
    explained: 'Der Zeitstempel ist keine Zahl von Sekunden.',
    next: 'Unten die Kopfzeilen ansehen; ein Vermittler auf dem Weg hat sie vielleicht geändert.',
  },
  timestamp_outside_window: {
    short: 'Zu anderer Zeit signiert',
    explained: 'Die Signatur gilt, aber ihre Zeit liegt mehr als fünf Minuten entfernt.',
    next: 'Geht die Uhr dieses Rechners richtig? Wenn ja, ist dies ein alter Aufruf, der noch einmal gesendet wurde.',
  },
};
