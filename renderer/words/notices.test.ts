import { expect, test } from 'vitest';
import type { Notice } from '../../shared/status.ts';
import { noticesDe } from './de/notices.ts';
import { wholeArgs, wordNotice } from './notices.ts';

const args = {
  name: 'Front desk',
  reason: 'No space left.',
  file: 'old.db',
  wanted: 4781,
  got: 4782,
  recovered: 3,
};

test.each(Object.entries(noticesDe))('%s is told in German, with what it names', (code, told) => {
  for (const given of [args, { ...args, recovered: 1 }, { ...args, recovered: 0 }]) {
    const { title, text } = told(wholeArgs(given));
    expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
    expect(text).toMatch(/^\p{Lu}.*[.?“]$/u);
  }
  const all = Object.values(told(wholeArgs(args))).join(' ');
  if (/failed|lost/.test(code)) expect(all).toContain('„No space left.“');
  if (/aside/.test(code)) expect(all).toContain('old.db');
  if (/port/.test(code)) expect(all).toMatch(/4781.*4782/);
});

test('an older core, which names nothing, breaks no sentence', () => {
  for (const told of Object.values(noticesDe)) {
    expect(JSON.stringify(told(wholeArgs({})))).not.toMatch(/undefined|NaN|„“/);
  }
});

test('in English the core speaks for itself, and nothing a stranger wrote acts on the page', () => {
  const notice = { code: 'alert', title: 'A \u202eB', text: 'C\u0007D' } satisfies Partial<Notice>;
  const { title, text } = wordNotice(notice);
  for (const sign of ['\u202e', '\u0007']) expect(title + text).not.toContain(sign);
});
