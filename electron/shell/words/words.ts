import type { MuteKind } from '../../../shared/alerts.ts';
import type { Language } from '../../../shared/language.ts';
import type { Pause } from '../../../shared/pause.ts';
import type { TunnelStatus } from '../../../shared/status.ts';
import { shellDe } from './de.ts';
import { shellEn } from './en.ts';

/** Of a menu's items that the system knows by their role. */
export const namedRoles = [
  'about',
  'services',
  'hide',
  'hideOthers',
  'unhide',
  'quit',
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'delete',
  'selectAll',
  'resetZoom',
  'zoomIn',
  'zoomOut',
  'togglefullscreen',
  'window',
  'minimize',
  'zoom',
  'close',
  'front',
] as const;
export type NamedRole = (typeof namedRoles)[number];

/** What the desktop says outside its window. Names are put in as they are: whoever uses it cleans them. */
export interface ShellWords {
  /** Whether deliveries can arrive and be kept. */
  path: Record<
    Exclude<TunnelStatus['state'], 'connected'> | 'stopping' | 'noReceiver' | 'noStore',
    string
  > & {
    connected: string;
  };
  time: {
    now: string;
    minutes: (many: number) => string;
    hours: (many: number) => string;
    days: (many: number) => string;
    /** @param day absent: today */
    until: (time: string, day?: string) => string;
    tomorrow: string;
    /** BCP 47, for the names of days and months. */
    locale: string;
  };
  tray: {
    avatar: string;
    joined: (who: string) => string;
    started: (who: string) => string;
    sample: string;
    notProved: string;
    lastJoins: string;
    noJoins: string;
    /** At most 999 are counted out. */
    unread: (count: number) => string;
    manyUnread: string;
    notShown: string;
    copy: string;
    pause: string;
    pauses: Record<Pause, string>;
    /** @param until as `time.until` words it */
    resume: (until: string) => string;
    paused: (until: string) => string;
    /** @param version empty where it is not known */
    restart: (version: string) => string;
    available: (version: string) => string;
    open: string;
    settings: string;
    quit: string;
  };
  /** On the buttons of an alert. */
  open: string;
  mute: Record<MuteKind, string>;
  /** The window was hidden for the first time. */
  hint: { title: string; darwin: string; win32: string; other: string };
  menu: { settings: string; edit: string; view: string; roles: Partial<Record<NamedRole, string>> };
  crash: { title: string; detail: (reason: string) => string };
}

const known: Record<Language, ShellWords> = { en: shellEn, de: shellDe };

export function shellWords(language: Language): ShellWords {
  return known[language];
}
