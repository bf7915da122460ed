import type { AlertTarget } from '../../../shared/alerts.ts';
import { cleanText } from '../../../shared/clean-text.ts';
import type { Pause } from '../../../shared/pause.ts';
import type { UpdateStatus } from '../../../shared/status.ts';
import { joinWords } from './join-words.ts';
import type { TrayAction, TrayFacts, TrayItem } from './tray-model.ts';
import { unreadWords } from './unread-words.ts';

const separator: TrayItem = { is: 'separator' };
const pauseWords: Record<Pause, string> = {
  quarter: 'For 15 minutes',
  hour: 'For 1 hour',
  tomorrow: 'Until tomorrow',
};

/** The menu from top to bottom. @returns with when time alone makes it another: infinite where it does not */
export function trayMenu(facts: TrayFacts): { items: TrayItem[]; changesAt: number } {
  const joins = facts.joins.map((join) => ({ ...joinWords(join, facts.now), id: join.sessionId }));
  const items = [
    opens(facts.path.words, { screen: 'connection' }),
    ...alertItems(facts),
    separator,
    words(joins.length > 0 ? 'Last joins' : 'Nobody has joined yet'),
    ...joins.map((join) => opens(join.words, { screen: 'sessions', id: join.id })),
    separator,
    copyItem(facts.status.tunnel.publicUrl),
    pauseItem(facts),
    separator,
    ...updateItems(facts.status.desktop?.update),
    acts('Open Greenroom', { do: 'show' }),
    opens('Settings…', { screen: 'settings' }),
    separator,
    acts('Quit Greenroom', { do: 'quit' }),
  ];
  return { items, changesAt: Math.min(...joins.map(({ changesAt }) => changesAt)) };
}

function alertItems({ status, unread }: TrayFacts): TrayItem[] {
  return [
    ...(unread > 0 ? [opens(unreadWords(unread), { screen: 'live' })] : []),
    ...(status.alerts.state === 'unavailable'
      ? [opens('Notifications are not shown: why?', { screen: 'settings', id: 'alerts' })]
      : []),
  ];
}

function copyItem(publicUrl: string | null): TrayItem {
  const label = 'Copy public address';
  const text = plainAddress(publicUrl);
  return text === undefined ? words(label) : acts(label, { do: 'copy', text });
}

/** What a tunnel's server named must not carry more than an address into whatever it is pasted to. */
function plainAddress(address: string | null): string | undefined {
  const url = URL.parse(address ?? '');
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function pauseItem({ paused }: TrayFacts): TrayItem {
  if (paused) return acts(`Resume notifications (paused ${paused.words})`, { do: 'resume-alerts' });
  const items = Object.entries(pauseWords) as [Pause, string][];
  return {
    is: 'submenu',
    label: 'Pause notifications',
    items: items.map(([pause, label]) => acts(label, { do: 'pause', pause })),
  };
}

function updateItems(update: UpdateStatus | undefined): TrayItem[] {
  const version = cleanText(update?.version ?? '', 24);
  if (update?.state === 'ready') {
    return [
      acts(version ? `Restart to update to ${version}` : 'Restart to update', { do: 'install-update' }),
    ];
  }
  if (update?.state === 'available') {
    return [
      opens(version ? `Version ${version} is available…` : 'A new version is available…', {
        screen: 'settings',
        id: 'computer',
      }),
    ];
  }
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
