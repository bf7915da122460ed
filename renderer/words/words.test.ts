import { expect, test } from 'vitest';
import { alertOutcomes, muteKinds, silentReasons } from '../../shared/alerts.ts';
import { errorCodes } from '../../shared/errors.ts';
import { eventKinds, type JsonObject, rejectReasons } from '../../shared/events.ts';
import { anEvent } from '../stores/testing.ts';
import { alerts } from './alerts.ts';
import { pageTitle } from './common.ts';
import { decisions, explainSilence } from './decisions.ts';
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

test.each(silentReasons)('%s is explained, with the way to change it where there is one', (reason) => {
  const { sentence: said, fix } = explainSilence(reason);
  expect(said).toMatch(sentence);
  expect(fix === undefined).toBe(['not_told', 'not_a_user', 'past', 'in_view'].includes(reason));
  if (fix) expect(fix.label).toMatch(/^[A-Z].*[^.]$/);
});

test('each outcome, and each kind that can be muted, has words', () => {
  for (const outcome of alertOutcomes) expect(decisions.outcomes[outcome]).not.toBe('');
  for (const shown of Object.values(decisions.shown)) expect(shown).toMatch(sentence);
  for (const kind of muteKinds) expect(alerts.isMuted[kind]).toContain(alerts.kinds[kind]);
});

test('the page is named after its screen, or after what nobody has looked at', () => {
  expect(pageTitle('live', 0)).toBe('Live · Greenroom');
  expect(pageTitle('live', 3)).toBe('(3) Greenroom');
  expect(pageTitle('settings', 2000)).toBe('(99+) Greenroom');
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

const at = (minute: number, second = 0) => new Date(2026, 0, 1, 10, minute, second).toISOString();
const gap = (data: JsonObject) => describeEvent(anEvent(1, { kind: 'gap', data }), 'x');

test('a gap says from when to when nothing could arrive', () => {
  expect(gap({ from: at(2), to: at(5) }).title).toBe('Nothing could arrive from 10:02 to 10:05');
  expect(gap({ from: at(2, 1), to: at(2, 9) }).title).toBe('Nothing could arrive from 10:02:01 to 10:02:09');
});

test.each<[JsonObject, string]>([
  [{ recovered: 3, cause: 'path' }, '3 recovered · the way in was away'],
  [{ recovered: 0, cause: 'closed' }, 'not known whether anything was missed · Greenroom was closed'],
  [{ recovered: 0, missed: 0 }, 'nothing was missed'],
  [{ recovered: 1, missed: 4 }, '1 recovered · the vendor could not deliver 4'],
  [{ recovered: 4, missed: 4 }, '4 recovered'],
])('of a gap with %j no more is said than is known', (data, line) => {
  expect(gap(data).line).toBe(`${line} · x`);
});

test.each(errorCodes)('%s has a next step without words of the core, too', (code) => {
  if (['bad_input', 'sample_refused', 'not_available'].includes(code)) return;
  expect(explainError({ code, message: '' }).next.trim()).toMatch(sentence);
});

test('an agent with a name is told by it, once; without one, by its code', () => {
  const ready = anEvent(1, { kind: 'agent.ready', agentId: 'A12BCD3456' });
  expect(describeEvent(ready, 'Mira', 'Mira')).toMatchObject({ line: 'Mira finished generating' });
  expect(describeEvent(ready, 'Mira', 'Mira')).not.toHaveProperty('aside');
  expect(describeEvent(ready, 'Studio')).toMatchObject({
    aside: 'Studio',
    line: 'A12BCD3456 finished generating',
  });
  const idle = anEvent(1, { kind: 'session.idle', agentId: 'A12BCD3456' });
  expect(describeEvent(idle, 'Mira', 'Mira')).not.toHaveProperty('id');
  expect(describeEvent(idle, 'Studio')).toMatchObject({ id: 'A12BCD3456' });
});
