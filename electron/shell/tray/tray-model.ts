import type { AlertTarget } from '../../../shared/alerts.ts';
import { cleanText } from '../../../shared/clean-text.ts';
import type { Pause } from '../../../shared/pause.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Status } from '../../../shared/status.ts';
import type { ShellWords } from '../words/words.ts';
import { type PathState, pathState } from './path-state.ts';
import type { Join } from './recent-joins.ts';
import { type TimeWords, until } from './time-words.ts';
import { trayMenu } from './tray-menu.ts';
import { unreadWords } from './unread-words.ts';

export const trayStates = ['ringing', 'connected', 'unproved', 'offline', 'paused'] as const;
export type TrayState = (typeof trayStates)[number];

export type TrayAction =
  /** The window, where it was. */
  | { do: 'show' }
  | { do: 'open'; target: AlertTarget }
  | { do: 'copy'; text: string }
  /** Its end is reckoned from the click, since a menu can be hours old. */
  | { do: 'pause'; pause: Pause }
  | { do: 'resume-alerts' }
  | { do: 'install-update' }
  | { do: 'quit' };

/** `label` is what is read: what a system's menu takes for marks is still to be escaped. */
export type TrayItem =
  | { is: 'separator' }
  | { is: 'words'; label: string }
  | { is: 'action'; label: string; action: TrayAction }
  | { is: 'submenu'; label: string; items: TrayItem[] };

/** The whole of what the tray shows, as plain data. */
export interface TrayModel {
  icon: TrayState;
  /** At most 127 characters. */
  tooltip: string;
  menu: TrayItem[];
  /** When time alone makes it another, in ms since the epoch. */
  changesAt?: number;
}

export interface TrayInput {
  status: Status;
  settings: Pick<Settings, 'pausedUntil'>;
  words: ShellWords;
  /** Newest first. */
  joins: readonly Join[];
  /** Milliseconds since the epoch. */
  now: number;
}

/** What the state of things is, for the icon, the tooltip and the menu alike. */
export interface TrayFacts extends TrayInput {
  path: PathState;
  /** Absent where alerts are not paused. */
  paused?: TimeWords;
  unread: number;
}

/** As much as a Windows tooltip holds: https://learn.microsoft.com/windows/win32/api/shellapi/ns-shellapi-notifyicondataw */
const TOOLTIP_LENGTH = 127;

export function trayModel(input: TrayInput): TrayModel {
  const facts = factsOf(input);
  const { items, changesAt } = trayMenu(facts);
  const next = Math.min(
    changesAt,
    facts.path.changesAt ?? Number.POSITIVE_INFINITY,
    facts.paused?.changesAt ?? Number.POSITIVE_INFINITY,
  );
  return {
    icon: iconOf(facts),
    tooltip: tooltipOf(facts),
    menu: items,
    ...(Number.isFinite(next) && { changesAt: next }),
  };
}

function factsOf(input: TrayInput): TrayFacts {
  const { status, settings, now, words } = input;
  const end = settings.pausedUntil === null ? Number.NaN : Date.parse(settings.pausedUntil);
  return {
    ...input,
    path: pathState(status, now, words),
    ...(end > now && { paused: until(end, now, words.time) }),
    unread: status.alerts.unread,
  };
}

/**
 * The first that holds, since there is one icon for all:
 * a broken or unproved path, for whatever else is shown would let somebody believe that vendors get through;
 * then a pause, for it was asked for, and tells why nothing rings;
 * then what waits to be read.
 */
function iconOf({ path, paused, unread }: TrayFacts): TrayState {
  if (path.is !== 'connected') return path.is;
  if (paused) return 'paused';
  return unread > 0 ? 'ringing' : 'connected';
}

/** All of it, since the icon can tell but one; only own words, for Windows takes an ampersand for a mark here. */
function tooltipOf({ path, paused, unread, words }: TrayFacts): string {
  const parts = [`Greenroom: ${path.words}`];
  if (unread > 0) parts.push(unreadWords(unread, words));
  if (paused) parts.push(words.tray.paused(paused.words));
  return cleanText(parts.join(' · '), TOOLTIP_LENGTH);
}
