import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AlertTopic, alertTopics } from '../../../shared/alerts.ts';
import { phrasesEn } from '../words/phrases.ts';
import { phrasesDe } from '../words/phrases-de.ts';
import { gather } from './gather.ts';
import type { Draft } from './rules.ts';

const minute = 60_000;

function draft(topic: AlertTopic, part: Partial<Draft> = {}): Draft {
  return {
    topic,
    title: `Title of ${topic}`,
    body: 'Body',
    target: { screen: 'sessions', id: 's1' },
    mute: { kind: 'session', id: 's1' },
    urgent: false,
    prompt: false,
    who: 'Ada',
    sessionId: 's1',
    endpointId: 'e1',
    ...part,
  };
}

const told = (drafts: Draft[], more: [AlertTopic, number][] = [], forMs = 1000) =>
  gather({ drafts, more: new Map(more), forMs }, phrasesEn);

test('one is told as it is, with nothing that only we need', () => {
  expect(told([draft('joined')])).toEqual({
    topic: 'joined',
    title: 'Title of joined',
    body: 'Body',
    target: { screen: 'sessions', id: 's1' },
    mute: { kind: 'session', id: 's1' },
    urgent: false,
    count: 1,
  });
});

test('one that waited long says when it was', () => {
  expect(told([draft('joined')], [], 40 * minute).body).toBe('40 minutes ago · Body');
  expect(told([draft('joined', { body: '' })], [], 3 * 60 * minute).body).toBe('3 hours ago');
});

test('people who joined are counted', () => {
  const seven = Array.from({ length: 7 }, (_, index) => draft('joined', { sessionId: `s${index}` }));
  expect(told(seven, [], 50_000)).toMatchObject({
    title: '7 people joined',
    body: 'In the last minute: Ada',
    target: { screen: 'live' },
    count: 7,
  });
  expect(told(seven)).not.toHaveProperty('mute');
});

test('several kinds are named together, with those that were only counted', () => {
  const drafts = [
    draft('joined'),
    draft('message', { who: 'Bo' }),
    draft('message', { who: 'Cy' }),
    draft('started', { who: 'Di' }),
  ];
  expect(told(drafts, [['message', 100]], 12 * minute)).toMatchObject({
    title: '102 messages, 1 person joined and 1 conversation began',
    body: 'In the last 12 minutes: Ada, Bo, Cy and others',
    count: 104,
  });
});

test('of one session, a click opens it', () => {
  const { target, mute, title } = told([draft('message'), draft('message')]);
  expect([target, mute, title]).toEqual([
    { screen: 'sessions', id: 's1' },
    { kind: 'session', id: 's1' },
    '2 messages',
  ]);
});

test('of the connection only the last word is told', () => {
  const lost = draft('connection', { title: 'Lost', urgent: true });
  const back = draft('connection', { title: 'Back' });
  expect(told([lost, back])).toMatchObject({ title: 'Back', urgent: false, count: 2 });
});

test('of several troubles each is named', () => {
  const drafts = [
    draft('trouble', { title: 'Disk' }),
    draft('trouble', { title: 'Clock' }),
    draft('trouble', { title: 'Key' }),
  ];
  expect(told(drafts)).toMatchObject({ title: 'Key', body: 'Also: Clock · Disk', count: 3 });
  expect(told([draft('trouble'), draft('trouble')])).toMatchObject({ body: 'Body', count: 2 });
});

test('failures are called failures', () => {
  expect(told([draft('agents', { urgent: true }), draft('agents', { urgent: true })])).toMatchObject({
    title: '2 agents or videos failed',
    urgent: true,
  });
});

test('in German, too', () => {
  const many = [draft('joined'), draft('joined', { who: 'Bo' }), draft('message', { who: 'Cy' })];
  const crowd = { drafts: many, more: new Map([['sessions', 2] as const]), forMs: 3 * minute };
  expect(gather(crowd, phrasesDe)).toMatchObject({
    title: '2 Sitzungen ruhig oder beendet, 2 Personen kamen dazu und 1 Nachricht',
    body: 'In den letzten 3 Minuten: Ada, Bo, Cy und andere',
  });
  expect(gather({ ...crowd, forMs: 1000 }, phrasesDe).body).toMatch(/^In der letzten Minute: /);
});

test.each(Object.entries({ en: phrasesEn, de: phrasesDe }))(
  'whatever waits: counted rightly, short, and never empty, %s',
  (_language, phrases) => {
    const drafts = fc.array(
      fc.record({ topic: fc.constantFrom(...alertTopics), who: fc.string({ minLength: 1, maxLength: 32 }) }),
      { minLength: 1, maxLength: 60 },
    );
    const more = fc.uniqueArray(fc.tuple(fc.constantFrom(...alertTopics), fc.integer({ min: 1, max: 1e6 })), {
      selector: ([topic]) => topic,
    });
    fc.assert(
      fc.property(drafts, more, fc.integer({ min: 0, max: 1e9 }), (parts, extra, forMs) => {
        const waiting = parts.map(({ topic, who }) => draft(topic, { who }));
        const alert = gather({ drafts: waiting, more: new Map(extra), forMs }, phrases);
        expect(alert.count).toBe(parts.length + extra.reduce((sum, [, count]) => sum + count, 0));
        expect(alert.title).not.toBe('');
        expect(alert.title.length).toBeLessThanOrEqual(80);
        expect(alert.body.length).toBeLessThanOrEqual(200);
      }),
    );
  },
);
