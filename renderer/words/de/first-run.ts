import type { DemoWords, FirstRunWords } from '../first-run.ts';

export const firstRunDe: FirstRunWords = {
  label: 'Erste Schritte',
  title: 'Willkommen bei Greenroom',
  text: 'Drei Schritte, und zu sehen ist, was um die Avatare herum geschieht. Die ersten zwei dauern keine Minute.',
  steps: {
    create: {
      title: 'Einen Endpunkt anlegen',
      text: 'Die Adresse auf diesem Rechner, die der Anbieter aufruft.',
    },
    sample: { title: 'Ein Beispiel senden', text: 'Signiert wie vom Anbieter, durch den echten Empfänger.' },
    connect: {
      title: 'Den Anbieter verbinden',
      text: 'Greenroom öffnet einen Weg herein und sagt, was dort zu tun ist.',
    },
  },
  create: 'Einen Endpunkt anlegen',
  demo: 'Eine Vorführung ansehen',
  demoHint:
    'Ein erfundenes Gespräch von einer halben Minute. Ohne Konto, ohne Einstellungen, nichts bleibt aufzuräumen.',
  skip: 'Überspringen',
  skippedTitle: 'Hier ist noch nichts',
  skippedText: 'Was geschieht, erscheint hier von selbst, sobald ein Endpunkt es empfängt.',
  progress: (done, all) => `${done} von ${all}`,
  done: 'erledigt',
  next: 'als Nächstes',
  finished: 'Alles bereit: Zustellungen des Anbieters erscheinen von selbst.',
  close: 'Schließen',
};

export const demoDe: DemoWords = {
  playing: 'Ein erfundenes Gespräch läuft.',
  playingText: 'Echt signiert und echt empfangen; überall als Beispiel gekennzeichnet.',
  stop: 'Anhalten',
  watch: 'Live ansehen',
  over: 'Das war die Vorführung.',
  overText: 'So sehen eigene Gespräche aus, sobald ein Endpunkt sie empfängt.',
  again: 'Noch einmal',
  create: 'Einen Endpunkt anlegen',
  failed: 'Die Vorführung konnte nicht beginnen.',
};
