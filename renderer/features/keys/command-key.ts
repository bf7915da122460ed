export type CommandKey = '⌘' | 'Ctrl';

/** The key that goes with another one for a command, as this system writes it. */
export function commandKey(userAgent = navigator.userAgent): CommandKey {
  return /Mac|iPhone|iPad/.test(userAgent) ? '⌘' : 'Ctrl';
}
