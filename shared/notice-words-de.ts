import type { NoticeTexts } from './notice-words.ts';

const met = (reason: string) => (reason === '' ? '' : ` Gemeldet wurde: „${reason}“`);

export const noticesDe: NoticeTexts = {
  store_failed: ({ reason }) => ({
    title: 'Zustellungen können nicht aufbewahrt werden',
    text: `Die Anbieter sollen es später wieder versuchen. Platz schaffen oder die Platte prüfen; Greenroom macht von selbst weiter.${met(reason)}`,
  }),
  store_recovered: () => ({
    title: 'Zustellungen werden wieder aufbewahrt',
    text: 'Der Speicher nimmt wieder auf.',
  }),
  store_set_aside: ({ file }) => ({
    title: 'Der Speicher war beschädigt, ein neuer hat begonnen',
    text: `Die beschädigte Datei liegt als ${file} im Datenordner. Die Endpunkte sind unverändert.`,
  }),
  config_set_aside: ({ file }) => ({
    title: 'Die Liste der Endpunkte war nicht zu lesen',
    text: `Die Datei liegt als ${file} im Datenordner. Sie berichtigen und neu starten, oder die Endpunkte neu anlegen.`,
  }),
  secrets_set_aside: ({ file }) => ({
    title: 'Die aufbewahrten Geheimnisse waren nicht zu lesen',
    text: `Die Datei liegt als ${file} im Datenordner. Sie berichtigen und neu starten, oder die Geheimnisse erneut eingeben.`,
  }),
  secret_unreadable: ({ name }) => ({
    title: `Eine Zustellung an ${name} konnte nicht geprüft werden`,
    text: 'Ihr Geheimnis ist auf diesem Rechner jetzt nicht zu lesen. Den Schlüsselbund entsperren oder es erneut eingeben.',
  }),
  clock_suspect: ({ name }) => ({
    title: `Eine Zustellung an ${name} ist richtig signiert, aber ihre Zeit liegt weit ab`,
    text: 'Geht die Uhr dieses Rechners richtig? Über fünf Minuten Unterschied werden abgelehnt.',
  }),
  receiver_restarted: () => ({
    title: 'Der Empfänger wurde neu gestartet',
    text: 'Ein Fehler hatte ihn angehalten. Nichts Beantwortetes ist verloren.',
  }),
  receiver_failed: ({ reason }) => ({
    title: 'Der Empfänger steht still',
    text: `Anbieter können jetzt nicht zustellen. Greenroom versucht weiter, ihn zu starten; kommt er nicht zurück, Greenroom neu starten.${met(reason)}`,
  }),
  port_taken: ({ wanted, got }) => ({
    title: `Port ${wanted} ist belegt`,
    text: `Der Empfänger hört stattdessen auf ${got}.`,
  }),
  tunnel_lost: ({ reason }) => ({
    title: 'Nichts erreicht diesen Rechner jetzt',
    text: `Greenroom versucht es weiter, sagt den Anbietern eine neue Adresse und sucht danach, was fehlt.${met(reason)}`,
  }),
  tunnel_back: () => ({
    title: 'Zustellungen können wieder ankommen',
    text: 'Der Weg herein ist wieder offen und nachgewiesen.',
  }),
  address_changed: ({ name }) => ({
    title: `Die Adresse von ${name} hat sich geändert`,
    text: 'Dem Anbieter muss es von Hand gesagt werden: den Endpunkt öffnen, die neue Adresse kopieren und dort einfügen.',
  }),
  registration_failed: ({ name, reason }) => ({
    title: `${name} ist nicht registriert`,
    text: `Den Endpunkt öffnen, um es zu richten.${met(reason)}`,
  }),
  gap_found: ({ name, recovered }) => ({
    title: `${name} hat vielleicht etwas verpasst`,
    text:
      recovered === 0
        ? 'Eine Zeit lang konnte nichts ankommen. Der Verlauf zeigt, wann.'
        : `Eine Zeit lang konnte nichts ankommen. Stattdessen ${recovered === 1 ? 'wurde ein Ereignis' : `wurden ${recovered} Ereignisse`} beim Anbieter geholt; der Verlauf zeigt sie.`,
  }),
};
