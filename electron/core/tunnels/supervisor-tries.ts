import { type Hurry, nextTry, noteFailure } from './pace.ts';
import { lose, type Plan, put, turn } from './supervisor-draft.ts';
import { offState, type Trouble, type Way } from './supervisor-state.ts';

/** Another way in, or none. */
export function choose(plan: Plan, way: Way | undefined, now: number): void {
  end(plan);
  lose(plan, 'The way in was changed.');
  const pace = { ...plan.state.pace, failures: 0 };
  put(plan, { ...offState, pace, way });
  if (way) beginAfter(plan, 'chosen', sentAway, now);
}

const sentAway: Trouble = {
  code: 'tunnel_rate_limited',
  reason: 'The tunnel server was asked too often. The next try comes after a pause.',
  again: 'later',
};

/** Gives up what is under way and closes what is open. */
export function end(plan: Plan): void {
  const { phase } = plan.state;
  if (phase.is === 'trying' || phase.is === 'open') plan.acts.push({ do: 'end' });
}

export function begin(plan: Plan, now: number): void {
  put(plan, { pace: { ...plan.state.pace, began: now }, phase: { is: 'trying', asked: false } });
  plan.acts.push({ do: 'reach' });
}

/** Now, where the pace allows it. @param trouble shown while it does not */
export function beginAfter(plan: Plan, hurry: Hurry, trouble: Trouble, now: number): void {
  const until = nextTry(plan.state.pace, now, hurry, keyOf(plan));
  if (until <= now) begin(plan, now);
  else turn(plan, { is: 'waiting', until, trouble });
}

/** This try or tunnel has failed. */
export function giveUp(plan: Plan, trouble: Trouble, now: number): void {
  end(plan);
  lose(plan, trouble.reason);
  const pace = noteFailure(plan.state.pace, now, trouble.again, keyOf(plan));
  put(plan, { pace });
  const until = Math.max(now, nextTry(pace, now, 'none', keyOf(plan)));
  turn(plan, trouble.again === 'never' ? { is: 'failed', trouble } : { is: 'waiting', until, trouble });
}

function keyOf({ state }: Plan): string {
  return state.way?.key ?? '';
}
