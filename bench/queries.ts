/** Common words, rare ones, ids, prefixes, words that never meet, and JSON keys that every payload holds. */
export const queries = [
  'thursday',
  'garden river',
  'a12bcd',
  'session',
  'thursday nothinglikethis',
  'equ',
  'assistant chat push',
  'tab bo',
];
