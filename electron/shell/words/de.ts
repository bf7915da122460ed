import type { NamedRole, ShellWords } from './words.ts';

/** As macOS names them. */
const roles: Record<NamedRole, string> = {
  about: 'Über Greenroom',
  services: 'Dienste',
  hide: 'Greenroom ausblenden',
  hideOthers: 'Andere ausblenden',
  unhide: 'Alle einblenden',
  quit: 'Greenroom beenden',
  undo: 'Widerrufen',
  redo: 'Wiederholen',
  cut: 'Ausschneiden',
  copy: 'Kopieren',
  paste: 'Einsetzen',
  delete: 'Löschen',
  selectAll: 'Alles auswählen',
  resetZoom: 'Originalgröße',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  togglefullscreen: 'Vollbild ein oder aus',
  window: 'Fenster',
  minimize: 'Im Dock ablegen',
  zoom: 'Zoomen',
  close: 'Schließen',
  front: 'Alle nach vorne bringen',
};

const ago = (one: string, many: string) => (count: number) => `vor ${count} ${count === 1 ? one : many}`;

export const shellDe: ShellWords = {
  path: {
    connected: 'Verbunden',
    unproved: 'Der Weg herein ist nicht nachgewiesen',
    off: 'Es gibt keinen Weg herein aus dem Internet',
    opening: 'Der Weg herein wird geöffnet …',
    retrying: 'Der Weg herein ist verloren',
    failed: 'Der Weg herein lässt sich nicht öffnen',
    stopping: 'Wird beendet …',
    noReceiver: 'Dieser Rechner nimmt keine Zustellungen an',
    noStore: 'Zustellungen können nicht aufbewahrt werden',
  },
  time: {
    now: 'gerade eben',
    minutes: (many) => `vor ${many} Min.`,
    hours: (many) => `vor ${many} Std.`,
    days: ago('Tag', 'Tagen'),
    until: (time, day) => (day === undefined ? `bis ${time} Uhr` : `bis ${day}, ${time} Uhr`),
    tomorrow: 'morgen',
    locale: 'de',
  },
  tray: {
    avatar: 'Avatar',
    joined: (who) => `Jemand bei ${who}`,
    started: (who) => `Gespräch mit ${who}`,
    sample: 'Beispiel',
    notProved: 'ohne Nachweis',
    lastJoins: 'Zuletzt beigetreten',
    noJoins: 'Noch niemand ist beigetreten',
    unread: (count) => (count === 1 ? '1 neue Benachrichtigung' : `${count} neue Benachrichtigungen`),
    manyUnread: 'Über 999 neue Benachrichtigungen',
    notShown: 'Benachrichtigungen werden nicht gezeigt: warum?',
    copy: 'Öffentliche Adresse kopieren',
    pause: 'Benachrichtigungen anhalten',
    pauses: { quarter: '15 Minuten lang', hour: '1 Stunde lang', tomorrow: 'Bis morgen' },
    resume: (until) => `Benachrichtigungen fortsetzen (Pause ${until})`,
    paused: (until) => `Benachrichtigungen pausiert ${until}`,
    restart: (version) =>
      version ? `Neu starten für Fassung ${version}` : 'Neu starten für die neue Fassung',
    available: (version) => (version ? `Fassung ${version} ist da …` : 'Eine neue Fassung ist da …'),
    open: 'Greenroom öffnen',
    settings: 'Einstellungen …',
    quit: 'Greenroom beenden',
  },
  open: 'Öffnen',
  mute: {
    endpoint: 'Endpunkt stummschalten',
    agent: 'Agent stummschalten',
    session: 'Sitzung stummschalten',
  },
  hint: {
    title: 'Greenroom läuft weiter',
    darwin: 'Es empfängt und meldet wie zuvor. In der Menüleiste oder im Dock lässt es sich wieder öffnen.',
    win32: 'Es empfängt und meldet wie zuvor. Im Infobereich der Taskleiste lässt es sich wieder öffnen.',
    other:
      'Es empfängt und meldet wie zuvor. In der Leiste lässt es sich wieder öffnen; wo keine ist, Greenroom noch einmal starten.',
  },
  menu: { settings: 'Einstellungen …', edit: 'Bearbeiten', view: 'Darstellung', roles },
  crash: {
    title: 'Das Fenster von Greenroom stürzt immer wieder ab.',
    detail: (reason) =>
      `Zustellungen werden weiter empfangen und aufbewahrt. Das Fenster schließen und wieder öffnen; hilft das nicht, Greenroom beenden und neu starten. (${reason})`,
  },
};
