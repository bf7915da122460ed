import { PROOF_VALID_MS } from '../../../shared/status.ts';
import { lose, type Plan, put, turn } from './supervisor-draft.ts';
import type { Open } from './supervisor-state.ts';
import { giveUp } from './supervisor-tries.ts';

const PROVE_EVERY_MS = 30_000;
export const PROOF_LIMIT_MS = 10_000;
/** For the second look before a tunnel is given up, and for the first when something has happened. */
export const SHORT_LIMIT_MS = 4_000;
/** A fresh tunnel is given this time until a proof must have come back. */
const FRESH_MS = 8_000;
const FRESH_PAUSES_MS = [250, 250, 500, 1_000] as const;
/** A way that cannot be opened anew is looked at again after these; counted from the beginning of each look. */
const LOOK_PAUSES_MS = [1_000, 2_000, 5_000, 10_000] as const;
const ASK_AGAIN_MS = 1_000;

export function freshTunnel(publicUrl: string, now: number): Open {
  return {
    is: 'open',
    publicUrl,
    since: now,
    fresh: true,
    provedAt: undefined,
    doubts: 0,
    doubt: undefined,
    proving: undefined,
    next: now,
  };
}

export function askProof(plan: Plan, open: Open, limit: number, now: number): void {
  turn(plan, { ...open, proving: { began: now, limit } });
  plan.acts.push({ do: 'prove', limit });
}

/** The time of a fresh tunnel is short, and must not begin anew with its last proof. */
export function limitOf({ fresh, since, doubts }: Open, now: number): number {
  return fresh && doubts > 0 ? Math.max(SHORT_LIMIT_MS, since + PROOF_LIMIT_MS - now) : PROOF_LIMIT_MS;
}

export function proved(plan: Plan, open: Open, began: number, roundTripMs: number, now: number): void {
  const { whole, pace } = plan.state;
  put(plan, {
    whole: true,
    last: { at: now, roundTripMs },
    // The next loss is another one. A tunnel that keeps breaking is bounded by the tunnels of an hour.
    pace: { ...pace, failures: 0 },
    phase: {
      ...open,
      fresh: false,
      provedAt: now,
      doubts: 0,
      doubt: undefined,
      proving: undefined,
      next: Math.max(now, began + PROVE_EVERY_MS),
    },
  });
  plan.acts.push({ do: 'tell-proved', at: now });
  if (!whole) plan.acts.push({ do: 'tell-opened', publicUrl: open.publicUrl });
}

export function doubted(plan: Plan, open: Open, began: number, reason: string, now: number): void {
  const doubts = open.doubts + 1;
  const after = (pauses: readonly number[]) =>
    Math.max(now, began + (pauses[Math.min(doubts, pauses.length) - 1] ?? 0));
  const doubtful: Open = { ...open, doubts, doubt: reason, proving: undefined };
  if (!open.fresh) lose(plan, reason);
  if (!plan.state.way?.reopens) turn(plan, { ...doubtful, next: after(LOOK_PAUSES_MS) });
  else if (open.fresh && now - open.since < FRESH_MS)
    turn(plan, { ...doubtful, next: after(FRESH_PAUSES_MS) });
  else if (!open.fresh && doubts < 2) askProof(plan, doubtful, SHORT_LIMIT_MS, now);
  else giveUp(plan, { code: 'tunnel_down', reason, again: 'soon' }, now);
}

/** A proof that is too old counts no more, whatever the reason. */
export function expire(plan: Plan, now: number): void {
  const { phase } = plan.state;
  if (phase.is !== 'open' || phase.provedAt === undefined || now - phase.provedAt < PROOF_VALID_MS) return;
  const doubt = phase.doubt ?? 'The last proof is too old.';
  lose(plan, doubt);
  turn(plan, { ...phase, provedAt: undefined, doubt });
}

/** The receiver gave no nonce. */
export function unasked(plan: Plan, open: Open, now: number): void {
  const since = open.fresh ? now : open.since;
  turn(plan, { ...open, since, proving: undefined, next: now + ASK_AGAIN_MS });
}
