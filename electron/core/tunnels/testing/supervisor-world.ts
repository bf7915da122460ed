import type { Act, Plan } from '../supervisor-draft.ts';
import { type Happening, step } from '../supervisor-plan.ts';
import { dueAt, isConnected, offState, type State, type Trouble, type Way } from '../supervisor-state.ts';
import type { Again } from '../tunnel.ts';

/** How the world behaves towards whoever asks it. `hangs`: given up only when its time is over. */
export interface Weather {
  server: 'answers' | 'refuses' | 'hangs';
  opens: 'soon' | 'fails' | 'later' | 'never' | 'hangs';
  path: 'whole' | 'broken' | 'hangs';
  receiver: 'there' | 'away';
}

export const fine: Weather = { server: 'answers', opens: 'soon', path: 'whole', receiver: 'there' };
export const way: Way = { key: 'one', reopens: true };

const REACH_MS = 50;
const REACH_LIMIT_MS = 3_000;
const OPEN_MS = 500;
const OPEN_LIMIT_MS = 8_000;
const PROOF_MS = 300;

interface Pending {
  at: number;
  happening: Happening;
}

/** Plays the plan against a world with a clock of its own, and writes down what it does. Milliseconds. */
export function createWorld(begin: Way = way, weather = fine) {
  let now = 1_000_000_000_000;
  let state: State = offState;
  let trying: Pending | undefined;
  let proving: Pending | undefined;
  /** A tunnel that was broken stays broken when the weather is fine again; an own address does not. */
  let isTunnelDead = false;
  const seen = {
    reached: [] as number[],
    asked: [] as number[],
    provedAt: Number.NEGATIVE_INFINITY,
    told: [] as Act[],
    /** What must never be, with its time. */
    wrong: [] as string[],
  };

  function happen(happening: Happening): void {
    const plan: Plan = step(state, happening, now);
    if (happening.is === 'proved' && proving === undefined) seen.provedAt = now;
    state = plan.state;
    for (const act of plan.acts) perform(act);
  }

  function perform(act: Act): void {
    switch (act.do) {
      case 'end':
        trying = undefined;
        proving = undefined;
        break;
      case 'reach':
        if (trying || proving) seen.wrong.push(`${now} a try beside another`);
        seen.reached.push(now);
        trying = reach();
        break;
      case 'ask':
        if (trying || proving) seen.wrong.push(`${now} a tunnel beside another`);
        seen.asked.push(now);
        trying = open();
        break;
      case 'prove':
        proving = proof(act.limit);
        break;
      default:
        seen.told.push(act);
    }
  }

  function reach(): Pending {
    if (weather.server === 'answers') return { at: now + REACH_MS, happening: { is: 'reached' } };
    const time = weather.server === 'hangs' ? REACH_LIMIT_MS : REACH_MS;
    return { at: now + time, happening: broken('soon') };
  }

  function open(): Pending {
    if (weather.opens === 'hangs') return { at: now + OPEN_LIMIT_MS, happening: broken('soon') };
    if (weather.opens === 'fails') return { at: now + OPEN_MS, happening: broken('soon') };
    if (weather.opens !== 'soon') return { at: now + OPEN_MS, happening: broken(weather.opens) };
    isTunnelDead = weather.path !== 'whole';
    return {
      at: now + OPEN_MS,
      happening: { is: 'opened', publicUrl: `https://${seen.asked.length}.example` },
    };
  }

  function proof(limit: number): Pending {
    if (weather.receiver === 'away') return { at: now + PROOF_MS, happening: { is: 'unasked' } };
    if (weather.path === 'hangs') return { at: now + limit, happening: doubted };
    if (weather.path === 'broken' || (isTunnelDead && state.way?.reopens))
      return { at: now + PROOF_MS, happening: doubted };
    return { at: now + PROOF_MS, happening: { is: 'proved', roundTripMs: PROOF_MS } };
  }

  /** The next thing that happens by itself, no later than `end`. */
  function next(end: number): boolean {
    const due = Math.max(now, dueAt(state) ?? Number.POSITIVE_INFINITY);
    const at = Math.min(due, trying?.at ?? Number.POSITIVE_INFINITY, proving?.at ?? Number.POSITIVE_INFINITY);
    if (at > end) return false;
    now = at;
    look();
    if (trying?.at === at) {
      const { happening } = trying;
      trying = undefined;
      happen(happening);
    } else if (proving?.at === at) {
      const { happening } = proving;
      proving = undefined;
      happen(happening);
    } else happen({ is: 'time' });
    look();
    return true;
  }

  function look(): void {
    if (isConnected(state.phase, now) && now - seen.provedAt >= 75_000)
      seen.wrong.push(`${now} connected without a proof`);
  }

  happen({ is: 'chosen', way: begin });

  return {
    seen,
    happen,
    state: () => state,
    now: () => now,
    isConnected: () => isConnected(state.phase, now),

    change(to: Weather): void {
      weather = to;
      if (to.path !== 'whole') isTunnelDead = true;
    },

    pass(ms: number): void {
      const end = now + ms;
      for (let turns = 0; next(end); turns++) if (turns > 100_000) throw new Error('It never rests.');
      now = end;
      look();
    },

    /** Nothing goes on meanwhile, but the clock. */
    sleep(ms: number): void {
      now += ms;
      if (trying) trying = { ...trying, at: trying.at + ms };
      if (proving) proving = { ...proving, at: proving.at + ms };
      look();
      happen({ is: 'slept' });
    },

    /** The tunnel breaks, and its provider says so. */
    lose(): void {
      if (state.phase.is === 'open') happen(broken('soon'));
    },

    setBack(by: number): void {
      now -= by;
      if (trying) trying = { ...trying, at: trying.at - by };
      if (proving) proving = { ...proving, at: proving.at - by };
      seen.provedAt -= by;
      happen({ is: 'set-back', by });
    },
  };
}

export function broken(again: Again): Happening & { is: 'broken' } {
  const trouble: Trouble = { code: 'tunnel_down', reason: 'It is away.', again };
  return { is: 'broken', trouble };
}

const doubted: Happening = { is: 'doubted', reason: 'It answers 502.' };
