import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ListedRegistration } from '../vendors/vendor-api.ts';
import { carriesKey, type Plan, plan, type Wish } from './plan.ts';

const key = 'k'.repeat(32);
const url = (host: string, of = key) => `https://${host}/hooks/${of}`;
const one = (ref: string, more: Partial<ListedRegistration> = {}): ListedRegistration => ({
  ref,
  url: url('new.example'),
  events: [],
  active: true,
  ...more,
});
const wish = (more: Partial<Wish> = {}): Wish => ({
  wanted: { url: url('new.example'), events: [], active: true },
  key,
  made: ['1'],
  secretOf: '1',
  canUpdate: false,
  allEvents: [],
  ...more,
});

const create = { do: 'create' };
const keep = (ref: string) => ({ do: 'keep', ref });

describe('a vendor that shows the secret once and changes nothing', () => {
  test.each<
    [name: string, wish: Partial<Wish>, existing: ListedRegistration[], action: object, remove: string[]]
  >([
    ['nothing there', { made: [], secretOf: undefined }, [], create, []],
    ['as wanted', {}, [one('1')], keep('1'), []],
    ['another address', {}, [one('1', { url: url('old.example') })], create, ['1']],
    ['other events', {}, [one('1', { events: ['agent.ready'] })], create, ['1']],
    ['switched off at the vendor', {}, [one('1', { active: false })], create, ['1']],
    ['gone at the vendor', {}, [], create, []],
    ['the secret was not kept: a crash after the answer', { secretOf: undefined }, [one('1')], create, ['1']],
    ['not journalled, known by its key', { made: [], secretOf: undefined }, [one('7')], create, ['7']],
    [
      'two, one with a kept secret',
      { made: ['1', '2'], secretOf: '2' },
      [one('1'), one('2')],
      keep('2'),
      ['1'],
    ],
    [
      'a new one unkept beside the old one',
      {},
      [one('1', { url: url('old.example') }), one('2')],
      create,
      ['2', '1'],
    ],
  ])('%s', (_, more, existing, action, remove) => {
    const made = plan(wish(more), existing);
    expect(made.action).toEqual(action);
    expect(made.remove.sort()).toEqual(remove.sort());
    expect(made.others).toEqual([]);
  });
});

describe('a vendor that lets the secret be read back and the registration be changed', () => {
  const readable = (ref: string, more: Partial<ListedRegistration> = {}) =>
    one(ref, { secret: `s${ref}`, ...more });
  const able = { canUpdate: true, allEvents: ['start', 'end'] };
  test.each<
    [name: string, wish: Partial<Wish>, existing: ListedRegistration[], action: object, remove: string[]]
  >([
    [
      'as wanted',
      {},
      [readable('1', { events: ['end', 'start'] })],
      { do: 'keep', ref: '1', secret: 's1' },
      [],
    ],
    [
      'another address',
      {},
      [readable('1', { url: url('old') })],
      { do: 'update', ref: '1', secret: 's1' },
      [],
    ],
    ['paused', {}, [readable('1', { active: false })], { do: 'update', ref: '1', secret: 's1' }, []],
    [
      'to be paused, and is',
      { wanted: { url: url('new.example'), events: [], active: false } },
      [readable('1', { active: false, events: [] })],
      { do: 'keep', ref: '1', secret: 's1' },
      [],
    ],
    [
      'made, never journalled',
      { made: [], secretOf: undefined },
      [readable('9')],
      { do: 'keep', ref: '9', secret: 's9' },
      [],
    ],
    [
      'made twice',
      { secretOf: undefined },
      [readable('1'), readable('2')],
      { do: 'keep', ref: '1', secret: 's1' },
      ['2'],
    ],
    [
      'the one in use wins',
      { secretOf: '2' },
      [readable('1'), readable('2')],
      { do: 'keep', ref: '2', secret: 's2' },
      ['1'],
    ],
  ])('%s', (_, more, existing, action, remove) => {
    const made = plan(wish({ ...able, ...more }), existing);
    expect([made.action, made.remove]).toEqual([action, remove]);
  });
});

test('what carries another key is somebody else’s, or this user’s other computer’s', () => {
  const theirs = [
    one('3', { url: url('new.example', 'x'.repeat(32)) }),
    one('4', { url: 'https://other.example/' }),
  ];
  const made = plan(wish({ made: [] }), theirs);
  expect(made).toEqual({ action: create, remove: [], others: theirs });
});

const refs = fc.constantFrom('1', '2', '3', '4', '5');
const listed = fc.record(
  {
    ref: refs,
    url: fc.constantFrom(
      url('new.example'),
      url('old.example'),
      url('new.example', 'else'),
      'https://x.example/',
    ),
    events: fc.constantFrom([], ['a'], ['a', 'b']),
    active: fc.boolean(),
    secret: fc.constantFrom('s', 't'),
  },
  { requiredKeys: ['ref', 'url', 'events', 'active'] },
) as fc.Arbitrary<ListedRegistration>;

test('whatever is there: one of ours is left, with a secret that is known, and nobody else’s is touched', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(listed, { selector: ({ ref }) => ref }),
      fc.subarray(['1', '2', '3', '4', '5']),
      fc.option(refs, { nil: undefined }),
      fc.boolean(),
      (existing, made, secretOf, canUpdate) => {
        const asked = wish({ made, secretOf, canUpdate, allEvents: ['a', 'b'] });
        const { action, remove, others } = plan(asked, existing);
        const isOurs = ({ ref, url: at }: ListedRegistration) => made.includes(ref) || carriesKey(at, key);
        expect(others).toEqual(existing.filter((one) => !isOurs(one)));
        const kept = action.do === 'create' ? [] : [action.ref];
        expect([...remove, ...kept].sort()).toEqual(
          existing
            .filter(isOurs)
            .map(({ ref }) => ref)
            .sort(),
        );
        for (const ref of kept) {
          expect(
            existing.some((one) => one.ref === ref && (one.secret !== undefined || ref === secretOf)),
          ).toBe(true);
        }
        if (action.do === 'update') expect(canUpdate).toBe(true);
        // Carried out, the same plan asks for nothing more.
        expect(
          plan(
            asked.secretOf === undefined ? { ...asked, secretOf: '9' } : asked,
            carriedOut(asked, existing),
          ),
        ).toMatchObject({
          action: { do: 'keep' },
          remove: [],
        });
      },
    ),
  );

  function carriedOut(asked: Wish, existing: ListedRegistration[]): ListedRegistration[] {
    const { action, remove }: Plan = plan(asked, existing);
    const rest = existing.filter(({ ref }) => !remove.includes(ref));
    if (action.do === 'keep') return rest;
    if (action.do === 'create') return [...rest, { ref: '9', secret: 's', ...asked.wanted }];
    return rest.map((one) => (one.ref === action.ref ? { ...one, ...asked.wanted } : one));
  }
});

test.each([
  [`https://a.example/hooks/${key}`, true],
  [`https://a.example/base/hooks/${key}/`, true],
  [`https://a.example/hooks/${key}?x=1`, true],
  [`https://a.example/hooks/${key}x`, false],
  [`https://a.example/?u=/hooks/${key}`, false],
  [`https://a.example/other/${key}`, false],
  ['', false],
])('%s carries the key: %s', (at, carries) => {
  expect(carriesKey(at, key)).toBe(carries);
});
