import { useStores } from '../stores/context.ts';
import { common } from '../words/common.ts';

/** Puts a text on the clipboard, and says whether it is there. */
export function useCopy(): (text: string) => Promise<void> {
  const { said } = useStores();
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      said.getState().say(common.copied);
    } catch {
      said.getState().say(common.notCopied);
    }
  };
}
