/** One argument of a POSIX shell, quoted so that nothing in it is special. It must not hold NUL. */
export function shellQuote(text: string): string {
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** True where a terminal takes the text as pasted: no control character but newline, and not too long for one argument. */
export function isPasteable(text: string): boolean {
  // Linux gives one argument 128 KiB, counted in bytes.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.length <= 30_000 && !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(text);
}
