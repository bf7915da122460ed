/** The languages that the window speaks, each complete. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];
export type LanguageChoice = Language | 'system';

const key = 'greenroom-language';

/** @param wanted the chosen language, else what the system prefers, best first: BCP 47 tags */
export function pickLanguage(wanted: readonly unknown[]): Language {
  for (const tag of wanted) {
    const known = languages.find(
      (name) => typeof tag === 'string' && new RegExp(`^${name}\\b`, 'i').test(tag),
    );
    if (known) return known;
  }
  return 'en';
}

/** Decided once, as the page loads: words are plain values from then on. */
export const language = pickLanguage([remembered(), ...systemLanguages()]);
if (typeof document !== 'undefined') document.documentElement.lang = language;

/** Kept beside the theme, so that the very first words are right. @returns whether the page must be loaded anew */
export function rememberLanguage(choice: LanguageChoice): boolean {
  if (choice === 'system') localStorage.removeItem(key);
  else localStorage.setItem(key, choice);
  return pickLanguage([choice, ...systemLanguages()]) !== language;
}

/** The one of both that this window speaks. `de` has the shape of `en`, or it does not compile. */
export function inLanguage<Words>(en: Words, de: NoInfer<Words>): Words {
  return language === 'de' ? de : en;
}

function remembered(): string | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Outside a window there is nobody to prefer one. */
function systemLanguages(): readonly string[] {
  return typeof document === 'undefined' ? [] : navigator.languages;
}
