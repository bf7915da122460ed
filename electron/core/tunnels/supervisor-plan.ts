import { noteOpen } from './pace.ts';
import { lose, type Plan, put } from './supervisor-draft.ts';
import {
  askProof,
  doubted,
  expire,
  freshTunnel,
  limitOf,
  PROOF_LIMIT_MS,
  proved,
  SHORT_LIMIT_MS,
  unasked,
} from './supervisor-proofs.ts';
import { type Open, type State, shift, type Trouble, type Way } from './supervisor-state.ts';
import { begin, beginAfter, choose, end, giveUp } from './supervisor-tries.ts';

/** What is under way for less than this is not begun anew because somebody asks. */
const YOUNG_PROOF_MS = 1_000;
const YOUNG_TRY_MS = 8_000;

export type CheckReason = 'resume' | 'network' | 'asked';

export type Happening =
  | { is: 'chosen'; way: Way | undefined }
  /** `dueAt` has come, or may have. */
  | { is: 'time' }
  /** The server can be connected to. */
  | { is: 'reached' }
  | { is: 'opened'; publicUrl: string }
  | { is: 'proved'; roundTripMs: number }
  | { is: 'doubted'; reason: string }
  /** The receiver gave no nonce: that says nothing of the path. */
  | { is: 'unasked' }
  /** The try failed, or the tunnel was lost. */
  | { is: 'broken'; trouble: Trouble }
  | { is: 'check'; why: CheckReason }
  /** Nothing could arrive for a while. */
  | { is: 'slept' }
  /** The clock was set back by this many milliseconds. */
  | { is: 'set-back'; by: number };

/** Decides: pure. An event that the phase does not expect changes nothing. @param now milliseconds since the epoch */
export function step(before: State, event: Happening, now: number): Plan {
  const plan: Plan = { state: before, acts: [] };
  if (event.is !== 'slept' && event.is !== 'set-back') expire(plan, now);
  const { phase } = plan.state;
  switch (event.is) {
    case 'chosen':
      choose(plan, event.way, now);
      break;
    case 'time':
      if (phase.is === 'waiting' && now >= phase.until) begin(plan, now);
      if (phase.is === 'open' && !phase.proving && now >= phase.next)
        askProof(plan, phase, limitOf(phase, now), now);
      break;
    case 'reached':
      if (phase.is !== 'trying' || phase.asked) break;
      put(plan, { pace: noteOpen(plan.state.pace, now), phase: { is: 'trying', asked: true } });
      plan.acts.push({ do: 'ask' });
      break;
    case 'opened':
      if (phase.is === 'trying' && phase.asked)
        askProof(plan, freshTunnel(event.publicUrl, now), PROOF_LIMIT_MS, now);
      break;
    case 'proved':
      if (phase.is === 'open' && phase.proving)
        proved(plan, phase, phase.proving.began, event.roundTripMs, now);
      break;
    case 'doubted':
      if (phase.is === 'open' && phase.proving) doubted(plan, phase, phase.proving.began, event.reason, now);
      break;
    case 'unasked':
      if (phase.is === 'open' && phase.proving) unasked(plan, phase, now);
      break;
    case 'broken':
      if (phase.is === 'trying' || phase.is === 'open') giveUp(plan, event.trouble, now);
      break;
    case 'check':
      check(plan, event.why, now);
      break;
    case 'slept':
      slept(plan, now);
      break;
    case 'set-back':
      put(plan, shift(plan.state, -event.by));
      check(plan, 'network', now);
  }
  return plan;
}

/** Proves it now; where there is nothing to prove, tries now. */
function check(plan: Plan, why: CheckReason, now: number): void {
  const { phase, pace } = plan.state;
  if (phase.is === 'open') proveNow(plan, phase, now);
  if (phase.is === 'waiting') beginAfter(plan, 'hurried', phase.trouble, now);
  if (phase.is === 'failed' && (why === 'asked' || isOffline(phase.trouble)))
    beginAfter(plan, 'hurried', phase.trouble, now);
  // It may hang on a network that is gone.
  if (phase.is === 'trying' && now - pace.began >= YOUNG_TRY_MS) {
    end(plan);
    beginAfter(plan, 'hurried', tooSlow, now);
  }
}

const tooSlow: Trouble = { code: 'timed_out', reason: 'The try took too long.', again: 'soon' };

function isOffline({ code }: Trouble): boolean {
  return code === 'offline' || code === 'tunnel_down' || code === 'timed_out';
}

function proveNow(plan: Plan, open: Open, now: number): void {
  const { proving, fresh } = open;
  const isSoon =
    proving && (fresh || proving.limit === SHORT_LIMIT_MS || now - proving.began < YOUNG_PROOF_MS);
  if (!isSoon) askProof(plan, open, fresh ? limitOf(open, now) : SHORT_LIMIT_MS, now);
}

/** What was proved before says nothing of now, and in between nothing could arrive. */
function slept(plan: Plan, now: number): void {
  const { phase } = plan.state;
  if (phase.is === 'open') {
    const doubt = 'This computer was asleep.';
    lose(plan, doubt);
    askProof(plan, { ...phase, since: now, provedAt: undefined, doubts: 0, doubt }, SHORT_LIMIT_MS, now);
  } else check(plan, 'resume', now);
}
