import { expect, test } from 'vitest';
import { errorCodes } from '../../shared/errors.ts';
import { eventKinds, rejectReasons } from '../../shared/events.ts';
import { anEvent } from '../stores/testing.ts';
import { explainError } from './errors.ts';
import { describeEvent, kindWords } from './events.ts';
import { explainReason } from './reasons.ts';

const sentence = /^[A-Z“].*[.?!…]$/s;

test.each(errorCodes)('%s is a sentence with a next step', (code) => {
  const { sentence: said, next } = explainError({ code, message: 'The message of the core.' });
  expect(said).toMatch(sentence);
  expect(next).toMatch(sentence);
});

test.each(rejectReasons)('%s is explained with a next step', (reason) => {
  const { short, explained, next } = explainReason(reason);
  expect(short.length).toBeLessThan(50);
  expect(short).not.toMatch(/[.]$/);
  expect(explained).toMatch(sentence);
  expect(next).toMatch(sentence);
});

test.each(eventKinds)('%s has words, whatever its data hold', (kind) => {
  expect(kindWords[kind]).not.toBe('');
  for (const data of [
    {},
    { text: 1, role: null, reason: [], from: 'x', to: {}, recovered: 'y', room: true },
  ]) {
    const words = describeEvent(anEvent(1, { kind, data }), 'Front desk');
    expect(words.title).not.toBe('');
    expect(JSON.stringify(words)).not.toMatch(/undefined|NaN|\[object/);
  }
});

test('who speaks is told by name', () => {
  const say = (role: string) => describeEvent(anEvent(1, { data: { role, text: 'Hi' } }), 'Mira');
  expect(say('user')).toMatchObject({ title: 'Visitor', aside: 'to Mira', line: 'Hi' });
  expect(say('assistant')).toMatchObject({ title: 'Mira', line: 'Hi' });
  expect(say('other')).toMatchObject({ title: 'Someone' });
});

test('a gap says how long it was and what came back', () => {
  const gap = { from: '2026-01-01T10:00:00.000Z', to: '2026-01-01T10:06:00.000Z', recovered: 2 };
  expect(describeEvent(anEvent(1, { kind: 'gap', data: gap }), 'x')).toMatchObject({
    title: 'Offline for 6 minutes'.replace('minutes', 'min'),
    line: '2 conversations recovered',
    mark: 'gap',
  });
});
