import { coreReasonsDe } from './core-reasons-de.ts';
import { coreWordsDe } from './core-words-de.ts';
import type { Language } from './language.ts';

/** The core words what it tells in English. Other languages know its texts by that. */
const known: Record<Language, readonly Readonly<Record<string, string>>[]> = {
  en: [],
  de: [coreWordsDe, coreReasonsDe],
};

/** Where something is put in. */
const slot = '{}';

interface Template {
  pattern: RegExp;
  told: string;
}

const templates = new Map<Language, Template[]>();

/** A text of the core in a language; what is not known in it stays as it is. */
export function coreWords(text: string, language: Language): string {
  const words = text.includes(slot) ? undefined : known[language].find((one) => Object.hasOwn(one, text));
  if (words) return words[text] ?? text;
  for (const { pattern, told } of templatesOf(language)) {
    const slots = pattern.exec(text);
    if (slots)
      return told.replace(/\{(\d)\}/g, (_, n: string) => coreWords(slots[Number(n)] ?? '', language));
  }
  // The system's own words stand behind in brackets.
  const [, first, own] = /^(.+[.?]) (\(.+\))$/s.exec(text) ?? [];
  return first === undefined ? text : `${coreWords(first, language)} ${own}`;
}

/** Those that put something in, the longest first: the more is said, the surer it is meant. */
function templatesOf(language: Language): Template[] {
  const made = templates.get(language);
  if (made) return made;
  const all = known[language]
    .flatMap(Object.entries<string>)
    .filter(([text]) => text.includes(slot))
    .sort(([one], [other]) => other.length - one.length)
    .map(([text, told]) => ({
      pattern: new RegExp(`^${text.split(slot).map(asItIs).join('(.*?)')}$`, 's'),
      told,
    }));
  templates.set(language, all);
  return all;
}

function asItIs(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
