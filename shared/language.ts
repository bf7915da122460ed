/** What Greenroom speaks, each complete. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];
/** `system` follows what the system or the browser prefers. */
export type LanguageChoice = Language | 'system';

/** @param wanted the chosen language, else what the system prefers, best first: tags such as `de-AT` or `de_AT.UTF-8` */
export function pickLanguage(wanted: readonly unknown[]): Language {
  for (const tag of wanted) {
    const known = languages.find((name) => typeof tag === 'string' && speaks(tag, name));
    if (known) return known;
  }
  return 'en';
}

/** Whether a tag is of that language. */
export function speaks(tag: string, language: Language): boolean {
  return new RegExp(`^${language}(?![a-z])`, 'i').test(tag);
}
