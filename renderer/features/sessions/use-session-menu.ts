import type { Session } from '../../../shared/events.ts';
import type { MenuItem } from '../../stores/menu-store.ts';
import { go } from '../../stores/route-store.ts';
import { useCopy } from '../../ui/use-copy.ts';
import { menu as words } from '../../words/menu.ts';
import { isMuted, useMutes } from '../alerts/use-mutes.ts';

/** What can be done with a session from wherever it is listed. */
export function useSessionMenu(): (session: Session) => MenuItem[] {
  const copy = useCopy();
  const { muted, set } = useMutes();
  return (session) => {
    const { id, vendorSessionId } = session;
    const isOff = isMuted(muted, 'session', id);
    return [
      { id: 'open', label: words.openSession, run: () => go('sessions', id) },
      { id: 'id', label: words.copySessionId, run: () => copy(vendorSessionId) },
      { id: 'link', label: words.copyLink, run: () => copy(sessionLink(id)) },
      {
        id: 'mute',
        label: isOff ? words.unmute : words.mute,
        run: () => set({ kind: 'session', id }, !isOff),
      },
    ];
  };
}

/** Opens the session again: in the installed app, or in the browser that is logged in. */
export function sessionLink(id: string, page: Pick<Location, 'protocol' | 'origin'> = location): string {
  if (page.protocol === 'app:') return `greenroom://session/${encodeURIComponent(id)}`;
  return `${page.origin}/#/sessions/${encodeURIComponent(id)}`;
}
