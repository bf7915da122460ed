import { keySheetDe } from './de/keys.ts';
import { inLanguage } from './language.ts';

const keySheetEn = {
  title: 'Keyboard shortcuts',
  groups: {
    anywhere: 'Anywhere',
    search: 'In the search',
    lists: 'In lists and tables',
    size: 'Size of the text',
  },
  goTo: (screen: string) => `Go to ${screen}`,
  search: 'Find anything, or do something',
  sheet: 'Show these shortcuts',
  next: 'Next part of the window',
  close: 'Close what is open',
  move: 'Up and down',
  ends: 'First and last',
  page: 'Further up and down',
  open: 'Open',
  menu: 'What can be done with it',
  larger: 'Larger',
  smaller: 'Smaller',
  usual: 'As usual',
  /** Keys that carry words; a screen reader reads arrows by name. */
  names: {
    ArrowUp: '↑',
    ArrowDown: '↓',
    PageUp: 'Page ↑',
    PageDown: 'Page ↓',
    Home: 'Home',
    End: 'End',
    Enter: 'Enter',
    Escape: 'Esc',
    Tab: 'Tab',
    'Shift+F10': 'Shift F10',
  },
  spoken: { ArrowUp: 'Up arrow', ArrowDown: 'Down arrow', PageUp: 'Page up', PageDown: 'Page down' },
};
export type KeySheetWords = typeof keySheetEn;
export const keySheet = inLanguage(keySheetEn, keySheetDe);
