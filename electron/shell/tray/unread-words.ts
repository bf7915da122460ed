import type { ShellWords } from '../words/words.ts';

/** `1 new alert`, `12 new alerts`. */
export function unreadWords(count: number, { tray }: ShellWords): string {
  return count > 999 ? tray.manyUnread : tray.unread(count);
}
