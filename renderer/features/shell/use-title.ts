import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import type { Screen } from '../../stores/route-store.ts';
import { pageTitle } from '../../words/common.ts';

/** The title of the page, with the alerts that nobody has looked at; a desktop window has a tray for those. */
export function useTitle(screen: Screen): void {
  const { status, unread } = useStores();
  const isPage = useStore(status, (state) => state.status?.host === 'browser');
  const count = useStore(unread, (state) => state.count);
  useEffect(() => {
    document.title = pageTitle(screen, isPage ? count : 0);
  }, [screen, isPage, count]);
}
