import { type Language, type LanguageChoice, pickLanguage, speaks } from '../../shared/language.ts';

const key = 'greenroom-language';

/** Decided once, as the page loads: words are plain values from then on. */
export const language = pickLanguage([remembered(), ...systemLanguages()]);
if (typeof document !== 'undefined') document.documentElement.lang = language;

/**
 * Dates, times and numbers as the user writes them. Where no region is told, the day comes before the month and has 24 hours.
 * @param preferred by the system, best first: BCP 47 tags
 */
export function pickLocale(spoken: Language, preferred: readonly string[]): string {
  const own = preferred.find((tag) => speaks(tag, spoken) && tag.includes('-') && isSupported(tag));
  return own ?? (spoken === 'en' ? 'en-GB' : spoken);
}

export const formatLocale = pickLocale(language, systemLanguages());

/** Kept beside the theme, so that the very first words are right. @returns whether the page must be loaded anew */
export function rememberLanguage(choice: LanguageChoice): boolean {
  try {
    if (choice === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, choice);
  } catch {
    // It could not be known at the next load either: the window stays as it is.
    return false;
  }
  return pickLanguage([choice, ...systemLanguages()]) !== language;
}

/** The one of both that this window speaks. `de` has the shape of `en`, or it does not compile. */
export function inLanguage<Words>(en: Words, de: NoInfer<Words>): Words {
  return language === 'de' ? de : en;
}

function isSupported(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
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
