/** Turns the reading direction around or hides letters: what is read would not be what was written. */
const invisible =
  /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;
/** With the separators that some systems break lines at. */
const breaks = /[\p{Cc}\s\u2028\u2029]+/gu;
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * One line of plain text, fit for the system's own interface, out of what a stranger wrote.
 * @param most length in UTF-16 units; cut between letters, with an ellipsis
 */
export function cleanText(text: string, most: number): string {
  // Enough for what may be left out of it; a message can have a million letters.
  const clean = text
    .slice(0, most * 8)
    .toWellFormed()
    .replace(invisible, '')
    .replace(breaks, ' ')
    .trim();
  if (clean.length <= most) return clean;
  let kept = '';
  for (const { segment } of letters.segment(clean)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
