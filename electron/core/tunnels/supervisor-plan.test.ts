import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Act } from './supervisor-draft.ts';
import { type Happening, step } from './supervisor-plan.ts';
import { dueAt, offState, type State, statusOf } from './supervisor-state.ts';
import { broken, createWorld, fine, type Weather, way } from './testing/supervisor-world.ts';

const start = 1_000_000_000_000;
const doubted: Happening = { is: 'doubted', reason: 'It answers 502.' };
const proved: Happening = { is: 'proved', roundTripMs: 84 };
const opened: Happening = { is: 'opened', publicUrl: 'https://a.example' };

/** Plays it all at the given seconds after the start. */
function play(...happenings: [second: number, Happening][]): { state: State; acts: Act[]; said: string } {
  let state = offState;
  let acts: Act[] = [];
  let now = start;
  for (const [second, happening] of happenings) {
    now = start + second * 1000;
    ({ state, acts } = step(state, happening, now));
  }
  const { state: word, reason } = statusOf(state, 'localtunnel', now);
  return { state, acts, said: reason ? `${word}: ${reason}` : word };
}

const chosen: [number, Happening] = [0, { is: 'chosen', way }];
const open: [number, Happening][] = [chosen, [0, { is: 'reached' }], [1, opened]];
const connected: [number, Happening][] = [...open, [1, proved]];

describe('what follows', () => {
  test.each<[string, [number, Happening][], string, Act[]]>([
    ['a way is chosen', [chosen], 'opening', [{ do: 'reach' }]],
    ['the server answers', [chosen, [0, { is: 'reached' }]], 'opening', [{ do: 'ask' }]],
    ['a tunnel is open, and not proved', open, 'opening', [{ do: 'prove', limit: 10_000 }]],
    [
      'it is proved',
      connected,
      'connected',
      [
        { do: 'tell-proved', at: start + 1000 },
        { do: 'tell-opened', publicUrl: 'https://a.example' },
      ],
    ],
    [
      'its next proof is due',
      [...connected, [31, { is: 'time' }]],
      'connected',
      [{ do: 'prove', limit: 10_000 }],
    ],
    ['its next proof is not due yet', [...connected, [30, { is: 'time' }]], 'connected', []],
    [
      'that fails: looked at again at once',
      [...connected, [31, { is: 'time' }], [32, doubted]],
      'unproved: It answers 502.',
      [
        { do: 'tell-lost', since: start + 1000, reason: 'It answers 502.' },
        { do: 'prove', limit: 4_000 },
      ],
    ],
    [
      'that fails, too: closed, and opened anew',
      [...connected, [31, { is: 'time' }], [32, doubted], [33, doubted]],
      'retrying: It answers 502.',
      [{ do: 'end' }],
    ],
    [
      'the second look is right',
      [...connected, [31, { is: 'time' }], [32, doubted], [33, proved]],
      'connected',
      [
        { do: 'tell-proved', at: start + 33_000 },
        { do: 'tell-opened', publicUrl: 'https://a.example' },
      ],
    ],
    [
      'the tunnel breaks',
      [...connected, [20, broken('soon')]],
      'retrying: It is away.',
      [{ do: 'end' }, { do: 'tell-lost', since: start + 1000, reason: 'It is away.' }],
    ],
    ['a fresh one is not there at once', [...open, [1.01, doubted]], 'opening', []],
    [
      'no proof comes for too long',
      [...connected, [31, { is: 'time' }], [32, { is: 'unasked' }], [76, { is: 'time' }]],
      'unproved: The last proof is too old.',
      [
        { do: 'tell-lost', since: start + 1000, reason: 'The last proof is too old.' },
        { do: 'prove', limit: 10_000 },
      ],
    ],
    [
      'the machine slept',
      [...connected, [50, { is: 'slept' }]],
      'unproved: This computer was asleep.',
      [
        { do: 'tell-lost', since: start + 1000, reason: 'This computer was asleep.' },
        { do: 'prove', limit: 4_000 },
      ],
    ],
    [
      'the network changes',
      [...connected, [9, { is: 'check', why: 'network' }]],
      'connected',
      [{ do: 'prove', limit: 4_000 }],
    ],
    [
      'it changes while a long proof is under way',
      [...connected, [31, { is: 'time' }], [33, { is: 'check', why: 'network' }]],
      'connected',
      [{ do: 'prove', limit: 4_000 }],
    ],
    [
      'it changes again and again: what is under way comes to its end',
      [...connected, [9, { is: 'check', why: 'network' }], [12, { is: 'check', why: 'network' }]],
      'connected',
      [],
    ],
    [
      'no way is wanted',
      [...connected, [5, { is: 'chosen', way: undefined }]],
      'off',
      [{ do: 'end' }, { do: 'tell-lost', since: start + 1000, reason: 'The way in was changed.' }],
    ],
    ['the try fails', [chosen, [0, broken('soon')]], 'retrying: It is away.', [{ do: 'end' }]],
    [
      'somebody asks meanwhile',
      [chosen, [0, broken('soon')], [0.5, { is: 'check', why: 'asked' }]],
      'retrying: It is away.',
      [],
    ],
    ['the pause is over', [chosen, [0, broken('soon')], [1, { is: 'time' }]], 'opening', [{ do: 'reach' }]],
    ['it makes no sense', [chosen, [0, broken('never')]], 'failed: It is away.', [{ do: 'end' }]],
    [
      'a person wants it all the same',
      [chosen, [0, broken('never')], [3, { is: 'check', why: 'asked' }]],
      'opening',
      [{ do: 'reach' }],
    ],
    [
      'nothing is heard of a try for long, and the network changes',
      [chosen, [0, { is: 'reached' }], [9, { is: 'check', why: 'network' }]],
      'opening',
      [{ do: 'end' }, { do: 'reach' }],
    ],
    [
      'it changes while a try is young',
      [chosen, [0, { is: 'reached' }], [7, { is: 'check', why: 'network' }]],
      'opening',
      [],
    ],
  ])('%s', (_, happenings, said, acts) => {
    const after = play(...happenings);
    expect(after.said).toBe(said);
    expect(after.acts).toEqual(acts);
  });

  it('leaves a failure alone that no network can mend', () => {
    const refused: Happening = {
      is: 'broken',
      trouble: { code: 'token_refused', reason: 'Wrong token.', again: 'never' },
    };
    for (const why of ['network', 'resume'] as const) {
      const after = play(chosen, [0, refused], [60, { is: 'check', why }]);
      expect(after.said).toBe('failed: Wrong token.');
      expect(after.acts).toEqual([]);
    }
  });

  it('keeps away from who sent us away, though left and chosen again; another way is tried at once', () => {
    const refused: [number, Happening][] = [chosen, [0, { is: 'reached' }], [1, broken('later')]];
    const none: [number, Happening] = [2, { is: 'chosen', way: undefined }];
    const again: Happening = { is: 'chosen', way };
    expect(play(...refused, none, [3, again]).said).toMatch(
      /^retrying: The tunnel server was asked too often/,
    );
    expect(play(...refused, none, [61, again]).said).toBe('opening');
    expect(play(...refused, [3, { is: 'chosen', way: { key: 'other', reopens: true } }]).said).toBe(
      'opening',
    );
  });

  it('looks again at what cannot be opened anew, and never closes it', () => {
    const world = createWorld({ key: 'own', reopens: false });
    world.pass(2_000);
    expect(world.isConnected()).toBe(true);
    world.change({ ...fine, path: 'broken' });
    world.pass(10 * 60_000);
    expect(world.seen.asked).toHaveLength(1);
    expect(statusOf(world.state(), 'url', world.now()).state).toBe('unproved');
  });

  it('expects nothing that it did not ask for', () => {
    const late: Happening[] = [{ is: 'reached' }, opened, proved, doubted, { is: 'unasked' }, broken('soon')];
    const waiting = play(chosen, [0, broken('soon')]).state;
    for (const state of [offState, waiting])
      for (const happening of late) expect(step(state, happening, start).state).toEqual(state);
  });

  it('does not believe a proof of before the clock said so', () => {
    const { state } = play(...connected);
    expect(statusOf(state, 'localtunnel', start + 75_999).state).toBe('connected');
    expect(statusOf(state, 'localtunnel', start + 76_000).state).toBe('unproved');
    expect(statusOf(state, 'localtunnel', start - 1_000).state).toBe('connected');
    expect(statusOf(state, 'localtunnel', start - 10_000).state).toBe('unproved');
    expect(dueAt(state)).toBe(start + 31_000);
    const proving = step(state, { is: 'time' }, start + 31_000).state;
    expect(dueAt(proving)).toBe(start + 76_000);
  });
});

describe('pauses', () => {
  it.each(['refuses', 'hangs'] as const)(
    'grow to ten seconds from the beginning of each try: it %s',
    (server) => {
      const world = createWorld(way, { ...fine, server });
      world.pass(55_000);
      const [first = 0] = world.seen.reached;
      // One that hangs for three seconds is followed at once, where its pause is shorter.
      const expected = { refuses: [0, 1, 3, 8, 18, 28, 38, 48], hangs: [0, 3, 6, 11, 21, 31, 41, 51] };
      expect(world.seen.reached.map((at) => (at - first) / 1000)).toEqual(expected[server]);
      expect(world.seen.asked).toEqual([]);
    },
  );

  it('spare the server after forty tunnels that led nowhere, and leave some of the hour', () => {
    const world = createWorld();
    world.change({ ...fine, opens: 'hangs' });
    world.pass(30 * 60_000);
    expect(world.seen.asked.length).toBeGreaterThan(45);
    expect(world.seen.asked.length).toBeLessThanOrEqual(80);
    world.change(fine);
    world.pass(105_000);
    expect(world.isConnected()).toBe(true);
  });

  it('are not spared when the network changes', () => {
    const world = createWorld(way, { ...fine, opens: 'hangs' });
    world.pass(10 * 60_000);
    expect(world.seen.asked.length).toBeGreaterThan(40);
    world.change(fine);
    world.pass(8_000);
    world.happen({ is: 'check', why: 'network' });
    world.pass(1_000);
    expect(world.isConnected()).toBe(true);
  });

  it('begin anew with each proof: fifty addresses in a row are fifty quick tries', () => {
    const world = createWorld();
    for (let lost = 0; lost < 50; lost++) {
      world.lose();
      world.pass(3_000);
      expect(world.isConnected()).toBe(true);
    }
  });

  it('bound a tunnel that is proved once and breaks, again and again, by the tunnels of an hour', () => {
    const world = createWorld();
    for (let lost = 0; lost < 200; lost++) {
      world.lose();
      world.pass(3_000);
    }
    expect(world.seen.asked.length).toBe(80);
    const gaps = world.seen.reached.map((at, i, all) => at - (all[i - 1] ?? at)).slice(1);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
  });
});

const weather: fc.Arbitrary<Weather> = fc.record({
  server: fc.constantFrom('answers', 'answers', 'refuses', 'hangs'),
  opens: fc.constantFrom('soon', 'soon', 'soon', 'fails', 'hangs', 'later'),
  path: fc.constantFrom('whole', 'whole', 'broken', 'hangs'),
  receiver: fc.constantFrom('there', 'there', 'there', 'away'),
});
type World = ReturnType<typeof createWorld>;
type Turn = (world: World) => void;
const clock = fc.integer({ min: 1_001, max: 7_200_000 });
const why = fc.constantFrom('resume' as const, 'network' as const, 'asked' as const);
const ways = fc.constantFrom(way, { key: 'other', reopens: true }, { key: 'own', reopens: false }, undefined);
const does = <Value>(values: fc.Arbitrary<Value>, act: (world: World, value: Value) => void) =>
  values.map(
    (value): Turn =>
      (world) =>
        act(world, value),
  );

/** @param wild also with a clock that is set back, and ways in that are chosen and left */
function turns(max: number, wild?: 'wild'): fc.Arbitrary<Turn[]> {
  const rare = wild ? 1 : 0;
  const turn = fc.oneof(
    { weight: 4, arbitrary: does(fc.nat(max), (world, ms) => world.pass(ms)) },
    { weight: 4, arbitrary: does(weather, (world, to) => world.change(to)) },
    { weight: 1, arbitrary: does(clock, (world, ms) => world.sleep(ms + 9_000)) },
    { weight: 1, arbitrary: does(fc.constant(0), (world) => world.lose()) },
    { weight: 2, arbitrary: does(why, (world, asked) => world.happen({ is: 'check', why: asked })) },
    { weight: rare, arbitrary: does(clock, (world, ms) => world.setBack(ms)) },
    { weight: rare, arbitrary: does(ways, (world, to) => world.happen({ is: 'chosen', way: to })) },
  );
  return fc.array(turn, { maxLength: 60 });
}

describe('for any history', () => {
  it('is never connected without a fresh proof, and never has two tunnels', () => {
    fc.assert(
      fc.property(turns(120_000, 'wild'), (all) => {
        const world = createWorld();
        for (const one of all) one(world);
        expect(world.seen.wrong).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('tells that the path is whole and lost in turns', () => {
    fc.assert(
      fc.property(turns(120_000, 'wild'), (all) => {
        const world = createWorld();
        for (const one of all) one(world);
        const said = world.seen.told.map((act) => act.do).filter((word) => word !== 'tell-proved');
        said.forEach((word, i) => {
          expect(word).toBe(i % 2 === 0 ? 'tell-opened' : 'tell-lost');
        });
        expect(said.length % 2 === 1).toBe(world.state().whole);
        if (world.isConnected()) expect(world.state().whole).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('begins no try within a second of another, and asks for 80 tunnels an hour at most', () => {
    fc.assert(
      fc.property(turns(1_200_000), (all) => {
        const world = createWorld();
        for (const one of all) one(world);
        const { reached, asked } = world.seen;
        reached.slice(1).forEach((at, i) => {
          expect(at - (reached[i] ?? 0)).toBeGreaterThanOrEqual(1_000);
        });
        asked.slice(80).forEach((at, i) => {
          expect(at - (asked[i] ?? 0)).toBeGreaterThanOrEqual(3_600_000);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('keeps away for a minute when it is sent away', () => {
    fc.assert(
      fc.property(turns(30_000), turns(20_000), (before, after) => {
        const world = createWorld();
        for (const one of before) one(world);
        if (world.state().phase.is !== 'open') return;
        world.happen(broken('later'));
        const until = world.now() + 60_000;
        const known = world.seen.reached.length;
        for (const one of after) one(world);
        expect(world.seen.reached.slice(known).filter((at) => at < until)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('is connected within 15 seconds of a world that works again', () => {
    let tried = 0;
    fc.assert(
      fc.property(turns(60_000, 'wild'), (all) => {
        const world = createWorld();
        for (const one of all) one(world);
        const { pace, phase } = world.state();
        const isSentAway = (pace.refused?.until ?? 0) > world.now() + 1_000;
        const isThrifty = pace.failures >= 40 || pace.opens.length >= 80;
        if (isSentAway || isThrifty || phase.is === 'failed' || phase.is === 'off') return;
        // What is under way may still send us away.
        world.change(fine);
        if (world.isConnected()) world.happen({ is: 'check', why: 'network' });
        world.pass(15_000);
        if ((world.state().pace.refused?.until ?? 0) > world.now() - 15_000) return;
        tried++;
        expect(statusOf(world.state(), 'localtunnel', world.now()).state).toBe('connected');
      }),
      { numRuns: 1_000 },
    );
    expect(tried).toBeGreaterThan(300);
  });

  it('asks for 80 tunnels an hour at most, whatever is chosen and left', () => {
    const choices = fc.array(fc.tuple(ways, fc.nat(30_000)), { maxLength: 400, minLength: 100 });
    fc.assert(
      fc.property(choices, (all) => {
        const world = createWorld();
        for (const [to, ms] of all) {
          world.happen({ is: 'chosen', way: to });
          world.pass(ms);
        }
        const { asked } = world.seen;
        asked.slice(80).forEach((at, i) => {
          expect(at - (asked[i] ?? 0)).toBeGreaterThanOrEqual(3_600_000);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('sees a path that died within 45 seconds, though nobody says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), fc.constantFrom('broken', 'hangs'), (ms, path) => {
        const world = createWorld();
        world.pass(ms + 5_000);
        expect(world.isConnected()).toBe(true);
        world.change({ ...fine, path });
        world.pass(45_000);
        expect(world.isConnected()).toBe(false);
        world.change(fine);
        world.pass(15_000);
        expect(world.isConnected()).toBe(true);
      }),
    );
  });
});
