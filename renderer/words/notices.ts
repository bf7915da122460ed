import { noticeWords } from '../../shared/notice-words.ts';
import type { Notice } from '../../shared/status.ts';
import { inert } from '../text/inert.ts';
import { fromCore } from './core.ts';
import { language } from './language.ts';

/** A notice in the language of the window. What it names may be a stranger's: inert. */
export function wordNotice(notice: Pick<Notice, 'code' | 'title' | 'text' | 'args'>) {
  const { title, text } = noticeWords(notice, language, fromCore);
  return { title: inert(title), text: inert(text) };
}
