/** `1 new alert`, `12 new alerts`. */
export function unreadWords(unread: number): string {
  if (unread === 1) return '1 new alert';
  return unread > 999 ? 'Over 999 new alerts' : `${unread} new alerts`;
}
