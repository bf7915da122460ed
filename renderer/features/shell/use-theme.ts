import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';

/** Follows the setting; `public/theme.js` reads what is remembered here before the next first paint. */
export function useTheme(): void {
  const theme = useStore(useStores().settings, (state) => state.settings?.theme);
  useEffect(() => {
    if (!theme) return;
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    localStorage.setItem('greenroom-theme', theme);
  }, [theme]);
}
