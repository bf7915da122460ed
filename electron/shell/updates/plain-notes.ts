const LONGEST = 4000;
/** What begins a line of its own. */
const blocks =
  /<\/?(?:p|div|h[1-6]|ul|ol|li|br|tr|table|blockquote|pre|hr|section|details|summary)\b[^<>]*>/gi;
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
};

/** As electron-updater gives them: Markdown or HTML of the release, or one such text for each version. */
export type ReleaseNotes = string | { version: string; note: string | null }[] | null | undefined;

/**
 * What is new, as plain text of at most 4,000 characters; undefined where nothing is said. It is for showing as text: the
 * tags are taken out for readers' sake, not for safety's.
 */
export function plainNotes(notes: ReleaseNotes): string | undefined {
  const text = Array.isArray(notes)
    ? notes.map(({ version, note }) => `${version}\n${note ?? ''}`).join('\n\n')
    : (notes ?? '');
  const plain = text
    .slice(0, LONGEST * 8)
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<li\b[^<>]*>/gi, '\n• ')
    .replace(blocks, '\n')
    .replace(/<[a-z/!][^<>]*>/gi, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .toWellFormed()
    .replace(/[^\P{C}\n\u200d]/gu, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*\n ?/g, '\n\n')
    .replace(/ ?\n ?/g, '\n')
    .trim();
  if (plain === '') return undefined;
  return plain.length <= LONGEST
    ? plain
    : `${plain
        .slice(0, LONGEST - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
