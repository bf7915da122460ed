import type { DesktopWords, UpdateWords } from '../desktop.ts';

export const desktopDe: DesktopWords = {
  start: 'Start',
  login: 'Beim Anmelden starten',
  loginHint: 'Greenroom startet verborgen in der Leiste, sobald die Anmeldung an diesem Rechner erfolgt.',
  unavailable: 'Das geht auf diesem Rechner nicht.',
  updates: 'Neue Fassungen',
  version: 'Diese Fassung',
  automatic: 'Selbst nachsehen',
  automaticHint: 'Fragt hin und wieder, ob es eine neuere Fassung gibt. Geladen wird nichts ohne Zustimmung.',
  steps: {
    'update.check': 'Jetzt nachsehen',
    'update.download': 'Herunterladen',
    'update.install': 'Jetzt neu starten',
  },
  notes: 'Was neu ist',
  checked: 'Nachgesehen',
  progress: 'Herunterladen',
};

export const updateDe: UpdateWords = {
  newer: (version) => (version ? `Fassung ${version}` : 'Eine neuere Fassung'),
  unsupported: 'Dieses Exemplar erneuert sich nicht selbst.',
  newest: 'Dies ist die neueste Fassung.',
  unchecked: 'Noch nicht nachgesehen.',
  checking: 'Wird nachgesehen …',
  available: (newer) => `${newer} kann geladen werden.`,
  loading: (newer) => `${newer} wird geladen …`,
  loadingTo: (newer, percent) => `${newer} wird geladen: ${percent} %.`,
  ready: (newer) => `${newer} ist bereit: Sie wird beim Beenden von Greenroom eingerichtet.`,
  failed: 'Das hat nicht geklappt.',
};
