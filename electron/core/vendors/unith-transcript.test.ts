import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../shared/events.ts';
import { factsOfTranscript } from './unith-transcript.ts';

const of = { vendorSessionId: 's1', org: 'Acme-77', agentId: 'head' };
const read = (...messages: JsonObject[]) => factsOfTranscript(of, messages);
const keysOf = (messages: JsonObject[]) => factsOfTranscript(of, messages).map(({ key }) => key);
const at = Date.UTC(2026, 7, 31, 6, 56, 30);

describe('factsOfTranscript', () => {
  test('each message is a fact, in its own words', () => {
    const facts = read(
      { text: 'Where is the hall?', message_type: 'user_input', timestamp: '2026-08-31 06:56:30' },
      { text: ' To the left.\n', message_type: 'answer', timestamp: '2026-08-31T06:56:32Z' },
    );
    const common = { kind: 'chat.message', vendorSessionId: 's1', agentId: 'head', unlessTold: false };
    expect(facts).toMatchObject([
      { ...common, occurredAt: at, data: { role: 'user', text: 'Where is the hall?' } },
      { ...common, occurredAt: at + 2_000, data: { role: 'assistant', text: ' To the left.\n' } },
    ]);
  });

  test.each([
    [{ message_type: 'user_input' }, 'user'],
    [{ message_type: 'USER_INPUT' }, 'user'],
    [{ messageType: 'user-input' }, 'user'],
    [{ role: 'user' }, 'user'],
    [{ message_type: 'bot_response' }, 'assistant'],
    [{ role: 'assistant' }, 'assistant'],
    [{}, 'other'],
    [{ message_type: null }, 'other'],
    [{ message_type: '' }, 'other'],
  ] as const)('%j was said by %s', (type, role) => {
    expect(read({ text: 'x', ...type })[0]?.data.role).toBe(role);
  });

  test.each([{}, { text: '' }, { text: ' \n' }, { text: null }, { text: 7 }, { text: { a: 1 } }])(
    '%j says nothing',
    (message) => {
      expect(read(message as JsonObject)).toEqual([]);
    },
  );

  test('one without a usable time stands beside its neighbour; the key knows no time then', () => {
    const late = { text: 'b', timestamp: '2026-08-31 06:56:30' };
    const facts = read({ text: 'a' }, late, { text: 'c', timestamp: 'soon' });
    expect(facts.map(({ occurredAt }) => occurredAt)).toEqual([at, at, at]);
    expect(keysOf([late, { text: 'a' }])).toContain(facts[0]?.key);
  });

  test('where none tells a time, it is that of the look, and the keys stay', () => {
    const untimed = [{ text: 'a' }, { text: 'b' }];
    const facts = factsOfTranscript(of, untimed, 5_000);
    expect(facts.map(({ occurredAt }) => occurredAt)).toEqual([5_000, 5_000]);
    expect(factsOfTranscript(of, untimed, 9_000).map(({ key }) => key)).toEqual(facts.map(({ key }) => key));
  });

  test('another session, role, text or time is another fact', () => {
    const message = { text: 'x', message_type: 'user_input', timestamp: '2026-08-31 06:56:30' };
    const keys = [
      ...keysOf([message]),
      ...keysOf([{ ...message, text: 'y' }]),
      ...keysOf([{ ...message, message_type: 'answer' }]),
      ...keysOf([{ ...message, timestamp: '2026-08-31 06:56:31' }]),
      ...keysOf([{ text: 'x', message_type: 'user_input' }]),
      ...factsOfTranscript({ vendorSessionId: 's2' }, [message]).map(({ key }) => key),
    ];
    expect(new Set(keys).size).toBe(6);
  });
});

/** Few values, so that equal messages come up often. */
const message = fc.record(
  {
    text: fc.constantFrom('yes', 'no', 'Ja, gern.'),
    message_type: fc.constantFrom('user_input', 'answer'),
    timestamp: fc.constantFrom('2026-08-31 06:56:30', '2026-08-31 06:56:31'),
  },
  { requiredKeys: ['text'] },
) as fc.Arbitrary<JsonObject>;
const transcript = fc.array(message, { maxLength: 30 });

describe('a transcript that is fetched again', () => {
  test('in any order: the same keys, none twice, none lost', () => {
    const shuffled = transcript.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(new Set(keysOf(all)).size).toBe(all.length);
        expect(keysOf(other).toSorted()).toEqual(keysOf(all).toSorted());
      }),
    );
  });

  test('longer than before, in several looks and any order: what is kept by key is the whole, once', () => {
    const looks = transcript.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.array(fc.nat({ max: all.length }), { maxLength: 4 }),
        fc.shuffledSubarray(all, { minLength: all.length }),
      ),
    );
    fc.assert(
      fc.property(looks, ([all, lengths, last]) => {
        const kept = new Map<string, string>();
        for (const look of [...lengths.map((length) => all.slice(0, length)), last]) {
          for (const { key, data } of factsOfTranscript(of, look)) {
            if (!kept.has(key)) kept.set(key, String(data.text));
          }
        }
        expect([...kept.values()].toSorted()).toEqual(all.map(({ text }) => String(text)).toSorted());
      }),
    );
  });

  test('with its times written in another form: the same keys', () => {
    const seconds = fc.integer({ min: 0, max: 4_000_000_000 });
    const forms: ((at: number) => JsonObject)[] = [
      (s) => ({ timestamp: new Date(s * 1000).toISOString() }),
      (s) => ({ timestamp: new Date(s * 1000).toISOString().slice(0, 19).replace('T', ' ') }),
      (s) => ({ timestamp: new Date(s * 1000).toISOString().replace('.000Z', '+00:00') }),
      (s) => ({ timestamp: s }),
      (s) => ({ timestamp: String(s) }),
      (s) => ({ created_at: `${new Date(s * 1000).toISOString().slice(0, 19)}.000000` }),
    ];
    fc.assert(
      fc.property(seconds, fc.constantFrom(...forms), (s, form) => {
        const [expected] = read({ text: 'x', timestamp: new Date(s * 1000).toISOString() });
        expect(read({ text: 'x', ...form(s) })).toEqual([expected]);
        expect(expected?.occurredAt).toBe(s * 1000);
      }),
    );
  });
});
