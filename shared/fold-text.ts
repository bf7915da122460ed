/** Without case and accents, and with one space between words: as words are compared that somebody looks for. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a word of the text begins with this. Both folded. */
export function beginsWord(text: string, beginning: string): boolean {
  return ` ${text}`.includes(` ${beginning}`);
}
