/**
 * Text of a stranger, made safe to look at: what cannot be seen, or would change how its surroundings read, becomes a
 * visible mark. React already keeps HTML from being parsed; this is for what is left.
 * https://trojansource.codes/trojan-source.pdf
 */
export function inert(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replace(deceptive, show);
}

/** For lists: one line, and no longer than a row could ever show. */
export function inertLine(text: string, most = 300): string {
  return inert(cut(text, most)).replace(/\s+/g, ' ').trim();
}

/** The first `most` characters, never ending between the halves of one; with an ellipsis where something is missing. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = isHighSurrogate(text.charCodeAt(most - 1)) ? most - 1 : most;
  return `${text.slice(0, end)}…`;
}

/**
 * C0 and C1 controls except tab and newline, bidirectional controls, and other characters that are invisible yet
 * shift or break a line. Joiners stay: scripts and emoji need them.
 */
const deceptive =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

function show(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
