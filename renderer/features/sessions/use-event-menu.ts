import type { FeedEvent } from '../../../shared/events.ts';
import type { MenuItem } from '../../stores/menu-store.ts';
import { go } from '../../stores/route-store.ts';
import { useCopy } from '../../ui/use-copy.ts';
import { menu as words } from '../../words/menu.ts';

/** What can be done with something that happened. @param isInSession it is read there already */
export function useEventMenu(isInSession: boolean): (event: FeedEvent) => MenuItem[] {
  const copy = useCopy();
  return ({ data, sessionId, deliveryId, seq }) => {
    const items: MenuItem[] = [];
    const { text } = data;
    if (typeof text === 'string') {
      items.push({ id: 'text', label: words.copyText, run: () => copy(text) });
    }
    if (sessionId && !isInSession) {
      items.push({ id: 'session', label: words.openSession, run: () => go('sessions', sessionId, seq) });
    }
    if (deliveryId) {
      items.push({ id: 'delivery', label: words.openDelivery, run: () => go('deliveries', deliveryId) });
    }
    return items;
  };
}
