import { cleanText } from './clean-text.ts';
import type { Language } from './language.ts';
import { noticesDe } from './notice-words-de.ts';
import type { Notice, NoticeArgs, NoticeCode } from './status.ts';

const LONGEST_ARG = 400;

export type NoticeText = (args: Required<NoticeArgs>) => Pick<Notice, 'title' | 'text'>;
/** An alert is worded in the language already. */
export type NoticeTexts = Record<Exclude<NoticeCode, 'alert'>, NoticeText>;

/** A notice carries its English; the others are made of its code and what it names. */
const texts: Record<Language, NoticeTexts | null> = { en: null, de: noticesDe };

/**
 * What a notice says, in one of the languages. It quotes strangers: not yet fit to be shown.
 * @param reasonIn words the reason; without, it is quoted as it was met
 */
export function noticeWords(
  { code, title, text, args = {} }: Pick<Notice, 'code' | 'title' | 'text' | 'args'>,
  language: Language,
  reasonIn: (reason: string) => string = (reason) => reason,
): Pick<Notice, 'title' | 'text'> {
  const told = texts[language];
  return told && code !== 'alert'
    ? told[code](wholeArgs({ ...args, reason: reasonIn(args.reason ?? '') }))
    : { title, text };
}

/** A core of before named nothing. */
export function wholeArgs({ name, reason, file, wanted, got, recovered }: NoticeArgs): Required<NoticeArgs> {
  return {
    name: cleanText(name ?? '', LONGEST_ARG),
    reason: cleanText(reason ?? '', LONGEST_ARG),
    file: cleanText(file ?? '', LONGEST_ARG),
    wanted: wanted ?? 0,
    got: got ?? 0,
    recovered: recovered ?? 0,
  };
}
