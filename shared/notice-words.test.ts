import { expect, test } from 'vitest';
import { coreWords } from './core-words.ts';
import { noticeWords, wholeArgs } from './notice-words.ts';
import { noticesDe } from './notice-words-de.ts';

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

test('an alert, and whatever is told in English, stays as it was worded', () => {
  const alert = { code: 'alert', title: 'Jemand ist bei Ada', text: 'Raum A' } as const;
  expect(noticeWords(alert, 'de')).toEqual({ title: alert.title, text: alert.text });
  const failed = { code: 'tunnel_back', title: 'Back', text: 'Proved.' } as const;
  expect(noticeWords(failed, 'en')).toEqual({ title: 'Back', text: 'Proved.' });
  expect(noticeWords(failed, 'de').title).toBe('Zustellungen können wieder ankommen');
});

test('a reason is worded where the words are there, else quoted as it was met', () => {
  const lost = {
    code: 'tunnel_lost',
    title: '',
    text: '',
    args: { reason: 'The tunnel server answered 503.' },
  } as const;
  expect(noticeWords(lost, 'de').text).toContain('„The tunnel server answered 503.“');
  const worded = noticeWords(lost, 'de', (reason) => coreWords(reason, 'de'));
  expect(worded.text).toContain('„Der Tunnelserver antwortete 503.“');
});

test('what is named is one clean line', () => {
  expect(wholeArgs({ name: 'A \u202eB\u0007\nC' }).name).toBe('A B C');
});
