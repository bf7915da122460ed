import type { ErrorCode } from '../../../shared/errors.ts';
import type { Explained, Fix } from '../errors.ts';

export const fixDe: Record<Fix, string> = {
  retry: 'Erneut versuchen',
  reload: 'Neu laden',
  connection: 'Verbindung öffnen',
  endpoint: 'Endpunkt öffnen',
  secret: 'Das Geheimnis eingeben',
  deliveries: 'Zustellungen öffnen',
  keeping: 'Ändern, was behalten wird',
  about: 'Über dieses Greenroom',
  back: 'Zurück',
};

export const errorsDe: Record<ErrorCode, Explained> = {
  bad_input: {
    sentence: 'Greenroom hat dies nicht angenommen.',
    next: 'Ändern und erneut versuchen.',
  },
  unknown_command: {
    sentence: 'Dieses Fenster und Greenroom sind verschiedene Fassungen.',
    next: 'Das Fenster neu laden; hilft das nicht, Greenroom neu starten.',
  },
  unauthorized: {
    sentence: 'Dieser Link ist verbraucht oder abgelaufen.',
    next: '`npm run link` ausführen und den neuen Link öffnen.',
  },
  forbidden: {
    sentence: 'Greenroom hat einen Aufruf dieser Seite abgelehnt.',
    next: 'Über die Adresse öffnen, die Greenroom genannt hat.',
  },
  not_found: {
    sentence: 'Das gibt es hier nicht mehr.',
    next: 'Es wurde gelöscht, oder seine Zeit ist um.',
  },
  no_secret: {
    sentence: 'Kein Geheimnis ist gesetzt.',
    next: 'Nichts Gesendetes lässt sich nachweisen: Zuerst das Geheimnis dieses Endpunkts setzen.',
  },
  secret_unreadable: {
    sentence: 'Das aufbewahrte Geheimnis kann hier nicht gelesen werden.',
    next: 'Ein anderer Benutzer oder Rechner hat es aufbewahrt: Es erneut eingeben.',
  },
  vault_unavailable: {
    sentence: 'Geheimnisse können auf diesem Rechner jetzt nicht sicher aufbewahrt werden.',
    next: 'Nichts wurde gespeichert.',
  },
  store_failed: {
    sentence: 'Die Platte ließ sich nicht lesen oder beschreiben.',
    next: 'Platz auf ihr schaffen oder sie prüfen.',
  },
  store_newer: {
    sentence: 'Den Datenordner hat ein neueres Greenroom geschrieben.',
    next: 'Dieses Greenroom erneuern oder mit einem anderen Datenordner starten.',
  },
  folder_in_use: {
    sentence: 'Ein anderes Greenroom benutzt diesen Datenordner.',
    next: 'Jenes benutzen oder es zuerst beenden.',
  },
  port_taken: {
    sentence: 'Ein anderes Programm benutzt den Port.',
    next: 'Es beenden oder Greenroom mit einem anderen Port starten.',
  },
  receiver_down: {
    sentence: 'Greenroom kann jetzt keine Zustellungen annehmen.',
    next: 'Einen Moment warten; dauert es an, Greenroom neu starten.',
  },
  sample_refused: {
    sentence: 'Das Beispiel wurde abgelehnt.',
    next: 'Die Zustellung in der Liste sagt, warum.',
  },
  offline: {
    sentence: 'Keine Antwort kam.',
    next: 'Prüfen, ob Greenroom läuft und dieser Rechner im Netz ist.',
  },
  timed_out: { sentence: 'Es hat zu lange gedauert.', next: 'Gleich noch einmal versuchen.' },
  not_available: {
    sentence: 'Das gibt es hier nicht.',
    next: 'Nur eine andere Art von Greenroom kann das.',
  },
  tunnel_off: {
    sentence: 'Noch gibt es keinen Weg herein aus dem Internet.',
    next: 'Unter Verbindung einen wählen.',
  },
  tunnel_down: {
    sentence: 'Der Weg herein aus dem Internet geht jetzt nicht.',
    next: 'Greenroom versucht es weiter.',
  },
  tunnel_refused: {
    sentence: 'Der Server des Tunnels hat abgelehnt.',
    next: 'Später erneut versuchen oder einen anderen Weg herein wählen.',
  },
  tunnel_rate_limited: {
    sentence: 'Der Server des Tunnels will eine Pause.',
    next: 'Greenroom versucht es von selbst wieder; ein anderer Weg herein geht sofort.',
  },
  program_missing: {
    sentence: 'Ein Programm, das dieser Weg herein braucht, fehlt auf diesem Rechner.',
    next: 'Es einrichten oder einen anderen Weg herein wählen.',
  },
  token_missing: {
    sentence: 'Dieser Weg herein braucht ein Token.',
    next: 'Es eingeben oder einen anderen Weg herein wählen.',
  },
  token_refused: {
    sentence: 'Das Token wurde nicht angenommen.',
    next: 'Es erneut von der Seite des Anbieters kopieren und neu eingeben.',
  },
  not_https: {
    sentence: 'Die öffentliche Adresse ist nicht https.',
    next: 'Anbieter stellen nur an https zu: Eine Adresse eingeben, die damit beginnt.',
  },
  no_credentials: {
    sentence: 'Greenroom hat noch keinen Schlüssel zum Anbieter.',
    next: 'Ihn eingeben, um zu verbinden.',
  },
  choose_target: {
    sentence: 'Was verbunden werden soll, ist nicht eindeutig.',
    next: 'Etwas aus der Liste wählen.',
  },
  vendor_refused: {
    sentence: 'Der Anbieter hat dies nicht angenommen.',
    next: 'Ändern, was er nennt, und erneut versuchen.',
  },
  vendor_unauthorized: {
    sentence: 'Der Schlüssel stimmt nicht.',
    next: 'Ihn erneut von der Seite des Anbieters kopieren und neu eingeben.',
  },
  vendor_forbidden: {
    sentence: 'Dieser Schlüssel darf das nicht.',
    next: 'Den Schlüssel eines Kontos eingeben, das es darf, oder den Anbieter fragen.',
  },
  vendor_not_found: {
    sentence: 'Der Anbieter kennt dies nicht mehr.',
    next: 'Erneut verbinden, um es neu zu machen.',
  },
  vendor_conflict: {
    sentence: 'Beim Anbieter steht etwas im Weg.',
    next: 'Ansehen, was dort eingetragen ist, dann erneut versuchen.',
  },
  vendor_rate_limited: {
    sentence: 'Der Anbieter will eine Pause.',
    next: 'Greenroom wartet so lange, wie verlangt.',
  },
  vendor_failed: {
    sentence: 'Der Anbieter hat gerade Schwierigkeiten.',
    next: 'Gleich noch einmal versuchen.',
  },
  vendor_unexpected: {
    sentence: 'Der Anbieter hat etwas geantwortet, das Greenroom nicht versteht.',
    next: 'Erneut versuchen; dauert es an, nach einem neueren Greenroom sehen.',
  },
  vendor_timed_out: {
    sentence: 'Der Anbieter hat nicht rechtzeitig geantwortet.',
    next: 'Gleich noch einmal versuchen.',
  },
  vendor_unreachable: {
    sentence: 'Der Anbieter ist nicht zu erreichen.',
    next: 'Prüfen, ob dieser Rechner im Netz ist.',
  },
  test_failed: {
    sentence: 'Der Test ist hier nicht angekommen.',
    next: 'Erneut versuchen oder einen anderen Weg herein wählen.',
  },
  address_changed: {
    sentence: 'Die öffentliche Adresse hat sich geändert.',
    next: 'Die neue beim Anbieter einfügen.',
  },
  internal: {
    sentence: 'In Greenroom ist etwas schiefgegangen.',
    next: 'Erneut versuchen.',
  },
};
