import { type Language, type LanguageChoice, pickLanguage } from '../../shared/language.ts';

/** The language that alerts, the tray and the menus speak. */
export interface SpokenLanguage {
  now(): Language;
  /** A window tells which it speaks, as its browser prefers. */
  heard(language: Language): void;
}

/**
 * @param chosen in the settings; `system` leaves it to the window that was looked at last, else to the system
 * @param system what it prefers, best first: BCP 47 tags
 */
export function createLanguage(
  chosen: () => LanguageChoice,
  system: readonly string[],
  changed: () => void,
): SpokenLanguage {
  let window: Language | undefined;
  const now = () => pickLanguage([chosen(), window, ...system]);
  return {
    now,
    heard(language) {
      const before = now();
      window = language;
      if (now() !== before) changed();
    },
  };
}
