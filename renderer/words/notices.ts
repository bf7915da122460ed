import type { Notice, NoticeArgs, NoticeCode } from '../../shared/status.ts';
import { inert, inertLine } from '../text/inert.ts';
import { noticesDe } from './de/notices.ts';
import { inLanguage } from './language.ts';

const longestArg = 400;

export type NoticeText = (args: Required<NoticeArgs>) => Pick<Notice, 'title' | 'text'>;
/** An alert was worded by the core, which has what it quotes. */
export type NoticeTexts = Record<Exclude<NoticeCode, 'alert'>, NoticeText>;

/** The core's own words are English. */
const texts = inLanguage<NoticeTexts | null>(null, noticesDe);

/** A notice in the language of the window. What it names may be a stranger's: inert. */
export function wordNotice({
  code,
  title,
  text,
  args = {},
}: Pick<Notice, 'code' | 'title' | 'text' | 'args'>) {
  const told = texts && code !== 'alert' ? texts[code](wholeArgs(args)) : { title, text };
  return { title: inert(told.title), text: inert(told.text) };
}

export function wholeArgs({ name, reason, file, wanted, got, recovered }: NoticeArgs): Required<NoticeArgs> {
  return {
    name: inertLine(name ?? '', longestArg),
    reason: inertLine(reason ?? '', longestArg),
    file: inertLine(file ?? '', longestArg),
    wanted: wanted ?? 0,
    got: got ?? 0,
    recovered: recovered ?? 0,
  };
}
