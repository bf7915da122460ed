import type { AlertTarget } from '../../../shared/alerts.ts';
import { cleanText } from '../../../shared/clean-text.ts';
import type { Pause } from '../../../shared/pause.ts';
import type { UpdateStatus } from '../../../shared/status.ts';
import type { ShellWords } from '../words/words.ts';
import { joinWords } from './join-words.ts';
import type { TrayAction, TrayFacts, TrayItem } from './tray-model.ts';
import { unreadWords } from './unread-words.ts';

const separator: TrayItem = { is: 'separator' };

/** The menu from top to bottom. @returns with when time alone makes it another: infinite where it does not */
export function trayMenu(facts: TrayFacts): { items: TrayItem[]; changesAt: number } {
  const { tray } = facts.words;
  const joins = facts.joins.map((join) => ({
    ...joinWords(join, facts.now, facts.words),
    id: join.sessionId,
  }));
  const items = [
    opens(facts.path.words, { screen: 'connection' }),
    ...alertItems(facts),
    separator,
    words(joins.length > 0 ? tray.lastJoins : tray.noJoins),
    ...joins.map((join) => opens(join.words, { screen: 'sessions', id: join.id })),
    separator,
    copyItem(tray.copy, facts.status.tunnel.publicUrl),
    pauseItem(facts),
    separator,
    ...updateItems(tray, facts.status.desktop?.update),
    acts(tray.open, { do: 'show' }),
    opens(tray.settings, { screen: 'settings' }),
    separator,
    acts(tray.quit, { do: 'quit' }),
  ];
  return { items, changesAt: Math.min(...joins.map(({ changesAt }) => changesAt)) };
}

function alertItems({ status, unread, words }: TrayFacts): TrayItem[] {
  return [
    ...(unread > 0 ? [opens(unreadWords(unread, words), { screen: 'live' })] : []),
    ...(status.alerts.state === 'unavailable'
      ? [opens(words.tray.notShown, { screen: 'settings', id: 'alerts' })]
      : []),
  ];
}

function copyItem(label: string, publicUrl: string | null): TrayItem {
  const text = plainAddress(publicUrl);
  return text === undefined ? words(label) : acts(label, { do: 'copy', text });
}

/** What a tunnel's server named must not carry more than an address into whatever it is pasted to. */
function plainAddress(address: string | null): string | undefined {
  const url = URL.parse(address ?? '');
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function pauseItem({ paused, words: { tray } }: TrayFacts): TrayItem {
  if (paused) return acts(tray.resume(paused.words), { do: 'resume-alerts' });
  const items = Object.entries(tray.pauses) as [Pause, string][];
  return {
    is: 'submenu',
    label: tray.pause,
    items: items.map(([pause, label]) => acts(label, { do: 'pause', pause })),
  };
}

function updateItems(tray: ShellWords['tray'], update: UpdateStatus | undefined): TrayItem[] {
  const version = cleanText(update?.version ?? '', 24);
  if (update?.state === 'ready') return [acts(tray.restart(version), { do: 'install-update' })];
  if (update?.state === 'available')
    return [opens(tray.available(version), { screen: 'settings', id: 'computer' })];
  return [];
}

function words(label: string): TrayItem {
  return { is: 'words', label };
}

function acts(label: string, action: TrayAction): TrayItem {
  return { is: 'action', label, action };
}

function opens(label: string, target: AlertTarget): TrayItem {
  return acts(label, { do: 'open', target });
}
