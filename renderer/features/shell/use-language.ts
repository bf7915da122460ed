import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../stores/context.ts';
import { rememberLanguage } from '../../words/language.ts';

/**
 * Follows the setting. The page's words are decided as it loads: where they turn out to be the wrong ones it loads once more, before
 * anything was typed. A change from another window is only remembered, so that nothing half done is lost here.
 */
export function useLanguage(): void {
  const language = useStore(useStores().settings, (state) => state.settings?.language);
  const isKnown = useRef(false);
  useEffect(() => {
    if (!language) return;
    const isWrong = rememberLanguage(language);
    if (isWrong && !isKnown.current) window.location.reload();
    isKnown.current = true;
  }, [language]);
}
